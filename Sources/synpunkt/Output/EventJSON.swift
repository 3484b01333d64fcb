import Domain

/// What an event says to a script: its kind, and the values that belong to it.
enum EventJSON {
  /// The kind in English and the details, with the text where the event has one of its own.
  static func parts(of event: MatterEvent) -> (kind: String, details: [(String, JSON)]) {
    let text: (String, JSON) = ("text", .optional(event.content?.text))
    switch event.facts {
    case .registered(let facts):
      return (
        "registered",
        [
          ("channel", .string(facts.channel.rawValue)),
          ("arrivedOn", .string(facts.arrivedOn.iso)),
          ("suggestedUnit", .optional(facts.suggestedUnit)),
        ]
      )
    case .textArrived: return ("text-arrived", [])
    case .added(let channel, let day, _, let files):
      return (
        "added",
        [
          ("channel", .string(channel.rawValue)), ("on", .string(day.iso)),
          ("files", .number(files)), text,
        ]
      )
    case .categorised(let category, _):
      return ("categorised", [("category", .string(category.word))])
    case .subjectAreaSet(let area): return ("subject-area", [("subjectArea", .optional(area))])
    case .titled: return ("titled", [("title", .optional(event.content?.title))])
    case .assigned(let unit, let untyped, _):
      return ("assigned", [("unit", .string(unit)), ("untyped", .bool(untyped))])
    case .setAside(let kind):
      return ("not-a-matter", [("reason", .string(kind.rawValue)), text])
    case .answered(let answer):
      return (
        "answered",
        [
          ("how", .string(answer.way.rawValue)), ("on", .string(answer.on.iso)),
          ("template", .optional(answer.template)),
          ("recipient", .optional(event.content?.recipient)), text,
        ]
      )
    case .officiallyNoted: return ("official-note", [text])
    case .internallyNoted: return ("internal-note", [text])
    case .returned(let reason):
      return ("returned", [("reason", .string(reason.rawValue)), text])
    case .closed(let day): return ("closed", [("on", .string(day.iso))])
    case .reopened: return ("reopened", [text])
    case .handedOver(let person): return ("handed-over", [("to", .string(person))])
    case .takenBack: return ("taken-back", [])
    case .moved(let move):
      return (
        "moved",
        [
          ("closedUnit", .optional(move.closed)), ("unit", .string(move.unit)),
          ("from", .optional(move.leaver)), ("to", .optional(move.handler)),
        ]
      )
    case .contacted(let means, let reached):
      return (
        "contact", [("means", .string(means.rawValue)), ("reached", .bool(reached)), text]
      )
    case .corrected(let correction):
      return (
        "corrected",
        [
          ("field", .string(correction.target.code)), ("old", .optional(event.content?.old)),
          ("new", .optional(event.content?.new)), ("reason", .optional(event.content?.text)),
        ]
      )
    case .attached(let files): return ("attached", [("files", .number(files))])
    case .senderHidden: return ("sender-hidden", [("reason", .optional(event.content?.text))])
    case .solvedAtOnce: return ("solved-at-once", [text])
    case .identityProtected: return ("identity-protected", [])
    case .protectionLifted:
      return ("protection-lifted", [("reason", .optional(event.content?.text))])
    case .undone(let step): return ("undone", [("step", .number(step))])
    }
  }
}
