import Testing

@testable import Domain

/// The table of rights, beside one that is written here by itself: role × unit × command.
///
/// A new command has no row until it is given one: the switches below do not compile.
@Suite("The table of rights")
struct RightsTableTests {
  /// Every kind of command, with one to try.
  enum Kind: String, CaseIterable {
    case categorise, setSubjectArea, setTitle, assign, triage, setAside, answer, writeOfficialNote
    case noteAndReturn, noteAndClose, writeInternalNote, giveBack, close, reopen, handOver
    case takeBack, logContact, correct, add, hideSender, solveAtOnce, protect, unprotect, undo

    init(_ command: MatterCommand) {
      self =
        switch command {
        case .categorise: .categorise
        case .setSubjectArea: .setSubjectArea
        case .setTitle: .setTitle
        case .assign: .assign
        case .triage: .triage
        case .setAside: .setAside
        case .answer: .answer
        case .writeOfficialNote: .writeOfficialNote
        case .noteAndReturn: .noteAndReturn
        case .noteAndClose: .noteAndClose
        case .writeInternalNote: .writeInternalNote
        case .giveBack: .giveBack
        case .close: .close
        case .reopen: .reopen
        case .handOver: .handOver
        case .takeBack: .takeBack
        case .logContact: .logContact
        case .correct: .correct
        case .add: .add
        case .hideSender: .hideSender
        case .solveAtOnce: .solveAtOnce
        case .protect: .protect
        case .unprotect: .unprotect
        case .undo: .undo
        }
    }

    var sample: MatterCommand {
      switch self {
      case .categorise: .categorise(.praise)
      case .setSubjectArea: .setSubjectArea("bemötande")
      case .setTitle: .setTitle("Ny")
      case .assign: .assign("vast")
      case .triage: .triage(.praise, unit: "vast")
      case .setAside: .setAside(.junk, wentTo: "")
      case .answer: .answer(World.letter())
      case .writeOfficialNote: .writeOfficialNote("x")
      case .noteAndReturn: .noteAndReturn("x", .done, words: nil)
      case .noteAndClose: .noteAndClose("x")
      case .writeInternalNote: .writeInternalNote("x")
      case .giveBack: .giveBack(.wrongUnit, words: nil)
      case .close: .close
      case .reopen: .reopen(reason: "x")
      case .handOver: .handOver(to: "lotta")
      case .takeBack: .takeBack
      case .logContact: .logContact(.phone, reached: true, line: "x")
      case .correct: .correct(.title, new: "Ny", reason: "x")
      case .add: .add(.phone, on: World.today, text: "x")
      case .hideSender: .hideSender(reason: "x")
      case .solveAtOnce: .solveAtOnce("x")
      case .protect: .protect
      case .unprotect: .unprotect(reason: "x")
      case .undo: .undo
      }
    }

    /// The roles that may give the command on a matter they reach.
    var roles: Set<Role> {
      switch self {
      case .categorise, .setSubjectArea, .setTitle, .writeInternalNote, .logContact, .correct,
        .add, .undo:
        [.triage, .manager, .head, .registrar]
      case .assign, .triage, .setAside: [.triage]
      case .answer, .writeOfficialNote, .noteAndReturn, .noteAndClose, .giveBack, .handOver,
        .takeBack:
        [.manager, .head]
      case .close, .reopen: [.triage, .manager, .head]
      case .hideSender: [.triage, .manager, .registrar]
      // Staff too, but they see no matters but those they took down.
      case .solveAtOnce: [.manager, .head]
      case .protect: [.triage, .manager, .head, .registrar, .analyst, .secretary]
      case .unprotect: []
      }
    }
  }

  /// The roles that know of a matter they reach.
  static let readers: Set<Role> = [.triage, .manager, .head, .registrar, .analyst, .secretary]

  let world = World()

  @Test("Every command has a sample of its own kind", arguments: Kind.allCases)
  func samples(kind: Kind) {
    #expect(Kind(kind.sample) == kind)
  }

  @Test(
    "Every role, with every unit, gives every command just where the table says",
    arguments: Kind.allCases, Role.allCases)
  func table(kind: Kind, role: Role) throws {
    let matters = try matters()
    for granted in world.rules.organisation.units.map(\.id) + [nil] {
      let person = Person(
        login: "x", name: "X", grants: [Grant(role: role, unit: granted)])
      let actor = Actor(person, in: world.rules.organisation)
      for (matter, unit) in matters {
        let isReached = reaches(granted, unit, role)
        let expected: Refusal? =
          !isReached || !Self.readers.contains(role)
          ? .notAllowed(.read)
          : kind.roles.contains(role) ? nil : .notAllowed(kind.sample.permission)
        let refusal = Self.right(kind.sample, actor, matter, world.rules)
        #expect(refusal == expected, "\(role) at \(granted ?? "all") on \(unit ?? "none")")
        #expect((matter.seen(by: actor) == nil) == (expected == .notAllowed(.read)))
      }
    }
  }

  /// A matter of every unit, of none, and at every place in its life.
  private func matters() throws -> [(Matter, UnitID?)] {
    var matters: [(Matter, UnitID?)] = try Place.allCases.map { place in
      let matter = try world.matter(after: place.steps)
      return (matter, matter.state.unit)
    }
    for unit in ["oster", "vast", "stab", "gata"] {
      matters.append(
        (try world.matter(after: [("maja", .triage(.complaint, unit: unit))]), unit))
    }
    return matters
  }

  private func reaches(_ granted: UnitID?, _ unit: UnitID?, _ role: Role) -> Bool {
    guard let granted else {
      // No department of this world has opened itself to a common triage group.
      return role != .triage || unit == nil
    }
    guard let unit else { return role == .triage || role == .registrar }
    return world.rules.organisation.lineage(of: unit).contains { $0.id == granted }
  }

  /// The refusal of the right itself; nil when the person has it, whatever else stands in the way.
  private static func right(
    _ command: MatterCommand, _ actor: Actor, _ matter: Matter, _ rules: Rulebook
  ) -> Refusal? {
    do throws(Refusal) {
      _ = try matter.decide(
        command, asking: Asking(actor: actor, now: World().asking("maja").now), rules: rules)
      return nil
    } catch {
      if case .notAllowed = error { return error }
      return nil
    }
  }
}
