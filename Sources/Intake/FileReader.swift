public import Domain

/// Reads one file from outside: a form from the e-tjänst (Open ePlatform XML) or a mail (RFC 5322).
///
/// The kind is told from the content, never from a file name. A form's text is exactly the
/// character data of its answers, and a mail's exactly what its parts hold, with CRLF and CR as LF.
/// One final line end of a mail is left out, because the transport adds it.
///
/// ```swift
/// switch try FileReader.read(bytes, today: clock.today) {
/// case .matter(let matter): register(matter)
/// case .aside(let message): setAside(message)
/// }
/// ```
public enum FileReader {
  /// The longest text that is taken, in Unicode scalars.
  static let maximumCharacters = Matter.longestText

  /// Reads one file from outside.
  ///
  /// Takes time in proportion to the file; nothing but `bytes` is read.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - today: The latest day an arrival may have.
  /// - Returns: A synpunkt or a pointer to one, or a message for the registrator.
  /// - Throws: ``IntakeRefusal`` with a sentence for the one who reads the file in.
  public static func read(
    _ bytes: [UInt8], today: CivilDay
  ) throws(IntakeRefusal) -> Incoming {
    guard bytes.count <= Matter.largestFile else { throw .tooLarge }
    switch try FileKind(bytes) {
    case .form:
      return .matter(try FlowInstance(bytes).matter(today: today))
    case .mail:
      return try Mail(bytes, today: today).incoming()
    }
  }
}

/// What a file from outside is.
enum FileKind {
  case form
  case mail

  /// Tells the kind from the first bytes.
  init(_ bytes: [UInt8]) throws(IntakeRefusal) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      self = .form
      return
    }
    let start = bytes.startOfContent
    let content = bytes[start...]
    guard let first = content.first else { throw .empty }
    if first == UInt8(ascii: "<") {
      self = .form
    } else if content.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw .outlookMessage
    } else if Mailbox.startsMessage(bytes, at: start) {
      self = .mail
    } else {
      throw .unknownKind
    }
  }
}

extension [UInt8] {
  /// Where the content begins, after a UTF-8 byte order mark and blank lines.
  var startOfContent: Int {
    let start = starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return self[start...].firstIndex { !$0.isBlank && !$0.isLineEnd } ?? count
  }
}

extension UInt8 {
  /// Whether this is a space or a tab.
  var isBlank: Bool { self == 0x20 || self == 0x09 }

  /// Whether this is CR or LF.
  var isLineEnd: Bool { self == 0x0A || self == 0x0D }

  /// The byte with A to Z in lower case.
  var lowercased: UInt8 { (0x41...0x5A).contains(self) ? self + 0x20 : self }
}
