import Domain

/// What can be read in a mail: the text, and the files.
struct MailContent {
  /// The text that the person wrote, with line ends as LF.
  private(set) var text = ""
  /// The files, inline pictures among them, in order.
  private(set) var files: [IncomingFile] = []
  /// Whether the character set of the text had to be guessed.
  private(set) var isGuessed = false

  private let bytes: [UInt8]

  /// Reads the parts of a message.
  init(_ structure: MailStructure) throws(IntakeRefusal) {
    bytes = structure.bytes
    let pieces = try pieces(of: structure.root)
    let written = pieces.filter { !$0.text.isBlank }
    text = written.isEmpty ? pieces.first?.text ?? "" : written.map(\.text).joined(separator: "\n")
    guard Matter.hasRoom(for: text) else { throw .textTooLong }
    guard !text.utf8.contains(0) else { throw .nulBytes }
  }

  /// A stretch of readable text.
  private struct Piece {
    var text: String
    var isPlain: Bool
  }

  /// The readable text in a part, in order; what is no text becomes a file.
  private mutating func pieces(of part: MailPart) throws(IntakeRefusal) -> [Piece] {
    guard part.isMultipart else { return try leaf(part) }
    switch part.mediaType {
    case "multipart/alternative": return try alternative(part.children)
    case "multipart/related":
      let start = part.parameters["start"].map {
        String($0.drop { $0 == "<" }.prefix { $0 != ">" })
      }
      let root = part.children.firstIndex { start != nil && $0.contentID == start } ?? 0
      return try only(root, of: part.children)
    case "multipart/signed": return try only(0, of: part.children)
    default:
      var all: [Piece] = []
      for child in part.children { all += try pieces(of: child) }
      return all
    }
  }

  /// Plain text if there is any, else the last of the other forms that has words.
  private mutating func alternative(_ parts: [MailPart]) throws(IntakeRefusal) -> [Piece] {
    var forms: [[Piece]] = []
    for part in parts { forms.append(try pieces(of: part)) }
    return forms.first { form in form.contains { $0.isPlain && !$0.text.isBlank } }
      ?? forms.last { form in form.contains { !$0.text.isBlank } }
      ?? forms.first { !$0.isEmpty } ?? []
  }

  /// The text of one part; the others are files.
  private mutating func only(
    _ index: Int, of parts: [MailPart]
  ) throws(IntakeRefusal) -> [Piece] {
    var found: [Piece] = []
    for (place, part) in parts.enumerated() {
      if place == index { found = try pieces(of: part) } else { addFiles(part) }
    }
    return found
  }

  private mutating func leaf(_ part: MailPart) throws(IntakeRefusal) -> [Piece] {
    guard part.isBody else {
      addFiles(part)
      return []
    }
    let content = decoded(part)
    // Four bytes a character at most, and HTML has more markup than text.
    let isHTML = part.mediaType == "text/html"
    guard isHTML || content.count <= 4 * FileReader.maximumCharacters else { throw .textTooLong }
    let declared = part.parameters["charset"] ?? (isHTML ? HTMLText.charset(content) : nil)
    let reading = DecodedText(content, declared: declared)
    isGuessed = isGuessed || reading.isGuessed
    let lines = reading.text.withLineFeeds.withoutFinalLineEnd
    if isHTML { return [Piece(text: try HTMLText.readable(lines), isPlain: false)] }
    guard part.parameters["format"]?.lowercased() == "flowed" else {
      return [Piece(text: lines, isPlain: true)]
    }
    let deletesSpace = part.parameters["delsp"]?.lowercased() == "yes"
    return [Piece(text: lines.unflowed(deletesSpace: deletesSpace), isPlain: true)]
  }

  private mutating func addFiles(_ part: MailPart) {
    guard !part.isMultipart else {
      for child in part.children { addFiles(child) }
      return
    }
    files.append(
      IncomingFile(
        name: part.fileName, mediaType: part.mediaType, bytes: decoded(part),
        number: files.count + 1))
  }

  private func decoded(_ part: MailPart) -> [UInt8] {
    TransferEncoding(part.headers.text("content-transfer-encoding")).decode(
      Array(bytes[part.content]))
  }
}

extension MailPart {
  /// Whether the part is text to be read rather than a file.
  fileprivate var isBody: Bool {
    (mediaType == "text/plain" || mediaType == "text/html") && disposition != "attachment"
      && fileName == nil
  }
}
