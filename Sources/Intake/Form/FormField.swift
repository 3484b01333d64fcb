/// One question of a form, as Open ePlatform writes it: an element whose name the e-tjänst chose.
struct FormField: Hashable {
  /// The element's name, such as `description`.
  let name: String
  /// The question as shown, such as "Beskriv din synpunkt".
  let question: String?
  /// The answers in order, exactly as written: each element within that holds text.
  let answers: [Answer]
  /// The files that were uploaded.
  let files: [FormFile]

  /// One answer: a `Value`, a `TextAlternative`, or a field that the form named itself.
  struct Answer: Hashable {
    /// The element's name.
    let name: String
    /// The text, exactly.
    let text: String
  }

  /// Reads a child of `Values`.
  init(_ element: XMLElement) {
    name = element.name
    question = element.value("Name")
    var answers: [Answer] = []
    var files: [FormFile] = []
    var isAfterQuestion = false
    for child in element.children where child.name != "QueryID" {
      if child.name == "Name", !isAfterQuestion {
        isAfterQuestion = true
      } else if child.name == "File" {
        files.append(FormFile(child))
      } else {
        Self.collect(child, into: &answers)
      }
    }
    if element.children.isEmpty, !element.text.isBlank {
      answers.append(Answer(name: "Value", text: element.text.withLineFeeds))
    }
    self.answers = answers
    self.files = files
  }

  /// The answers in one text, one on each line.
  var text: String { answers.map(\.text).joined(separator: "\n") }

  /// The answers on one line, separated by commas; nil when there is nothing.
  var line: String? {
    let parts = answers.compactMap(\.text.oneLine)
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// Whether all answers are a `Value` or a `TextAlternative`, rather than fields of the form's own.
  var hasPlainAnswers: Bool {
    answers.allSatisfy { $0.name == "Value" || $0.name == "TextAlternative" }
  }

  /// Whether nothing was answered.
  var isBlank: Bool { answers.allSatisfy(\.text.isBlank) }

  /// The question with its answer, for a field that has no place of its own: "Fråga: svar".
  var questionAndAnswer: String? {
    guard !isBlank else { return nil }
    return (question ?? name).asQuestion + " " + text
  }

  private static func collect(_ element: XMLElement, into answers: inout [Answer]) {
    if element.children.isEmpty {
      guard !element.text.isEmpty || element.name == "Value" else { return }
      answers.append(Answer(name: element.name, text: element.text.withLineFeeds))
    } else {
      for child in element.children { collect(child, into: &answers) }
    }
  }
}

/// A file that was uploaded in a form; its content normally stays in the e-tjänst.
struct FormFile: Hashable {
  /// The file's name.
  let name: String?
  /// Its size in bytes.
  let size: Int?
  /// Its content, when the export has it (`EncodedData`, base64).
  let bytes: [UInt8]?

  /// Reads a `File`.
  init(_ element: XMLElement) {
    name = element.value("Name")
    size = element.value("Size").flatMap { Int($0) }
    bytes = element.value("EncodedData").map { TransferEncoding.base64.decode(Array($0.utf8)) }
  }
}

extension String {
  /// The text as a question before its answer: ends with a question mark or a colon.
  fileprivate var asQuestion: String {
    let text = oneLine ?? ""
    return text.hasSuffix("?") || text.hasSuffix(":") ? text : text + ":"
  }
}
