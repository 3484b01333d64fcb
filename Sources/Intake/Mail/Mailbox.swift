/// What a mail store puts around a message.
enum Mailbox {
  /// Headers of which a mail has at least one.
  private static let known: Set<String> = [
    "from", "to", "subject", "date", "received", "message-id", "mime-version", "return-path",
    "delivered-to", "content-type", "reply-to", "sender", "cc",
  ]

  /// Whether a message starts at `start`: an envelope line or a header, and among the headers at
  /// least one that mails have.
  static func startsMessage(_ bytes: [UInt8], at start: Int) -> Bool {
    let message = withoutEnvelope(bytes, at: start)
    let head = message.start..<min(message.bytes.count, message.start + 1_000_000)
    let line = message.bytes[head].prefix { !$0.isLineEnd }
    guard MailHeaders.colon(in: line) != nil || line.starts(with: ">From ".utf8) else {
      return false
    }
    do {
      return try MailHeaders(message.bytes, in: head).fields.contains { known.contains($0.name) }
    } catch {
      // A mail that is refused, later and with its own words.
      return true
    }
  }

  /// The message without the "From " line of an mbox.
  ///
  /// With such a line, lines that start with ">From " lose the ">" that the mbox gave them, and
  /// the blank line that ends a message in an mbox goes.
  static func withoutEnvelope(_ bytes: [UInt8], at start: Int) -> (bytes: [UInt8], start: Int) {
    guard bytes[start...].starts(with: "From ".utf8) else { return (bytes, start) }
    let lineEnd = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count - 1
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = lineEnd + 1
    while index < bytes.count {
      let next = (bytes[index...].firstIndex(of: 0x0A) ?? bytes.count - 1) + 1
      var line = bytes[index..<next]
      if line.first == 0x3E, line.drop(while: { $0 == 0x3E }).starts(with: "From ".utf8) {
        line = line.dropFirst()
      }
      result.append(contentsOf: line)
      index = next
    }
    let end = result.suffix(4)
    if end.elementsEqual([0x0D, 0x0A, 0x0D, 0x0A]) { result.removeLast(2) }
    if end.suffix(2).elementsEqual([0x0A, 0x0A]) { result.removeLast() }
    return (result, 0)
  }

  /// Whether another message starts within an mbox: a blank line and a line such as
  /// "From anna@exempel.se Tue Nov  3 10:00:00 2026".
  static func holdsSeveral(_ bytes: [UInt8], at start: Int) -> Bool {
    guard bytes[start...].starts(with: "From ".utf8) else { return false }
    var index = start
    var isAfterBlank = false
    while index < bytes.count {
      let end = bytes[index...].firstIndex(of: 0x0A) ?? bytes.count
      var line = bytes[index..<end]
      if line.last == 0x0D { line = line.dropLast() }
      if isAfterBlank, line.starts(with: "From ".utf8), isEnvelope(line) { return true }
      isAfterBlank = line.isEmpty
      index = end + 1
    }
    return false
  }

  /// Whether a line that starts with "From " has an address, a time of day and a year after it.
  private static func isEnvelope(_ line: ArraySlice<UInt8>) -> Bool {
    let words = String(decoding: line.prefix(200), as: UTF8.self).split(separator: " ")
    return words.count >= 6
      && words.contains { $0.split(separator: ":").compactMap { Int($0) }.count == 3 }
      && words.suffix(2).contains { $0.count == 4 && Int($0) != nil }
  }
}
