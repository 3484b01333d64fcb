/// What of a matter somebody sees, beside how it stands: its number, days, status, unit, category
/// and neutral title, and what was done by whom.
public struct Sight: OptionSet, Hashable, Sendable {
  /// The parts as bits.
  public let rawValue: Int

  /// Makes a sight of bits.
  public init(rawValue: Int) {
    self.rawValue = rawValue
  }

  /// The synpunkt, what was added to it, the official notes, and the reasons for steps.
  public static let texts = Sight(rawValue: 1)
  /// The answers that were given, and what was noted of talks with the sender.
  public static let dialogue = Sight(rawValue: 2)
  /// Who left it and whom it is about, with their addresses and the files that came.
  public static let sender = Sight(rawValue: 4)
  /// The internal notes that the unit wrote for itself.
  public static let internalNotes = Sight(rawValue: 8)
  /// All of it.
  public static let all: Sight = [.texts, .dialogue, .sender, .internalNotes]
}

extension Role {
  /// What the role sees of the matters it reaches; nil when for it there are none.
  ///
  /// The table of who reads what. Protected identity is taken away from all of them.
  public var sight: Sight? {
    switch self {
    case .manager, .head, .registrar: .all
    case .triage: [.texts, .dialogue, .sender]
    case .analyst: .texts
    case .secretary: []
    case .staff, .administrator, .custodian, .unitLogin: nil
    }
  }
}

extension Actor {
  /// What the person sees of a matter; nil when for him or her there is none.
  ///
  /// Who has been handed a matter, and works there, sees what its chef sees. Who took it down sees
  /// how it stands, as the receipt says, and nothing more; not at a login that several have in
  /// common.
  public func sight(of matter: Matter.State) -> Sight? {
    sight(at: matter.place, handler: matter.handler, taker: matter.taker)
  }

  /// The same for a row of a list.
  public func sight(of row: MatterRow) -> Sight? {
    sight(at: row.place, handler: row.handler, taker: row.taker)
  }

  private func sight(at place: MatterPlace, handler: PersonID?, taker: PersonID?) -> Sight? {
    if handles(unit: place.unit, handler: handler) { return .all }
    var sight: Sight? = taker == login && !isUnitLogin ? [] : nil
    let holding = holding(for: .read)
    for role in Role.allCases {
      guard let seen = role.sight, holding.has(role, at: place) else { continue }
      sight = (sight ?? []).union(seen)
    }
    return sight
  }
}
