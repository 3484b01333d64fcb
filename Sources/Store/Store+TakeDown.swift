public import Domain
internal import GRDB

extension Store {
  /// Registers what somebody takes in by hand: told to them, or on paper.
  ///
  /// It is one transaction, the number included.
  ///
  /// - Parameters:
  ///   - taken: What was told, or came on paper.
  ///   - code: The code that an anonymous sender gets; kept as a digest only.
  ///   - asking: Who takes it in, and when; the number is of this year.
  ///   - rules: Organisation and routines.
  /// - Returns: The matter; the person need not be able to read it again.
  /// - Throws: `.refused` when the rules say no; otherwise like every write. Nothing is written then.
  public func takeDown(
    _ taken: TakenByHand, code: ReceiptCode, asking: Asking, rules: Rulebook
  ) throws(StoreError) -> Matter {
    try writing { db in
      let asking = try current(asking, in: db)
      let rules = try current(rules, in: db)
      return try Self.register(year: asking.today.parts.year, in: db) { reference in
        let digests = TakenDigests(
          text: Digest.plain(Array(taken.text.utf8)), code: Digest.of(code, for: reference))
        return try Matter.takeDown(
          taken, as: reference, digests: digests, asking: asking, rules: rules)
      }
    }
  }

  /// Whether a code is the one on the receipt of a matter.
  ///
  /// - Parameters:
  ///   - code: The code that somebody gives.
  ///   - id: The matter.
  ///   - actor: Who asks.
  /// - Returns: False also when the matter has no code.
  /// - Throws: `.noSuchMatter`, also when the person may not read it; `.busy`, `.damaged`.
  public func isCode(
    _ code: ReceiptCode, of id: MatterID, for actor: Actor
  ) throws(StoreError) -> Bool {
    let matter = try reading { db in try seen(id, by: actor, in: db) }
    guard let matter else { throw .noSuchMatter }
    return matter.state.code == Digest.of(code, for: matter.state.reference)
  }
}

extension Digest {
  /// The digest of a code on a receipt; the same code on two receipts has two.
  static func of(_ code: ReceiptCode, for reference: Reference) -> String {
    var digest = Digest()
    for part in ["code", reference.full, code.text] { digest.add(part) }
    return digest.hex
  }
}
