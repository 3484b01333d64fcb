/// One förvaltning's own rules for synpunkter (rutin).
///
/// Nothing of this is in code.
public struct Routine: Hashable, Sendable {
  /// The code by which a department names it.
  public var id: String
  /// The name for administrators.
  public var name: String
  /// What each category is called on the screen.
  public var labels: [Category: String]
  /// What the triage role is called on the screen: "medborgarcenter".
  public var triageGroup: String
  /// When the sender must have an answer; absent means no deadline.
  public var answerTerms: [Category: DeadlineTerm]
  /// The term until a category is set.
  public var uncategorisedTerm: DeadlineTerm?
  /// Whether a tjänsteanteckning is demanded before a matter is closed.
  public var requiresOfficialNote: Bool
  /// Who closes a matter that has been answered.
  public var closedBy: Role
  /// The subject areas (ämnen) to choose from.
  public var subjectAreas: [String]
  /// Where the rules about time come from.
  public var sources: [Source: String]
  /// Where a synpunkt goes that somebody tells to a unit's own staff.
  public var takenInAtUnit: TakenInAtUnit

  /// Where a synpunkt goes that is taken in at a unit.
  public enum TakenInAtUnit: String, Hashable, Sendable, CaseIterable {
    /// To the triage group, like all else.
    case triage
    /// Straight to the unit's own chef.
    case unit
  }

  /// A rule about time whose source is shown when the program explains a deadline.
  public enum Source: String, Hashable, Sendable, CaseIterable {
    /// The time for an answer, in any category that has no source of its own.
    case answer
    /// The time for praise, or that there is none.
    case praise
    /// The time for suggestions.
    case suggestion
    /// The time for complaints.
    case complaint
    /// The time until a category is set.
    case uncategorised
    /// That a last day which is no working day moves to the next one.
    case movesToWorkingDay = "moves-to-working-day"
  }

  /// Makes a routine.
  public init(
    id: String, name: String, labels: [Category: String], triageGroup: String,
    answerTerms: [Category: DeadlineTerm], uncategorisedTerm: DeadlineTerm?,
    requiresOfficialNote: Bool, closedBy: Role, subjectAreas: [String],
    sources: [Source: String] = [:], takenInAtUnit: TakenInAtUnit = .triage
  ) {
    self.id = id
    self.name = name
    self.labels = labels
    self.triageGroup = triageGroup
    self.answerTerms = answerTerms
    self.uncategorisedTerm = uncategorisedTerm
    self.requiresOfficialNote = requiresOfficialNote
    self.closedBy = closedBy
    self.subjectAreas = subjectAreas
    self.sources = sources
    self.takenInAtUnit = takenInAtUnit
  }

  /// When a matter of this category, or of none yet, must have an answer.
  public func answerTerm(for category: Category?) -> DeadlineTerm? {
    guard let category else { return uncategorisedTerm }
    return answerTerms[category]
  }

  /// Where the time of this category, or of none yet, comes from; nil when the routine does not say.
  public func termSource(for category: Category?) -> String? {
    guard let category else { return sources[.uncategorised] }
    let own = Source(rawValue: category.rawValue).flatMap { sources[$0] }
    return own ?? (answerTerms[category] == nil ? nil : sources[.answer])
  }

  /// What a category is called on the screen.
  public func label(_ category: Category) -> String { labels[category] ?? category.word }
}
