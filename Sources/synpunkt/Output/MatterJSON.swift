import Domain

/// Matters as scripts read them: keys in English, values as the screen shows them.
struct MatterJSON {
  let rules: Rulebook
  let today: CivilDay

  /// A matter as a list shows it.
  func row(_ row: MatterRow) -> [(String, JSON)] {
    [
      ("reference", .string(row.reference.full)),
      ("title", .optional(row.title)),
      ("arrivedOn", .string(row.arrivedOn.iso)),
      ("category", .optional(row.category?.word)),
      ("subjectArea", .optional(row.subjectArea)),
      ("status", .string(row.status.rawValue)),
      ("unit", .optional(row.unit.map { rules.organisation.unit($0)?.name ?? $0 })),
      ("unitCode", .optional(row.unit)),
      ("suggestedUnit", .optional(row.suggestedUnit)),
      ("handler", .optional(row.handler)),
      ("channel", .string(row.channel.rawValue)),
      ("answerBy", .optional(row.answerBy?.iso)),
      ("closedOn", .optional(row.closedOn?.iso)),
    ]
  }

  /// A matter whole.
  func whole(_ matter: Matter) -> JSON {
    let state = matter.state
    return .object(
      row(matter.row) + [
        ("text", .optional(state.text)),
        ("textIsInEService", .bool(state.isPointer)),
        ("additions", .array(state.additions.map(addition))),
        ("sender", sender(state.sender)),
        ("concerns", .optional(state.concerns)),
        ("externalId", .optional(state.externalID)),
        ("attachments", .array(state.files.map(attachment))),
        ("deadlines", .array(state.deadline.map { [answerDeadline($0)] } ?? [])),
        ("answers", .array(answers(matter))),
        ("officialNotes", .array(state.officialNotes.map { .string($0) })),
        ("notices", .array(state.notices.map { .string($0) })),
        ("readBack", readBack(state)),
        ("takenDownBy", taker(state)),
        ("hasCode", .bool(state.code != nil)),
        ("protectedIdentity", .bool(state.isProtected)),
        ("solvedAtOnce", .optional(state.solvedAtOnce)),
        ("hidden", .array(matter.hidden.codes.map { .string($0) })),
        ("events", .array(matter.shownEvents.map(event))),
      ])
  }

  private func answers(_ matter: Matter) -> [JSON] {
    matter.hidden.contains(.dialogue) ? [] : matter.state.answers.map(answer)
  }

  private func addition(_ addition: Matter.Addition) -> JSON {
    .object([
      ("on", .string(addition.on.iso)), ("channel", .string(addition.channel.rawValue)),
      ("text", .string(addition.text)),
    ])
  }

  private func sender(_ sender: Sender) -> JSON {
    .object([
      ("anonymous", .bool(sender.isAnonymous)),
      ("kind", .string(sender.kind.rawValue)),
      ("name", .optional(sender.name)),
      ("organisation", .optional(sender.organisation)),
      ("email", .optional(sender.email)),
      ("phone", .optional(sender.phone)),
      ("address", .optional(sender.address)),
      ("replyVia", .optional(sender.replyVia?.rawValue)),
      ("wantsAnswer", .bool(sender.wantsAnswer)),
    ])
  }

  /// Whether what was told was read back, and why not; null for what was written.
  private func readBack(_ state: Matter.State) -> JSON {
    switch state.readBack {
    case nil: .null
    case .approved(let person, let at, let digest):
      .object([
        ("approved", .bool(true)), ("by", .string(person)),
        ("at", .string(SwedishTime(at).iso)), ("sha256", .string(digest)),
      ])
    case .notPossible:
      .object([("approved", .bool(false)), ("reason", .optional(state.whyNotReadBack))])
    }
  }

  /// Who took it down at a login that several have in common; null for everybody else.
  private func taker(_ state: Matter.State) -> JSON {
    guard let unit = state.commonLogin else { return .null }
    return .object([
      ("name", .optional(state.namedTaker?.name)), ("role", .optional(state.namedTaker?.role)),
      ("begunBy", .optional(state.namedTaker?.begunBy)), ("unit", .string(unit)),
    ])
  }

  private func attachment(_ file: Attachment) -> JSON {
    .object([
      ("name", .string(file.name)), ("mediaType", .string(file.mediaType)),
      ("size", .number(file.size)), ("sha256", .string(file.digest)),
    ])
  }

  private func answer(_ answer: Matter.GivenAnswer) -> JSON {
    .object([
      ("on", .string(answer.on.iso)), ("how", .string(answer.way.rawValue)),
      ("recipient", .string(answer.recipient)), ("by", .string(answer.by)),
      ("text", .string(answer.text)),
    ])
  }

  /// A deadline with every day it counts or skips.
  static func deadline(_ deadline: Deadline) -> JSON { .object(days(of: deadline)) }

  private static func days(of deadline: Deadline) -> [(String, JSON)] {
    [
      ("start", .string(deadline.start.iso)),
      ("lastDay", .string(deadline.lastDay.iso)),
      ("counted", .array(deadline.counted.map { .string($0.iso) })),
      (
        "skipped",
        .array(
          deadline.skipped.map {
            .object([("date", .string($0.day.iso)), ("reason", .string($0.reason.rawValue))])
          })
      ),
    ]
  }

  private func answerDeadline(_ deadline: Deadline) -> JSON {
    .object(
      [
        ("name", .string("answer")), ("term", .string(deadline.term.words)),
        ("standing", .string(deadline.standing(on: today).words)),
      ] + Self.days(of: deadline))
  }

  private func event(_ event: MatterEvent) -> JSON {
    let (kind, details) = EventJSON.parts(of: event)
    return .object(
      [
        ("at", .string(SwedishTime(event.at).iso)), ("by", .string(event.by)),
        ("kind", .string(kind)),
      ] + details)
  }
}

extension Sight {
  /// The parts as scripts name them.
  fileprivate var codes: [String] {
    let names: [(Sight, String)] = [
      (.texts, "texts"), (.dialogue, "answers"), (.sender, "sender"),
      (.internalNotes, "internal-notes"),
    ]
    return names.filter { contains($0.0) }.map(\.1)
  }
}
