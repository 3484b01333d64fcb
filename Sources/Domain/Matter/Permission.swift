/// Kinds of commands that the same people may give.
public enum Permission: String, Hashable, Sendable, CaseIterable {
  /// Read the matter.
  case read
  /// Category, subject area, title.
  case describe
  /// Send to a unit; set aside as no synpunkt.
  case route
  /// Answer, official note, give back, hand over.
  case handle
  /// Internal notes and contacts.
  case annotate
  /// Close an answered matter; reopen.
  case close
  /// Corrections and additions.
  case correct
  /// Make the sender anonymous.
  case hideSender
  /// Take back one's own step.
  case undo
  /// Take down what somebody tells, wherever one works; concerns no matter yet.
  case takeDown
  /// Register what came on paper; concerns no matter yet.
  case registerPaper
  /// Record that it was put right directly.
  case solveAtOnce
  /// Mark that somebody in it has protected identity.
  case protect
  /// See a protected identity, for a reason, and take the mark away.
  case unprotect
  /// Read who has opened the matter.
  case readLog
}

extension MatterCommand {
  /// The permission that the command asks for.
  public var permission: Permission {
    switch self {
    case .categorise, .setSubjectArea, .setTitle: .describe
    case .assign, .triage, .setAside: .route
    case .answer, .writeOfficialNote, .noteAndReturn, .noteAndClose, .giveBack, .handOver,
      .takeBack:
      .handle
    case .writeInternalNote, .logContact: .annotate
    case .close, .reopen: .close
    case .correct, .add: .correct
    case .hideSender: .hideSender
    case .solveAtOnce: .solveAtOnce
    case .protect: .protect
    case .unprotect: .unprotect
    case .undo: .undo
    }
  }
}

extension Actor {
  /// Whether the person may do something with a matter that stands like this.
  ///
  /// The one table of rights. Triage and registrars reach unsorted matters too; who has been
  /// handed a matter, and works there, may do all that its chef may. Everybody who sees a matter,
  /// and who took it down, may mark it as protected.
  public func may(_ permission: Permission, _ matter: Matter.State) -> Bool {
    switch permission {
    case .read, .protect: sight(of: matter) != nil
    default: mayReach(permission, matter.place, handler: matter.handler)
    }
  }

  /// The same for a matter of which only place and handler are known.
  public func mayReach(
    _ permission: Permission, _ place: MatterPlace, handler: PersonID?
  ) -> Bool {
    let roles = Self.roles(for: permission)
    if roles.contains(.manager), handles(unit: place.unit, handler: handler) { return true }
    let holding = holding(for: permission)
    return roles.contains { holding.has($0, at: place) }
  }

  /// The roles that hold a permission on the units they reach.
  static func roles(for permission: Permission) -> [Role] {
    switch permission {
    case .read, .protect: Role.allCases.filter { $0.sight != nil }
    case .describe: [.triage, .manager, .head, .registrar]
    case .route: [.triage]
    case .handle: [.manager, .head]
    case .annotate: [.triage, .manager, .head, .registrar]
    case .close: [.triage, .manager, .head]
    case .correct: [.triage, .manager, .head, .registrar]
    case .hideSender: [.triage, .manager, .registrar]
    case .undo: [.triage, .manager, .head, .registrar]
    case .takeDown: [.staff, .unitLogin, .manager, .head, .triage, .registrar]
    case .registerPaper: [.triage, .registrar]
    case .solveAtOnce: [.staff, .manager, .head]
    case .unprotect: [.custodian]
    case .readLog: [.head]
    }
  }

  /// Whether the person may do something that concerns no matter yet.
  public func mayAnywhere(_ permission: Permission) -> Bool {
    !holding(for: permission).roles.isDisjoint(with: Self.roles(for: permission))
  }

  /// The units on whose matters a permission holds, handed-over matters apart.
  public func units(for permission: Permission) -> ReadableUnits {
    units(of: Self.roles(for: permission), holding(for: permission))
  }

  /// The units on whose matters the person sees a part, handed-over matters apart.
  public func units(seeing part: Sight) -> ReadableUnits {
    units(of: Role.allCases.filter { $0.sight?.isSuperset(of: part) == true }, holding(for: .read))
  }

  private func units(of roles: [Role], _ holding: Holding) -> ReadableUnits {
    var units: Set<UnitID> = []
    var unsorted = UnsortedMatters.none
    for role in roles {
      guard let reached = holding.units(of: role) else { return .all }
      units.formUnion(reached)
      unsorted = unsorted.union(holding.unsorted(of: role))
    }
    return .some(units, unsorted)
  }

  /// The units whose matters, when they have been handed to the person, a permission holds on.
  public func unitsAsHandler(for permission: Permission) -> Set<UnitID> {
    Self.roles(for: permission).contains(.manager) ? workplaces : []
  }
}

/// The units whose matters somebody may read.
public enum ReadableUnits: Hashable, Sendable {
  /// Every matter.
  case all
  /// The matters of these units, and some of those that are not sorted yet.
  case some(Set<UnitID>, UnsortedMatters)
}
