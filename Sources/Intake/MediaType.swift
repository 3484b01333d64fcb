public import Domain

/// What a file is, told from its bytes.
public enum MediaType {
  /// The media type of what a scanner or an office makes: PDF, PNG, JPEG, TIFF or plain text; else
  /// `application/octet-stream`.
  public static func of(_ bytes: [UInt8]) -> String {
    for (start, type) in starts where bytes.starts(with: start) { return type }
    return isText(bytes) ? "text/plain" : "application/octet-stream"
  }

  private static let starts: [([UInt8], String)] = [
    (Array("%PDF-".utf8), "application/pdf"),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "image/png"),
    ([0xFF, 0xD8, 0xFF], "image/jpeg"),
    ([0x49, 0x49, 0x2A, 0x00], "image/tiff"), ([0x4D, 0x4D, 0x00, 0x2A], "image/tiff"),
    // BigTIFF
    ([0x49, 0x49, 0x2B, 0x00], "image/tiff"), ([0x4D, 0x4D, 0x00, 0x2B], "image/tiff"),
  ]

  /// Whether the bytes are UTF-8 without other control characters than line ends, tabs and form
  /// feeds.
  private static func isText(_ bytes: [UInt8]) -> Bool {
    let allowed: Set<UInt8> = [0x09, 0x0A, 0x0C, 0x0D]
    return !bytes.isEmpty
      && bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F || allowed.contains($0) }
      && String(validating: bytes, as: UTF8.self) != nil
  }
}

extension IncomingFile {
  /// Makes a file that somebody here adds, such as a scan: its type is told from its bytes.
  ///
  /// - Parameters:
  ///   - name: The name, folders and all; nil or empty for one that tells nothing: "bilaga-1.pdf".
  ///   - bytes: The content.
  ///   - number: The number among the matter's files, from 1.
  public init(adding name: String?, bytes: [UInt8], number: Int) {
    self.init(name: name, mediaType: MediaType.of(bytes), bytes: bytes, number: number)
  }
}
