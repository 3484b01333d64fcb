/// What a person wants to do with a matter.
public enum MatterCommand: Hashable, Sendable {
  /// Set the category.
  case categorise(Category)
  /// Set or clear the subject area.
  case setSubjectArea(String?)
  /// Set the neutral title.
  case setTitle(String)
  /// Send it to a unit's chef as it is.
  case assign(UnitID)
  /// Triage in one step: category (nil: without one, which the chef then sets) and unit.
  case triage(Category?, unit: UnitID)
  /// Mark it as no synpunkt, with where it went.
  case setAside(NotMatterKind, wentTo: String)
  /// Give an answer.
  case answer(AnswerDraft)
  /// Write the official note (tjänsteanteckning).
  case writeOfficialNote(String)
  /// Write the official note and give the matter back, in one step.
  case noteAndReturn(String, ReturnReason, words: String?)
  /// Write the official note and close, where no answer can or shall be given.
  case noteAndClose(String)
  /// Write an internal note.
  case writeInternalNote(String)
  /// Give it back to the triage group.
  case giveBack(ReturnReason, words: String?)
  /// Close it.
  case close
  /// Open it again.
  case reopen(reason: String)
  /// Hand it to a person in the unit.
  case handOver(to: PersonID)
  /// Take it back from that person.
  case takeBack
  /// Log a contact with the sender.
  case logContact(ContactMeans, reached: Bool, line: String)
  /// Correct something, with the reason; nil empties the field.
  case correct(CorrectionTarget, new: String?, reason: String)
  /// Add something more from the sender.
  case add(Channel, on: CivilDay, text: String)
  /// Make the sender anonymous, who has asked for it; with the reason.
  case hideSender(reason: String)
  /// Record that it was put right directly; with what was done.
  case solveAtOnce(String)
  /// Mark that the sender, or the person it is about, has protected identity.
  case protect
  /// Take that mark away; with the reason.
  case unprotect(reason: String)
  /// Take back one's own last step.
  case undo

  /// What can be corrected.
  public enum CorrectionTarget: String, Hashable, Sendable, CaseIterable {
    case name
    case email
    case phone
    case address
    case title
    case channel
    case arrivedOn
  }
}

/// An answer as the reviewer approved it.
public struct AnswerDraft: Hashable, Sendable {
  /// The way.
  public var way: AnswerWay
  /// The recipient as shown in the review.
  public var recipient: String
  /// The text; of a spoken answer what was said.
  public var text: String
  /// The template it was begun from.
  public var template: String?
  /// Whether the text tells of health or insatser; nil while not asked.
  public var tellsOfHealth: Bool?
  /// Whether the sender may know this; nil while not asked.
  public var senderMayKnow: Bool?

  /// Makes a draft.
  public init(
    way: AnswerWay, recipient: String, text: String, template: String? = nil,
    tellsOfHealth: Bool? = nil, senderMayKnow: Bool? = nil
  ) {
    self.way = way
    self.recipient = recipient
    self.text = text
    self.template = template
    self.tellsOfHealth = tellsOfHealth
    self.senderMayKnow = senderMayKnow
  }
}
