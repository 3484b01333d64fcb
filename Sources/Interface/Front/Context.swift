public import Domain
import Terminal

/// What every screen may know: who looks, the rules, and the time.
public struct Context: Hashable, Sendable {
  /// Who looks.
  public var actor: Actor
  /// Organisation and routines.
  public var rules: Rulebook
  /// The time now.
  public var now: Instant
  /// The demo's people, to change between with F2; empty outside a demo.
  public var demoPeople: [Person]
  /// Whether there is no shell behind the program to which one could go aside.
  public let isShared: Bool
  /// What the person has begun to write.
  var drafts = DraftShelf()
  /// Who else is writing where.
  var writers: [Presence] = []
  /// What was last searched for.
  var lastSearch = ""
  /// Who was about to take something in, at a login that several have in common.
  var taker: KeptTaker?

  /// Makes a context.
  public init(
    actor: Actor, rules: Rulebook, now: Instant, demoPeople: [Person] = [],
    isShared: Bool = false
  ) {
    self.actor = actor
    self.rules = rules
    self.now = now
    self.demoPeople = demoPeople
    self.isShared = isShared
  }

  /// The civil day in Sweden.
  var today: CivilDay { SwedishTime(now).day }

  /// The name of a unit, or its code.
  func unitName(_ id: UnitID?) -> String {
    id.map { rules.organisation.unit($0)?.name ?? $0 } ?? ""
  }

  /// The name of a person, or the login.
  func personName(_ login: PersonID?) -> String {
    login.map { rules.organisation.person($0)?.name ?? $0 } ?? ""
  }

  /// What a category is called at a unit, with a capital letter.
  func label(_ category: Category?, at unit: UnitID?) -> String {
    guard let category else { return "" }
    return rules.routine(at: unit).label(category).capitalisedFirst
  }

  /// The role in which a category is drawn.
  func role(of category: Category?) -> StyleRole {
    switch category {
    case .praise: .praise
    case .suggestion: .suggestion
    case .complaint: .complaint
    case nil: .faint
    }
  }
}
