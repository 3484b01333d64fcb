import Domain

/// A case of an e-tjänst in Open ePlatform, as exported in XML.
struct FlowInstance {
  /// FlowInstanceID: the "ärende nr." that the citizen sees.
  let caseNumber: String
  /// FamilyID: the same through all versions of the e-tjänst.
  let family: String?
  /// When it was first sent in, as written.
  let submitted: String?
  /// The logged-in owners, else the one who sent it in.
  let users: [ContactDetails]
  /// The questions with their answers.
  let fields: [FormField]

  /// Reads an exported case.
  init(_ bytes: [UInt8]) throws(IntakeRefusal) {
    let root = try XMLElement.document(bytes)
    guard root.name == "FlowInstance" else { throw .otherXML(root: root.name) }
    let header = root.child("Header") ?? XMLElement(name: "Header")
    guard
      let number = header.value("FlowInstanceID") ?? root.value("FlowInstanceID"),
      Self.isCaseNumber(number)
    else { throw .missingCaseNumber }
    caseNumber = number
    family = header.value("Flow", "FamilyID")
    submitted = header.value("FirstSubmitted") ?? header.value("Posted")
    let owners = header.children.filter { $0.name == "Owner" }
    let posters = header.children.filter { $0.name == "Poster" }
    users = (owners + posters).map(ContactDetails.init(user:)).filter { !$0.isEmpty }
    fields = (root.child("Values")?.children ?? []).map(FormField.init)
  }

  /// The synpunkt in the case.
  ///
  /// - Parameters:
  ///   - today: The latest day it may have arrived.
  ///   - attached: Files that came beside the XML in the same mail, the form itself left out.
  /// - Returns: The synpunkt; without anything that tells who sent it when that was the wish.
  /// - Throws: ``IntakeRefusal/textTooLong``.
  func matter(
    today: CivilDay, attached: [IncomingFile] = []
  ) throws(IntakeRefusal) -> IncomingMatter {
    let answers = FormAnswers(fields)
    guard Matter.hasRoom(for: answers.text) else { throw .textTooLong }
    let sender = answers.sender(users: users)
    var notices = answers.notices + answers.notices(on: sender)
    let arrival = arrivalDay(today: today)
    notices += arrival.notices
    var files = attached
    if answers.wish.isAnonymous {
      files = withoutSummary(files, notices: &notices)
    }
    let (uploaded, left) = uploadedFiles(beside: attached)
    files += uploaded
    notices += left.map { file in
      answers.wish.isAnonymous
        ? "En bilaga följde inte med; hämta den i e-tjänsten, ärende nr. \(caseNumber)."
        : "Bilagan \(file.name?.oneLine ?? "utan namn") följde inte med; hämta den i e-tjänsten, "
          + "ärende nr. \(caseNumber)."
    }
    if answers.wish.isAnonymous {
      if !files.isEmpty {
        notices.append(
          "Avsändaren är anonym: bilagornas namn är utbytta, men innehållet kan röja vem det är.")
      }
      files = files.enumerated().map { index, file in file.neutral(number: index + 1) }
    } else if answers.text.mentionsAnonymity {
      notices.append(.anonymityWish)
    }
    return IncomingMatter(
      channel: .eService, arrivedOn: arrival.day, body: .text(answers.text),
      title: answers.title, sender: sender, concerns: answers.concerns,
      suggestedCategory: answers.category, formFamily: family, unitWords: answers.unit,
      key: .flowInstance(caseNumber), files: files, notices: notices)
  }

  private static func isCaseNumber(_ text: String) -> Bool {
    (1...40).contains(text.utf8.count)
      && text.utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x61...0x7A).contains($0.lowercased) || $0 == 0x2D
      }
  }

  private func arrivalDay(today: CivilDay) -> (day: CivilDay, notices: [String]) {
    guard let submitted, let day = CivilDay(formTimestamp: submitted) else {
      return (today, ["Det gick inte att läsa när ärendet skickades in; det räknas som i dag."])
    }
    guard day <= today else {
      return (today, ["Ärendet har ett datum som inte har varit än; det räknas som i dag."])
    }
    return (day, [])
  }

  /// The e-tjänst's own summary ("Lämna synpunkt, 123.pdf") bears the name of the sender.
  private func withoutSummary(
    _ files: [IncomingFile], notices: inout [String]
  ) -> [IncomingFile] {
    let kept = files.filter {
      let name = $0.name.folded
      return !(name.hasSuffix(".pdf") && name.foldedWords.contains(caseNumber.folded))
    }
    if kept.count < files.count {
      notices.append(
        "E-tjänstens sammanställning (PDF) är utelämnad, för där kan den anonyma avsändarens "
          + "namn stå.")
    }
    return kept
  }

  /// The uploaded files whose content is here, and those whose content is not.
  private func uploadedFiles(
    beside attached: [IncomingFile]
  ) -> (here: [IncomingFile], left: [FormFile]) {
    var here: [IncomingFile] = []
    var left: [FormFile] = []
    for file in fields.flatMap(\.files) {
      if let bytes = file.bytes {
        here.append(
          IncomingFile(name: file.name, mediaType: nil, bytes: bytes, number: here.count + 1))
      } else if !attached.contains(where: { $0.name == file.name }) {
        left.append(file)
      }
    }
    return (here, left)
  }
}

extension String {
  /// Whether the text speaks of being anonymous.
  var mentionsAnonymity: Bool {
    utf8.count < 20_000 && folded.contains("vara anonym")
  }

  /// What the registrator is told when a text speaks of being anonymous.
  static var anonymityWish: String {
    "Texten talar om att vara anonym; avgör om avsändaren vill det."
  }
}
