internal import Domain
internal import FoundationEssentials

/// All words of one matter that are searched, in the columns in which they are searched.
struct SearchEntry: Hashable {
  /// The columns, in the order of ``values``.
  static let columns = [
    "number", "title", "text", "answer", "note", "sender", "codes", "folded", "foldedSender",
  ]

  /// What stands in the columns.
  let values: [String]

  init(_ matter: Matter) {
    self.init(Sources(matter))
  }

  init(_ sources: Sources) {
    let plain = sources.columns.map(\.normalised)
    values =
      plain + [
        sources.codes, Self.folded(plain[1...4].joined(separator: "\n")), Self.folded(plain[5]),
      ]
  }

  /// Each word that has letters with marks, once, without them: who writes "aldreomsorg" finds
  /// äldreomsorg by these.
  static func folded(_ text: String) -> String {
    let scanned = ScannedText(text)
    var seen: Set<ArraySlice<UInt8>> = []
    var folded: [String] = []
    for range in scanned.words {
      let word = scanned.lower[range]
      guard word.contains(where: { $0 >= 0x80 }), seen.insert(word).inserted else { continue }
      let written = String(decoding: word, as: UTF8.self)
      let plain = written.foldedLatin
      if plain != written { folded.append(plain) }
    }
    return folded.joined(separator: " ")
  }

  /// What the columns are made of, as it was written.
  struct Sources: Hashable {
    /// Number, title, text, answer, note and sender.
    let columns: [String]
    /// Unit, handler and whether it lies on a desk as words of their own, and the forms of the
    /// number.
    let codes: String

    init(_ whole: Matter) {
      // Of a protected identity nothing is found, by nobody.
      let matter = whole.listed
      let state = matter.state
      columns = [
        Self.number(state), state.title ?? "", Self.text(state),
        state.answers.map(\.text).joined(separator: "\n"), Self.notes(matter),
        Self.sender(state),
      ]
      codes = SearchCode.all(matter.row)
    }

    /// The serial, and the e-tjänst's own number; no Message-ID, which would tell of the sender.
    private static func number(_ state: Matter.State) -> String {
      let digits = state.externalID.flatMap { id in
        id.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2D } ? id : nil
      }
      return [String(state.reference.serial), digits].compactMap { $0 }.joined(separator: " ")
    }

    private static func text(_ state: Matter.State) -> String {
      let original = state.isPointer ? nil : state.text
      return ([original] + state.additions.map(\.text)).compactMap { $0 }.joined(separator: "\n")
    }

    private static func notes(_ matter: Matter) -> String {
      // As they may be shown, and not taken back.
      let standing = Set(matter.standing.map(\.sequence))
      let contacts = matter.shownEvents.compactMap { event -> String? in
        guard case .contacted = event.facts, standing.contains(event.sequence) else { return nil }
        return event.content?.text
      }
      let state = matter.state
      return
        (state.officialNotes + state.internalNotes + contacts
        + [state.returnWords, state.wentTo, state.whyNotReadBack].compactMap { $0 })
        .joined(separator: "\n")
    }

    /// Everything that says who somebody is: the sender, the one whom it concerns, and those who
    /// got answers; of a hidden sender nothing.
    private static func sender(_ state: Matter.State) -> String {
      let sender = state.sender
      let phone = sender.recurrenceKeys.first { $0.hasPrefix("t:") }.map { String($0.dropFirst(2)) }
      return
        ([
          sender.name, sender.organisation, sender.email, sender.phone, phone, sender.address,
          state.concerns,
        ].compactMap { $0 } + (state.isSenderHidden ? [] : state.answers.map(\.recipient)))
        .joined(separator: "\n")
    }
  }
}

/// Words that stand for codes in the index; no typed word is searched among them.
enum SearchCode {
  /// All codes of a matter.
  static func all(_ row: MatterRow) -> String {
    ([unit(row.unit)] + numbers(row.reference) + (row.handler.map { [handler($0)] } ?? [])
      + (row.desk == .none ? [] : [atDesk])).joined(separator: " ")
  }

  /// That somebody has something to do; most matters are long closed.
  static let atDesk = "d"

  /// A unit, or that there is none.
  static func unit(_ unit: UnitID?) -> String { "u" + (unit.map(hex) ?? "") }

  /// The person to whom a matter was handed.
  static func handler(_ person: PersonID) -> String { "h" + hex(person) }

  /// The forms in which a number is typed.
  private static func numbers(_ reference: Reference) -> [String] {
    [
      ReferencePrefix(reference.short).map(number),
      ReferencePrefix(reference.full).map(number),
    ].compactMap { $0 }
  }

  /// The beginning of a number.
  static func number(_ prefix: ReferencePrefix) -> String {
    let year = prefix.year.map { String($0 % 100) } ?? ""
    return "n\(year)\(prefix.isPadded ? "y" : "x")\(prefix.digits)"
  }

  /// Hexadecimal digits: one word for the index, whatever stands in the code.
  private static func hex(_ code: String) -> String {
    code.storable.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
