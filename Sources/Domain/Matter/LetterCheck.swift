/// Something about a letter that stops it, or must be asked about, before it leaves.
public enum LetterFinding: Hashable, Sendable {
  /// A mark that a merge field left: the field was empty or unknown, or words are to be written.
  case mark(String)
  /// A `{{` that the handler typed.
  case brace
  /// It has not been said whether the text tells of health or insatser.
  case healthUnanswered
  /// It tells of health or insatser and would go by plain e-mail.
  case healthByEmail
  /// It tells of health or insatser and quotes the synpunkt.
  case healthQuotes
  /// It tells of health or insatser and names the subject.
  case healthNamesSubject
  /// It has not been said that the sender may know.
  case mayKnowUnanswered
  /// The sender may not know.
  case mayNotKnow
  /// A `{{` or a mark that stands in the sender's own words; only asked about.
  case quotedBrace

  /// Whether the letter may leave when the reviewer says yes.
  public var onlyAsks: Bool { self == .quotedBrace }

  /// One Swedish sentence: what is wrong and what to do.
  public var sentence: String {
    switch self {
    case .mark(let words): "Fyll i eller ta bort ”\(words)”."
    case .brace: "Det står ”{{” i texten: ta bort det eller skriv det som ska stå där."
    case .healthUnanswered: "Säger svaret något om hälsa eller insatser?"
    case .healthByEmail:
      "Svaret rör hälsa eller insatser, så välj ett annat sätt än vanlig e-post."
    case .healthQuotes:
      "Svaret rör hälsa eller insatser, så ta bort det som är citerat ur synpunkten."
    case .healthNamesSubject: "Svaret rör hälsa eller insatser, så ta bort rubriken ur texten."
    case .mayKnowUnanswered:
      "Synpunkten gäller någon annan än avsändaren: får avsändaren veta detta?"
    case .mayNotKnow: "Avsändaren får inte veta detta, så skriv ett svar som inte berättar det."
    case .quotedBrace: "Det står ”{{” eller ”⟦” i det som avsändaren skrev: ska svaret gå så?"
    }
  }
}

extension Matter.State {
  /// What stops an answer, or must be asked, before it leaves; stops first.
  ///
  /// - Parameters:
  ///   - draft: The answer.
  ///   - isCare: Whether the unit works under socialtjänst or hälso- och sjukvård (OSL 26:1;
  ///     JO 1376-2013, 6466-2015).
  /// - Returns: The findings; none when the letter may leave.
  public func findings(in draft: AnswerDraft, isCare: Bool) -> [LetterFinding] {
    var findings: [LetterFinding] = []
    let original = ([text ?? ""] + additions.map(\.text) + [title ?? ""]).joined(separator: "\n")
    let marks = LetterMark.all(in: draft.text)
    let unquoted = marks.filter { !original.contains($0) }
    for mark in unquoted {
      findings.append(.mark(LetterMark.words(in: mark)))
    }
    // Only lines that stand in the synpunkt are quoted; every other {{ is the handler's.
    let braced = draft.text.split(whereSeparator: \.isNewline).filter { $0.contains("{{") }
    let quoted = braced.filter { original.contains($0.trimmingQuoteMarks) }
    if quoted.count < braced.count { findings.append(.brace) }
    if isCare { findings += careFindings(in: draft) }
    if let concerns, !concerns.isEmpty {
      if draft.senderMayKnow == nil { findings.append(.mayKnowUnanswered) }
      if draft.senderMayKnow == false { findings.append(.mayNotKnow) }
    }
    if !quoted.isEmpty || unquoted.count < marks.count { findings.append(.quotedBrace) }
    return findings
  }

  private func careFindings(in draft: AnswerDraft) -> [LetterFinding] {
    guard !draft.way.isSpoken else { return [] }
    guard let tells = draft.tellsOfHealth else { return [.healthUnanswered] }
    guard tells else { return [] }
    var findings: [LetterFinding] = []
    if draft.way == .email { findings.append(.healthByEmail) }
    let parts = [text ?? ""] + additions.map(\.text)
    if parts.contains(where: { sharesPassage(draft.text, $0) }) { findings.append(.healthQuotes) }
    if let title, title.count >= 4, draft.text.lowercased().contains(title.lowercased()) {
      findings.append(.healthNamesSubject)
    }
    return findings
  }

  /// Whether six words in a row of the synpunkt stand in the letter, or all of one with four or
  /// five: fewer are anybody's words.
  private func sharesPassage(_ letter: String, _ original: String) -> Bool {
    func words(_ text: String) -> [Substring] {
      text.lowercased().split { !($0.isLetter || $0.isNumber) }.map { Substring($0) }
    }
    let source = words(original)
    let target = words(letter)
    let length = min(6, source.count)
    guard length >= 4, target.count >= length else { return false }
    let passages = Set((0...source.count - length).map { source[$0..<$0 + length] })
    return (0...target.count - length).contains { passages.contains(target[$0..<$0 + length]) }
  }
}

/// The visible mark ⟦…⟧ that stands where something must still be written.
public enum LetterMark {
  /// The mark around some words.
  public static func around(_ words: String) -> String { "⟦\(words)⟧" }

  /// The words of a mark, without its brackets.
  static func words(in mark: String) -> String {
    String(mark.filter { $0 != "⟦" && $0 != "⟧" })
  }

  /// All marks in a text, with their brackets; one without an end reaches to the end of the text.
  public static func all(in text: String) -> [String] {
    var marks: [String] = []
    var rest = text[...]
    while let start = rest.firstIndex(of: "⟦") {
      let end = rest[start...].firstIndex(of: "⟧") ?? rest.index(before: rest.endIndex)
      marks.append(String(rest[start...end]))
      rest = rest[rest.index(after: end)...]
    }
    return marks
  }
}

extension Substring {
  /// The line without the signs that a quotation puts around it.
  fileprivate var trimmingQuoteMarks: String {
    let signs: Set<Character> = [">", " ", "”", "\"", "\t"]
    var line = drop { signs.contains($0) }
    while let last = line.last, signs.contains(last) { line.removeLast() }
    return String(line)
  }
}
