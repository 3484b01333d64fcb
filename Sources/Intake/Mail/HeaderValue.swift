import CGMime
import Domain

/// Header values in readable form, through GMime.
enum HeaderValue {
  /// The text with encoded words decoded.
  static func text(_ raw: [UInt8]) -> String {
    let buffer = raw.withUnsafeBytes { bytes in
      bytes.assumingMemoryBound(to: CChar.self).baseAddress.map {
        cgmime_header_text($0, bytes.count)
      }
    }
    guard let buffer else { return "" }
    return String(decoding: buffer.takeBytes(), as: UTF8.self)
  }

  /// The name and address of each mailbox.
  static func mailboxes(_ raw: [UInt8]) -> [MailAddress] {
    pairs(raw, cgmime_addresses).map {
      MailAddress(name: $0.first.oneLine, address: $0.second.trimmed)
    }
  }

  /// A Content-Type or Content-Disposition: its word and its parameters.
  struct Parameterised {
    /// "text/plain" or "attachment", in lower case.
    var word: String
    /// The parameters by name in lower case, decoded.
    var parameters: [String: String]

    fileprivate init?(_ pairs: [Pair]) {
      guard let type = pairs.first else { return nil }
      word = (type.second.isEmpty ? type.first : type.first + "/" + type.second).lowercased()
      parameters = [:]
      for pair in pairs.dropFirst() where parameters[pair.first.lowercased()] == nil {
        parameters[pair.first.lowercased()] = pair.second
      }
    }
  }

  /// Reads a Content-Type; nil when it has no "type/subtype".
  static func contentType(_ raw: [UInt8]) -> Parameterised? {
    let word = raw.prefix { $0 != UInt8(ascii: ";") }
    guard word.contains(UInt8(ascii: "/")) else { return nil }
    return Parameterised(pairs(raw, cgmime_content_type))
  }

  /// Reads a Content-Disposition.
  static func disposition(_ raw: [UInt8]) -> Parameterised? {
    Parameterised(pairs(raw, cgmime_disposition))
  }

  /// Reads a date.
  static func date(_ raw: [UInt8]) -> Instant? {
    var seconds: Int64 = 0
    let isDate = raw.withUnsafeBytes { bytes in
      guard let start = bytes.assumingMemoryBound(to: CChar.self).baseAddress else { return false }
      return cgmime_date(start, bytes.count, &seconds)
    }
    // Years 1 to 9999, so that nothing overflows.
    guard isDate, (-62_135_596_800...253_402_300_799).contains(seconds) else { return nil }
    return Instant(milliseconds: seconds * 1_000)
  }

  /// Collects what a C function tells in pairs of texts.
  private static func pairs(
    _ raw: [UInt8],
    _ read: (
      UnsafePointer<CChar>, Int, cgmime_pair_visitor, UnsafeMutableRawPointer?
    ) -> Void
  ) -> [Pair] {
    var found = Pairs()
    let value = raw.map { CChar(bitPattern: $0) }
    withUnsafeMutablePointer(to: &found) { read(value, value.count, Pairs.visit, $0) }
    return found.all
  }

  /// What GMime tells of a value.
  fileprivate struct Pair {
    var first: String
    var second: String
  }

  private struct Pairs {
    var all: [Pair] = []

    static let visit: cgmime_pair_visitor = { context, first, firstCount, second, secondCount in
      let pairs = context?.assumingMemoryBound(to: Pairs.self)
      pairs?.pointee.all.append(
        Pair(first: string(first, firstCount), second: string(second, secondCount)))
    }
  }

  private static func string(_ start: UnsafePointer<CChar>, _ count: Int) -> String {
    String(decoding: UnsafeRawBufferPointer(start: start, count: count), as: UTF8.self)
  }
}

/// A mailbox: a name, an address, or both.
struct MailAddress: Hashable {
  /// The name shown.
  var name: String?
  /// The address, empty when there is none.
  var address: String

  /// Whether the address can be written to.
  var isUsable: Bool { EmailAddress.isPlausible(address) }

  /// The part before the at sign, in lower case.
  var localPart: String { String(address.prefix { $0 != "@" }).lowercased() }
}
