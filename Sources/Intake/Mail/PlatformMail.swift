import Domain

/// The mails that an e-tjänst in Open ePlatform sends by itself.
extension Mail {
  /// Whether this tells about a case rather than bringing one: its subject begins as the
  /// platform's do, and it names a case number or comes from an address nobody answers at.
  ///
  /// A person's answer to such a mail begins with "SV:" and is an ordinary mail.
  var isStatusMail: Bool {
    guard !isReply else { return false }
    let text = subject.folded
    let words = text.foldedWords.joined(separator: " ")
    let begins = [
      "ny status for", "statusen for arendet", "nytt meddelande kopplat till",
      "handlaggningen av arendet", "tilldelad arende", "tilldelat arende", "forfallet arende",
      "signering av arende",
    ]
    let isKnown =
      begins.contains(where: words.hasPrefix)
      || (words.hasPrefix("arendet ") && words.hasSuffix("har skickats in"))
    return isKnown
      && (isFromPlatform || CaseMention(subject) != nil
        || CaseMention(String(content.text.prefix(4_000))) != nil)
  }

  /// The synpunkt that the e-tjänst's own mail brings or points at; nil for any other mail.
  ///
  /// With the case as XML among the files, that is what is read; the sender is never the
  /// platform's own address.
  func platformMatter() throws(IntakeRefusal) -> IncomingMatter? {
    let mention = newCase
    var notices = notices
    for (index, file) in content.files.enumerated() where file.isXML {
      do {
        let form = try FlowInstance(file.bytes)
        if let number = mention?.number, number != form.caseNumber {
          notices.append(
            "E-postmeddelandet gäller ärende nr. \(number), men XML-filen \(form.caseNumber).")
        }
        return try matter(of: form, without: index, isOwn: mention != nil, notices: notices)
      } catch {
        if error == .textTooLong { throw error }
        // Other XML is a file like any other.
        if case .otherXML = error { continue }
        if mention != nil {
          notices.append("Ärendets XML-fil kunde inte läsas. " + error.sentence)
        }
      }
    }
    guard let mention else { return nil }
    notices.append(
      "Texten finns i e-tjänsten, ärende nr. \(mention.number); hämta ärendet som XML och läs in "
        + "det.")
    return IncomingMatter(
      channel: .eService, arrivedOn: arrivedOn, body: .inEService, title: mention.service?.oneLine,
      sender: Sender(replyVia: .eService), addressedTo: addressedTo,
      key: .flowInstance(mention.number), files: content.files, notices: notices)
  }

  private func matter(
    of form: FlowInstance, without index: Int, isOwn: Bool, notices: [String]
  ) throws(IntakeRefusal) -> IncomingMatter {
    var files = content.files
    files.remove(at: index)
    let isAnonymous = FormAnswers(form.fields).wish.isAnonymous
    var notices = notices
    if !isOwn, !content.text.isBlank {
      // Somebody sent the case on with words of their own.
      if isAnonymous {
        notices.append("E-postmeddelandet som bar ärendet hade egen text, som inte har tagits med.")
      } else {
        files.append(
          IncomingFile(
            name: "mejltext.txt", mediaType: "text/plain", bytes: Array(content.text.utf8)))
      }
    }
    var matter = try form.matter(today: today, attached: files)
    matter.addressedTo = addressedTo
    matter.notices = notices + matter.notices
    return matter
  }

  /// The case that a mail such as "Nytt ärende Lämna synpunkt (ärende nr 123)" tells of.
  ///
  /// The subject is enough. The same words in the body count only from an address that nobody
  /// answers at: a person may quote them.
  private var newCase: CaseMention? {
    guard !isReply else { return nil }
    if subject.folded.hasPrefix("nytt arende"), let mention = CaseMention(subject) {
      return mention
    }
    guard isFromPlatform else { return nil }
    let opening = String(content.text.prefix(2_000))
    guard opening.folded.contains("nytt arende") else { return nil }
    return CaseMention(opening)
  }

  /// Whether it comes from an address that nobody answers at.
  private var isFromPlatform: Bool {
    let sender = (from?.localPart ?? "").filter(\.isLetter)
    return ["noreply", "donotreply", "svaraej", "ejsvar", "svarainte", "etjanst", "intesvara"]
      .contains(where: sender.hasPrefix)
  }
}

/// The e-tjänst and the case number in "Nytt ärende Lämna synpunkt (ärende nr 123)".
struct CaseMention: Hashable {
  /// The name of the e-tjänst, when it stands between "nytt ärende" and the number.
  let service: String?
  /// The case number.
  let number: String

  /// Finds the first mention in a text.
  init?(_ text: String) {
    let signs = Array(text)
    let plain = signs.map { $0 == "\n" ? " " : String($0).folded }
    guard let mark = Self.place(of: "arende nr", in: plain, from: 0) else { return nil }
    let digits = signs[(mark + 9)...].drop { $0 == "." || $0 == ":" || $0.isWhitespace }
      .prefix { $0.isASCII && $0.isNumber }
    guard (1...20).contains(digits.count) else { return nil }
    number = String(digits)
    let start = Self.place(of: "nytt arende", in: plain, from: 0).map { $0 + 11 }
    guard let start, start < mark else {
      service = nil
      return
    }
    let name = signs[start..<mark].drop { $0 == "," || $0.isWhitespace }
    service = String(name.reversed().drop { $0 == "(" || $0.isWhitespace }.reversed()).oneLine
  }

  private static func place(of words: String, in signs: [String], from start: Int) -> Int? {
    let wanted = words.map { String($0) }
    guard signs.count >= wanted.count else { return nil }
    return (start...(signs.count - wanted.count)).first { place in
      signs[place..<(place + wanted.count)].elementsEqual(wanted)
    }
  }
}

extension IncomingFile {
  /// Whether the file looks like XML.
  fileprivate var isXML: Bool {
    if name.lowercased().hasSuffix(".xml") || mediaType.hasSuffix("/xml") { return true }
    let start = bytes.startOfContent
    return bytes[start...].starts(with: "<?xml".utf8)
      || bytes[start...].starts(with: "<FlowInstance".utf8)
  }
}
