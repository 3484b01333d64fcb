import CGMime

/// A character set that text from outside is written in.
enum CharacterSet: Hashable {
  /// UTF-8.
  case utf8
  /// Windows-1252, and what calls itself ISO-8859-1 or US-ASCII: the same where those have signs.
  case western
  /// Another set, by the name that iconv knows.
  case other(String)

  /// Finds a set by the name that files give it; nil when it is not known.
  init?(name: String) {
    let name = name.lowercased()
    switch name {
    case "utf-8", "utf8":
      self = .utf8
    case "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1", "us-ascii", "ascii",
      "ansi_x3.4-1968", "windows-1252", "cp1252", "cp-1252", "x-cp1252":
      self = .western
    case _ where Self.others.contains(name):
      self = .other(name)
    default:
      return nil
    }
  }

  /// The text of `bytes`, or nil when they are not written in this set.
  func text(_ bytes: [UInt8]) -> String? {
    switch self {
    case .utf8: String(validating: bytes, as: UTF8.self)
    case .western: Self.western(bytes[...])
    case .other(let name): Self.converted(bytes, from: name)
    }
  }

  /// The sets beside UTF-8 and the western ones that are worth trying.
  private static let others: Set<String> = Set(
    (2...16).filter { $0 != 12 }.map { "iso-8859-\($0)" } + (1_250...1_258).map { "windows-\($0)" }
      + ["koi8-r", "koi8-u", "macintosh", "cp850", "ibm850", "cp437", "tis-620"]
      + ["utf-16", "utf-16le", "utf-16be", "utf-32", "utf-7", "gb2312", "gbk", "gb18030", "big5"]
      + ["shift_jis", "euc-jp", "iso-2022-jp", "euc-kr", "ks_c_5601-1987"]
  )

  /// The signs of Windows-1252 from 0x80 to 0x9F; the five places it leaves open stay controls.
  private static let westernSigns: [UInt16] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
    0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
  ]

  /// Text in Windows-1252, which takes any byte.
  static func western(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(where: { $0 >= 0x80 }) else {
      return String(decoding: bytes, as: UTF8.self)
    }
    let units = bytes.map { byte in
      (0x80...0x9F).contains(byte) ? westernSigns[Int(byte) - 0x80] : UInt16(byte)
    }
    return String(decoding: units, as: UTF16.self)
  }

  private static func converted(_ bytes: [UInt8], from name: String) -> String? {
    var buffer = cgmime_buffer()
    guard cgmime_convert(name, bytes, bytes.count, &buffer) else { return nil }
    return String(validating: buffer.takeBytes(), as: UTF8.self)
  }
}

extension cgmime_buffer {
  /// Copies the bytes out and gives the memory back.
  consuming func takeBytes() -> [UInt8] {
    defer { cgmime_release(self) }
    return Array(UnsafeBufferPointer(start: bytes, count: count))
  }
}
