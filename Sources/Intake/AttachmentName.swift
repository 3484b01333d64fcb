import Domain

extension IncomingFile {
  /// Makes a file with a name that is safe to show and to save under.
  ///
  /// - Parameters:
  ///   - name: The name as sent; folders are cut off. Without one it becomes "bilaga-1.pdf".
  ///   - mediaType: The media type; nil to tell it from the name.
  ///   - bytes: The content.
  ///   - number: The number among the files, from 1.
  init(name: String?, mediaType: String?, bytes: [UInt8], number: Int) {
    let safe = name.flatMap(Self.safeName)
    let type = mediaType ?? Self.mediaType(ending: safe.flatMap { Self.ending($0) })
    self.init(
      name: safe ?? Self.neutralName(number, ending: Self.ending(mediaType: type)),
      mediaType: type, bytes: bytes)
  }

  /// The file under a name that tells nothing: "bilaga-1.pdf".
  func neutral(number: Int) -> IncomingFile {
    var file = self
    file.name = Self.neutralName(
      number, ending: Self.ending(name) ?? Self.ending(mediaType: mediaType))
    return file
  }

  private static func neutralName(_ number: Int, ending: String?) -> String {
    "bilaga-\(number)" + (ending.map { "." + $0 } ?? "")
  }

  /// The last part of a path, on one line and without control characters; nil when nothing is left.
  private static func safeName(_ name: String) -> String? {
    let last = name.split { $0 == "/" || $0 == "\\" }.last ?? ""
    let scalars = last.unicodeScalars.filter { $0.properties.generalCategory != .control }
    let text = String(String.UnicodeScalarView(scalars)).trimmed
    guard !text.isEmpty, text != ".", text != ".." else { return nil }
    guard text.unicodeScalars.count > 200 else { return text }
    let end = ending(text).map { "." + $0 } ?? ""
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(190))) + end
  }

  /// The ending of a file name, in lower case: one to eight ASCII letters or digits.
  private static func ending(_ name: String) -> String? {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
    let text = name[name.index(after: dot)...].lowercased()
    guard (1...8).contains(text.utf8.count),
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) })
    else { return nil }
    return text
  }

  private static func ending(mediaType: String) -> String? {
    endings.first { $0.type == mediaType }?.ending
  }

  private static func mediaType(ending: String?) -> String {
    endings.first { $0.ending == ending }?.type ?? "application/octet-stream"
  }

  private static let endings: [(ending: String, type: String)] = [
    ("pdf", "application/pdf"), ("jpg", "image/jpeg"), ("jpeg", "image/jpeg"),
    ("png", "image/png"), ("gif", "image/gif"), ("heic", "image/heic"), ("webp", "image/webp"),
    ("tiff", "image/tiff"), ("txt", "text/plain"), ("html", "text/html"),
    ("ics", "text/calendar"), ("csv", "text/csv"), ("vcf", "text/vcard"),
    ("xml", "application/xml"), ("xml", "text/xml"), ("json", "application/json"),
    ("eml", "message/rfc822"), ("zip", "application/zip"), ("rtf", "application/rtf"),
    ("doc", "application/msword"), ("xls", "application/vnd.ms-excel"),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("odt", "application/vnd.oasis.opendocument.text"), ("mp3", "audio/mpeg"),
    ("m4a", "audio/mp4"), ("mp4", "video/mp4"), ("mov", "video/quicktime"),
    ("p7s", "application/pkcs7-signature"), ("p7m", "application/pkcs7-mime"),
  ]
}
