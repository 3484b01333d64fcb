/// The text of an XML file in UTF-8, after its byte order mark and XML declaration are dealt with.
///
/// What the file says of its encoding is checked here, where a wrong claim can be put in words,
/// and libxml2 gets nothing but valid UTF-8.
struct XMLSource {
  /// The document in UTF-8 without byte order mark and declaration.
  let utf8: [UInt8]

  /// Decodes a file.
  init(_ bytes: [UInt8]) throws(IntakeRefusal) {
    let wide: String? =
      bytes.starts(with: [0xFF, 0xFE])
      ? "utf-16le" : bytes.starts(with: [0xFE, 0xFF]) ? "utf-16be" : nil
    if let wide {
      guard let text = CharacterSet(name: wide)?.text(Array(bytes.dropFirst(2))) else {
        throw .wrongEncoding(named: "UTF-16", written: nil)
      }
      try self.init(content: Array(text.utf8), mark: "UTF-16")
    } else {
      let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
      let content = Array(bytes[bytes.startOfContent...])
      try self.init(content: content, mark: hasMark ? "UTF-8" : nil)
    }
  }

  /// Reads a document without byte order mark.
  ///
  /// - Parameters:
  ///   - content: The document; in UTF-8 when the mark was UTF-16.
  ///   - mark: The encoding that the byte order mark told.
  /// - Throws: ``IntakeRefusal`` when the encoding is not what it says.
  private init(content: [UInt8], mark: String?) throws(IntakeRefusal) {
    guard !content.contains(0) else { throw .nulBytes }
    let declaration = try XMLDeclaration(content)
    let document = Array(content.dropFirst(declaration.length))
    let named = declaration.encoding ?? mark ?? "UTF-8"
    if mark == "UTF-16" {
      guard named.lowercased().hasPrefix("utf-16") else {
        throw .wrongEncoding(named: named, written: mark)
      }
      utf8 = document
      return
    }
    guard let set = CharacterSet(name: named) else { throw .unknownEncoding(named) }
    let isUnicode = CharacterSet.utf8.text(document) != nil
    if mark == "UTF-8", set != .utf8 {
      throw .wrongEncoding(named: named, written: mark)
    }
    switch set {
    case .utf8:
      guard isUnicode else { throw .wrongEncoding(named: named, written: nil) }
      utf8 = document
    case .western:
      // Letters above ASCII that are valid UTF-8 throughout are no ISO-8859-1.
      if isUnicode, document.contains(where: { $0 >= 0x80 }) {
        throw .wrongEncoding(named: named, written: "UTF-8")
      }
      utf8 = Array((set.text(document) ?? "").utf8)
    case .other:
      guard !named.lowercased().hasPrefix("utf-"), let text = set.text(document) else {
        throw .wrongEncoding(named: named, written: nil)
      }
      utf8 = Array(text.utf8)
    }
    guard !utf8.contains(0) else { throw .nulBytes }
  }
}

/// The XML declaration, `<?xml version="1.0" encoding="ISO-8859-1" standalone="no"?>`.
struct XMLDeclaration {
  /// The encoding it names.
  let encoding: String?
  /// Its length in bytes; 0 when there is none.
  let length: Int

  /// Reads the declaration at the start of a document, in the strict order XML asks for.
  ///
  /// - Throws: ``IntakeRefusal/brokenDeclaration``, such as for `version="1.0"encoding="UTF_8"`.
  init(_ content: [UInt8]) throws(IntakeRefusal) {
    guard content.starts(with: "<?xml".utf8), content.count > 5,
      content[5].isBlank || content[5].isLineEnd
    else {
      encoding = nil
      length = 0
      return
    }
    let head = content.prefix(400)
    guard let close = head.indices.first(where: { head[$0...].starts(with: "?>".utf8) }),
      let text = String(validating: head[5..<close], as: UTF8.self)
    else {
      if content.count < 400 { throw .cutOffXML(line: 1) }
      throw .brokenDeclaration
    }
    var rest = text[...]
    guard let version = Self.takeAttribute("version", from: &rest), version.hasPrefix("1.") else {
      throw .brokenDeclaration
    }
    encoding = Self.takeAttribute("encoding", from: &rest)
    if let encoding, !Self.isEncodingName(encoding) { throw .brokenDeclaration }
    let standalone = Self.takeAttribute("standalone", from: &rest)
    guard [nil, "yes", "no"].contains(standalone), String(rest).isBlank else {
      throw .brokenDeclaration
    }
    length = close + 2
  }

  /// Takes ` name="value"` from the start of `rest`; nil, and nothing taken, when it is not there.
  private static func takeAttribute(_ name: String, from rest: inout Substring) -> String? {
    func skipSpace(_ text: inout Substring) { text = text.drop { $0.isWhitespace } }
    var text = rest
    skipSpace(&text)
    guard text.startIndex > rest.startIndex, text.hasPrefix(name) else { return nil }
    text = text.dropFirst(name.count)
    skipSpace(&text)
    guard text.first == "=" else { return nil }
    text = text.dropFirst()
    skipSpace(&text)
    guard let quote = text.first, quote == "\"" || quote == "'" else { return nil }
    text = text.dropFirst()
    guard let close = text.firstIndex(of: quote) else { return nil }
    rest = text[text.index(after: close)...]
    return String(text[..<close])
  }

  private static func isEncodingName(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first, first.isASCII, first.properties.isAlphabetic else {
      return false
    }
    return name.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x61...0x7A).contains($0.lowercased)
        || [0x2D, 0x2E, 0x5F].contains($0)
    }
  }
}
