extension Matter.State {
  /// The deadline for the answer; nil when the category has none.
  public var deadline: Deadline? {
    term.map { Deadline(start: arrivedOn, term: $0) }
  }

  /// The last day for an answer, given or not; nil when the category has none.
  public var answerBy: CivilDay? { deadline?.lastDay }

  /// Whether the answer is still to be given or, where none can be, the note that replaces it.
  public var owesAnswer: Bool {
    switch status {
    case .answered, .closed, .notMatter: return false
    case .received, .withManager, .returned:
      if !sender.isAnswerable, !officialNotes.isEmpty { return false }
      return answers.isEmpty
    }
  }

  /// The ways in which the sender can be answered, the wished one first; never by e-mail where
  /// somebody has protected identity.
  public var possibleWays: [AnswerWay] {
    sender.possibleWays.filter { !(isProtected && $0 == .email) }
  }

  /// Whether an answer must be given before the matter is closed.
  var requiresAnswer: Bool { sender.isAnswerable && term != nil }

  /// Whether the answer that must be given is missing.
  var lacksAnswer: Bool { requiresAnswer && answers.isEmpty }

  /// Whether an official note must be written before the matter is closed, and is missing: where
  /// the routine demands one, and in place of an answer that cannot or shall not be given.
  func lacksOfficialNote(_ routine: Routine) -> Bool {
    let isInPlaceOfAnswer = !sender.isAnswerable && term != nil && answers.isEmpty
    return (routine.requiresOfficialNote || isInPlaceOfAnswer) && officialNotes.isEmpty
  }

  /// The title for the screen.
  public var displayTitle: String { title ?? "Utan rubrik" }

  /// Whose turn it is.
  public var desk: Desk {
    switch status {
    case .received: .triage
    case .withManager, .answered: .manager
    case .returned:
      switch returnReason {
      // Done no longer, when a way back or another category has come since.
      case .done: lacksAnswer ? .triage : .closing
      // What was asked for may have come.
      case .needsDetails: hasNewAddition ? .triage : .details
      case .wrongUnit, .other, nil: .triage
      }
    case .closed, .notMatter: hasNewAddition ? .closing : .none
    }
  }
}

/// Whose turn it is with a matter.
public enum Desk: String, Sendable, Codable, CaseIterable {
  /// The triage group chooses category and unit.
  case triage
  /// The unit's chef handles it.
  case manager
  /// The triage group closes it, or reads what the sender added after it was closed.
  case closing
  /// The triage group awaits details from the sender.
  case details
  /// Nobody's: it is closed or no synpunkt.
  case none
}
