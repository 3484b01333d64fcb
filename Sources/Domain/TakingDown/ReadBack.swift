/// What became of reading a verbal synpunkt back to the person who told it.
public enum ReadBack: Hashable, Sendable {
  /// The person heard the words and approved them.
  case approved(Approval)
  /// It could not be read back; the reason in words.
  case notPossible(reason: String)
}

/// That somebody heard a text and approved it.
public struct Approval: Hashable, Sendable {
  /// The text that was read.
  public var text: String
  /// Who read it.
  public var by: PersonID
  /// When it was approved.
  public var at: Instant

  /// Makes an approval.
  public init(of text: String, by: PersonID, at: Instant) {
    self.text = text
    self.by = by
    self.at = at
  }

  /// Whether it is an approval of just this text: one changed letter voids it, and so does an é
  /// that is written in another way.
  public func covers(_ text: String) -> Bool { self.text.utf8.elementsEqual(text.utf8) }
}

extension MatterFacts {
  /// That a verbal synpunkt was read back, or not.
  public enum ReadBack: Hashable, Sendable, Codable {
    /// Who read it, when it was approved, and the SHA-256 in hex of the text that was read.
    case approved(by: PersonID, at: Instant, digest: String)
    /// It could not be read back; the reason is in the content.
    case notPossible
  }
}

/// What the store has computed of something that is taken in by hand.
public struct TakenDigests: Hashable, Sendable {
  /// SHA-256 of the text, in hex.
  public var text: String
  /// The digest of the code on the receipt; nil when there is none.
  public var code: String?

  /// Makes the digests.
  public init(text: String, code: String? = nil) {
    self.text = text
    self.code = code
  }
}
