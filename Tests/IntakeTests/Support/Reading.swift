import Domain
import Intake
import Testing

/// The day on which the tests read files.
let today = GeneratedFiles.today

/// Reads a file as the program does.
func reading(_ bytes: [UInt8]) -> Result<Incoming, IntakeRefusal> {
  do throws(IntakeRefusal) {
    return .success(try FileReader.read(bytes, today: today))
  } catch {
    return .failure(error)
  }
}

/// Reads a file that is to become a matter.
func matter(
  _ bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation
) throws -> IncomingMatter {
  let incoming = try FileReader.read(bytes, today: today)
  guard case .matter(let matter) = incoming else {
    Issue.record("set aside: \(incoming)", sourceLocation: sourceLocation)
    throw IntakeRefusal.unknownKind
  }
  return matter
}

/// Reads a file in UTF-8 that is to become a matter.
func matter(
  _ text: String, sourceLocation: SourceLocation = #_sourceLocation
) throws -> IncomingMatter {
  try matter(Array(text.utf8), sourceLocation: sourceLocation)
}

/// Reads a file that is to be set aside.
func aside(
  _ text: String, sourceLocation: SourceLocation = #_sourceLocation
) throws -> AsideMessage {
  let incoming = try FileReader.read(Array(text.utf8), today: today)
  guard case .aside(let message) = incoming else {
    Issue.record("not set aside", sourceLocation: sourceLocation)
    throw IntakeRefusal.unknownKind
  }
  return message
}

/// The refusal of a file; nil when it is read.
func refusal(_ bytes: [UInt8]) -> IntakeRefusal? {
  guard case .failure(let refusal) = reading(bytes) else { return nil }
  return refusal
}

/// The refusal of a file in UTF-8; nil when it is read.
func refusal(_ text: String) -> IntakeRefusal? { refusal(Array(text.utf8)) }

extension IncomingMatter {
  /// The text; nil when it lies in the e-tjänst.
  var text: String? {
    guard case .text(let text) = body else { return nil }
    return text
  }

  /// Whether a notice has these words.
  func warns(_ words: String) -> Bool { notices.contains { $0.contains(words) } }
}

/// Whether two texts are the same to the byte; `==` holds NFC and NFD for equal.
func isExactly(_ left: String?, _ right: String?) -> Bool {
  left.map { Array($0.utf8) } == right.map { Array($0.utf8) }
}
