import Domain
import Intake
import Testing

/// What a file is, told from its bytes.
@Suite("Media types")
struct MediaTypeTests {
  /// The beginning of a file, and what it is.
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let type: String
    var testDescription: String { name }
  }

  static let other = "application/octet-stream"
  static let rows = [
    Row(name: "pdf", bytes: Array("%PDF-1.7\n%âãÏÓ".utf8), type: "application/pdf"),
    Row(name: "png", bytes: [0x89] + Array("PNG\r\n\u{1A}\n".utf8) + [0, 0], type: "image/png"),
    Row(name: "jpeg", bytes: [0xFF, 0xD8, 0xFF, 0xE0, 0], type: "image/jpeg"),
    Row(name: "tiff, little", bytes: [0x49, 0x49, 0x2A, 0, 8], type: "image/tiff"),
    Row(name: "tiff, big", bytes: [0x4D, 0x4D, 0, 0x2A, 0], type: "image/tiff"),
    Row(name: "text", bytes: Array("Maten är kall.\r\n\tHej\n".utf8), type: "text/plain"),
    Row(name: "one letter", bytes: [0x61], type: "text/plain"),
    Row(name: "nothing", bytes: [], type: other),
    Row(name: "Latin-1", bytes: [0x6D, 0xE4, 0x74], type: other),
    Row(name: "NUL", bytes: [0x61, 0, 0x62], type: other),
    Row(name: "escape", bytes: Array("\u{1B}[31m".utf8), type: other),
    Row(name: "zip", bytes: [0x50, 0x4B, 3, 4], type: other),
    Row(name: "half a pdf", bytes: Array("%PDF".utf8), type: "text/plain"),
    Row(name: "half a png", bytes: [0x89, 0x50], type: other),
    Row(name: "MM", bytes: Array("MM".utf8), type: "text/plain"),
  ]

  @Test("Told from the first bytes, or from all of a text", arguments: rows)
  func type(row: Row) {
    #expect(MediaType.of(row.bytes) == row.type)
  }

  @Test("A name keeps no folder; without one it tells nothing but the kind")
  func names() {
    let pdf = Array("%PDF-1".utf8)
    #expect(IncomingFile(adding: "/tmp/Anna/brev.pdf", bytes: pdf, number: 1).name == "brev.pdf")
    #expect(IncomingFile(adding: nil, bytes: pdf, number: 3).name == "bilaga-3.pdf")
    #expect(IncomingFile(adding: "..", bytes: [0], number: 2).name == "bilaga-2")
    #expect(IncomingFile(adding: "a\u{1B}[1m.pdf", bytes: pdf, number: 1).name == "a[1m.pdf")
    // The bytes are believed, not the name.
    #expect(
      IncomingFile(adding: "brev.pdf", bytes: [0], number: 1).mediaType
        == "application/octet-stream")
  }
}
