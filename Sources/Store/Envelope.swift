internal import Domain
internal import FoundationEssentials
internal import GRDB

/// What the `facts` column of an event holds, as JSON.
struct Envelope<Facts: Codable>: Codable {
  /// The matter; 0 for what is no matter.
  var matter: MatterID
  /// The place in the matter's list, from 1.
  var sequence: Int
  /// The sequence of the first event of the same command.
  var step: Int
  /// When.
  var at: Instant
  /// Who.
  var by: PersonID
  /// What, in codes, dates, ids and counts.
  var facts: Facts
}

extension Envelope<MatterFacts> {
  /// The event, with the content that may have been purged.
  func event(_ content: MatterContent?) -> MatterEvent {
    MatterEvent(sequence: sequence, step: step, at: at, by: by, facts: facts, content: content)
  }
}

/// What happened that is no matter: the events of stream 0.
enum GeneralFacts: Hashable, Codable {
  /// An organisation file was applied; the people are in the content. Those whose keys, roles or
  /// units it changes are named, but for who applied it; nobody was before that was recorded.
  ///
  /// The substitutes whose people are in the file stay, and stand here too.
  case organisationApplied(
    municipality: String, units: [Unit], people: Int, concerned: [PersonID]? = nil,
    substitutes: [Substitution]? = nil)
  /// A substitute was named, changed or ended: all as they are now, beside the organisation that an
  /// event applied; and those for whom that changes something, but for who did it.
  case substitutesChanged(
    organisation: Int64, substitutes: [Substitution], concerned: [PersonID])
  /// A person has seen what was changed for them, up to an event.
  case changesSeen(person: PersonID, upTo: Int64)
  /// A message was set aside; the message is in the content.
  case messageSetAside(AsideMessage.Reason, arrivedOn: CivilDay, source: SourceDigest)
}

/// Names, addresses and texts of the events of stream 0; what goes at gallring.
struct GeneralContent: Hashable, Codable {
  /// The people of an organisation.
  var people: [Person]?
  /// A message that was set aside.
  var message: AsideMessage?
}

/// The one way in which events become bytes.
///
/// What has been written is never encoded again.
enum EventCoding {
  /// The bytes of a value: keys in order, so that equal values give equal bytes.
  static func bytes(_ value: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(value)
  }

  /// The value of some bytes.
  static func value<Value: Decodable>(_ bytes: Data) throws -> Value {
    try JSONDecoder().decode(Value.self, from: bytes)
  }

  /// The value of some bytes; nil when they hold none that this program knows.
  static func known<Value: Decodable>(_ bytes: Data) throws -> Value? {
    do {
      return try JSONDecoder().decode(Value.self, from: bytes)
    } catch is DecodingError {
      return nil
    }
  }
}
