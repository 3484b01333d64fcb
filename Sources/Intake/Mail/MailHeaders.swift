/// The headers of a mail or of one of its parts.
struct MailHeaders {
  /// One header field.
  struct Field {
    /// The name in lower case.
    let name: String
    /// The value with its folds undone, as raw bytes.
    let value: [UInt8]
  }

  /// More headers than this no mail has.
  static let maximumCount = 2_000

  /// The fields from the top.
  private(set) var fields: [Field] = []
  /// Where the body starts: after the first blank line, or at the first line that is no header.
  private(set) var end: Int

  /// Reads the headers at the start of `range`.
  init(_ bytes: [UInt8], in range: Range<Int>) throws(IntakeRefusal) {
    end = range.lowerBound
    var name: String?
    var value: [UInt8] = []
    while end < range.upperBound {
      let lineEnd = bytes[end..<range.upperBound].firstIndex(of: 0x0A) ?? range.upperBound
      let next = min(lineEnd + 1, range.upperBound)
      var line = bytes[end..<lineEnd]
      if line.last == 0x0D { line = line.dropLast() }
      guard let first = line.first else {
        end = next
        break
      }
      guard !line.contains(0) else { throw .nulBytes }
      if first.isBlank, name != nil {
        value.append(contentsOf: line)
      } else if let colon = Self.colon(in: line) {
        if let name { fields.append(Field(name: name, value: value)) }
        guard fields.count < Self.maximumCount else { throw .abnormalMail }
        name = Self.name(line[..<colon])
        value = Array(line[(colon + 1)...])
      } else if !Self.isQuotedEnvelope(line) {
        break
      }
      end = next
    }
    if let name { fields.append(Field(name: name, value: value)) }
  }

  /// The first value of a header, as raw bytes.
  func first(_ name: String) -> [UInt8]? { fields.first { $0.name == name }?.value }

  /// All values of a header from the top, as raw bytes.
  func all(_ name: String) -> [[UInt8]] { fields.filter { $0.name == name }.map(\.value) }

  /// The first value of a header as readable text; nil when it is missing or blank.
  func text(_ name: String) -> String? { first(name).flatMap { HeaderValue.text($0).nonBlank } }

  /// The first value of a header, folded for comparing: "Auto-Submitted: No" as "no".
  func token(_ name: String) -> String? { text(name)?.lowercased() }

  /// Where the colon after a field name is; nil when the line is no header.
  static func colon(in line: ArraySlice<UInt8>) -> Int? {
    guard let colon = line.prefix(200).firstIndex(of: 0x3A) else { return nil }
    let name = line[..<colon]
    let end = (name.lastIndex { !$0.isBlank }).map { $0 + 1 } ?? name.startIndex
    guard end > name.startIndex, name[..<end].allSatisfy({ (0x21...0x7E).contains($0) }) else {
      return nil
    }
    return colon
  }

  private static func name(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.filter { !$0.isBlank }.map(\.lowercased), as: UTF8.self)
  }

  /// A line such as ">From anna@exempel.se Tue Nov  3", left by a mail store.
  private static func isQuotedEnvelope(_ line: ArraySlice<UInt8>) -> Bool {
    line.starts(with: ">From ".utf8)
  }
}
