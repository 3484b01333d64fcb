import Domain
import Testing

/// Every command at every place in a matter's life, by everybody.
@Suite("Who may do what, and when")
struct RightsTests {
  /// One command, who may give it, and what becomes of it at each place when one may.
  struct Row: CustomTestStringConvertible, Sendable {
    let name: String
    let command: MatterCommand
    let group: Group
    /// Received, with the manager, answered, returned, closed, no synpunkt; nil where it is done.
    let outcomes: [Refusal?]
    var testDescription: String { name }

    init(_ name: String, _ command: MatterCommand, _ group: Group, _ outcomes: [Refusal?]) {
      (self.name, self.command, self.group, self.outcomes) = (name, command, group, outcomes)
    }
  }

  /// Whose hands a command lies in, in this world.
  enum Group: Sendable {
    case describing, routing, handling, annotating, closing, correcting, hiding, solving
    case protecting, unprotecting

    var logins: Set<PersonID> {
      switch self {
      case .describing, .annotating, .correcting: ["maja", "asa", "karin", "rut"]
      case .routing: ["maja"]
      case .handling: ["asa", "karin"]
      case .closing: ["maja", "asa", "karin"]
      case .hiding: ["maja", "asa", "rut"]
      case .solving: ["asa", "karin", "sigge", "lotta"]
      case .protecting: ["maja", "asa", "karin", "rut", "sara", "anna"]
      case .unprotecting: []
      }
    }

    var permission: Permission {
      switch self {
      case .describing: .describe
      case .routing: .route
      case .handling: .handle
      case .annotating: .annotate
      case .closing: .close
      case .correcting: .correct
      case .hiding: .hideSender
      case .solving: .solveAtOnce
      case .protecting: .protect
      case .unprotecting: .unprotect
      }
    }
  }

  static let over: (Refusal?, Refusal?) = (.isClosed, .isNotMatter)
  static let home = Refusal.alreadyAtUnit("Hemtjänst Öster")
  /// Refusals of what can be done at the unit only.
  static func atUnit(_ withManager: Refusal?, _ answered: Refusal?) -> [Refusal?] {
    [.inTriage, withManager, answered, .isReturned, .isClosed, .isNotMatter]
  }

  static let rows = [
    Row("categorise", .categorise(.praise), .describing, [nil, nil, nil, nil, over.0, over.1]),
    Row("area", .setSubjectArea("bemötande"), .describing, [nil, nil, nil, nil, nil, over.1]),
    Row("no area", .setSubjectArea(nil), .describing, [nil, nil, nil, nil, over.0, over.1]),
    Row(
      "unknown area", .setSubjectArea("x"), .describing,
      Array(repeating: .unknownSubjectArea("x"), count: 5) + [over.1]),
    Row("title", .setTitle("Sena besök"), .describing, Array(repeating: nil, count: 6)),
    Row("assign", .assign("oster"), .routing, [nil, home, home, nil, over.0, over.1]),
    Row("assign elsewhere", .assign("vast"), .routing, [nil, nil, nil, nil, over.0, over.1]),
    Row(
      "assign nowhere", .assign("x"), .routing,
      Array(repeating: .unknownUnit("x"), count: 4) + [over.0, over.1]),
    Row(
      "assign to none", .assign("utan"), .routing,
      Array(repeating: .unitWithoutManager("Enheten utan chef"), count: 4) + [over.0, over.1]),
    Row(
      "triage", .triage(.suggestion, unit: "vast"), .routing,
      [nil, home, home, home, over.0, over.1]),
    Row(
      "set aside", .setAside(.junk, wentTo: ""), .routing,
      [nil, home, home, home, over.0, over.1]),
    Row("answer", .answer(World.letter()), .handling, atUnit(nil, nil)),
    Row("note", .writeOfficialNote("Nytt."), .handling, atUnit(nil, nil)),
    Row(
      "note and return", .noteAndReturn("Nytt.", .done, words: nil), .handling,
      atUnit(.needsAnswer, nil)),
    Row(
      "note and close", .noteAndClose("Nytt."), .handling,
      atUnit(.atUnit("Hemtjänst Öster"), .atUnit("Hemtjänst Öster"))),
    Row(
      "return done", .giveBack(.done, words: nil), .handling,
      atUnit(.needsAnswer, .needsOfficialNote)),
    Row("return wrong unit", .giveBack(.wrongUnit, words: nil), .handling, atUnit(nil, nil)),
    Row("return details", .giveBack(.needsDetails, words: ""), .handling, atUnit(nil, nil)),
    Row(
      "return other", .giveBack(.other, words: " "), .handling,
      atUnit(.emptyText("Skälet"), .emptyText("Skälet"))),
    Row("hand over", .handOver(to: "lotta"), .handling, atUnit(nil, nil)),
    Row(
      "hand to stranger", .handOver(to: "ulf"), .handling,
      atUnit(.notAtUnit(person: "Ulf"), .notAtUnit(person: "Ulf"))),
    Row("take back", .takeBack, .handling, atUnit(.notHandedOver, .notHandedOver)),
    Row("internal note", .writeInternalNote("Obs."), .annotating, Array(repeating: nil, count: 6)),
    Row(
      "contact", .logContact(.phone, reached: false, line: ""), .annotating,
      Array(repeating: nil, count: 6)),
    Row(
      "close", .close, .closing,
      [
        .inTriage, .atUnit("Hemtjänst Öster"), .atUnit("Hemtjänst Öster"), .needsSubjectArea,
        over.0, over.1,
      ]),
    Row(
      "reopen", .reopen(reason: "Nytt."), .closing, [.isOpen, .isOpen, .isOpen, .isOpen, nil, nil]),
    Row(
      "reopen without reason", .reopen(reason: " "), .closing,
      [.isOpen, .isOpen, .isOpen, .isOpen, .emptyText("Skälet"), .emptyText("Skälet")]),
    Row(
      "correct", .correct(.name, new: "Anna E", reason: "Fel."), .correcting,
      Array(repeating: nil, count: 6)),
    Row(
      "hide sender", .hideSender(reason: "Står i texten."), .hiding,
      Array(repeating: nil, count: 6)),
    Row(
      "hide without reason", .hideSender(reason: " "), .hiding,
      Array(repeating: .emptyText("Skälet"), count: 6)),
    Row("solve", .solveAtOnce("Ringde."), .solving, [nil, nil, nil, nil, over.0, over.1]),
    Row("protect", .protect, .protecting, Array(repeating: nil, count: 6)),
    Row(
      "unprotect", .unprotect(reason: "x"), .unprotecting, Array(repeating: nil, count: 6)),
    Row(
      "add", .add(.phone, on: World.today, text: "Mer."), .correcting,
      Array(repeating: nil, count: 6)),
  ]

  @Test("Every command at every place by everybody", arguments: rows, Place.allCases)
  func table(row: Row, place: Place) throws {
    let world = World()
    let matter = try world.matter(after: place.steps)
    let index = try #require(Place.allCases.firstIndex(of: place))
    let readers: Set<PersonID> =
      matter.state.unit == nil
      ? ["maja", "rut"] : ["maja", "asa", "karin", "rut", "sara", "anna"]
    for login in world.logins {
      var expected = row.outcomes[index]
      if !readers.contains(login) {
        expected = .notAllowed(.read)
      } else if !row.group.logins.contains(login) {
        expected = .notAllowed(row.group.permission)
      } else if row.command == .close, place == .returned, login != "maja" {
        expected = .isReturned
      }
      #expect(world.refusal(of: row.command, as: login, on: matter) == expected, "\(login)")
    }
  }

  @Test("Taking back, by everybody at every place", arguments: Place.allCases)
  func undo(place: Place) throws {
    let world = World()
    let matter = try world.matter(after: place.steps)
    let expected: [PersonID: Refusal?] =
      switch place {
      case .received: ["maja": .nothingToUndo, "rut": .nothingToUndo]
      case .withManager: ["maja": nil]
      case .answered: ["maja": .builtUpon, "asa": .cannotUndo("Ett svar som har lämnats")]
      case .returned: ["maja": .builtUpon, "asa": nil]
      case .closed: ["maja": nil, "asa": .builtUpon]
      case .notMatter: ["maja": nil, "rut": .nothingToUndo]
      }
    for login in world.logins {
      let isReader = matter.state.unit != nil && ["asa", "karin", "rut"].contains(login)
      let isSpectator = matter.state.unit != nil && ["sara", "anna"].contains(login)
      let otherwise: Refusal =
        isReader ? .nothingToUndo : .notAllowed(isSpectator ? .undo : .read)
      let refusal = world.refusal(of: .undo, as: login, on: matter)
      #expect(refusal == expected[login, default: otherwise], "\(login)")
    }
  }

  @Test("Who has been handed a matter may do all that its chef may", arguments: rows)
  func handler(row: Row) throws {
    let world = World()
    for steps in [Place.withManager.steps, Place.answered.steps] {
      let handed = try world.matter(after: steps + [("asa", .handOver(to: "sigge"))])
      let expected = world.refusal(of: row.command, as: "asa", on: handed)
      #expect(world.refusal(of: row.command, as: "sigge", on: handed) == expected)
      #expect(world.refusal(of: row.command, as: "lotta", on: handed) == .notAllowed(.read))
    }
  }

  @Test("Roles reach their own units only")
  func reach() throws {
    let world = World()
    let matter = try world.matter(after: [("maja", .triage(.complaint, unit: "gata"))])
    for login in world.logins where login != "maja" && login != "ulf" {
      for row in Self.rows {
        #expect(world.refusal(of: row.command, as: login, on: matter) == .notAllowed(.read))
      }
    }
  }

  @Test("A scripted owner of an empty database may sort and close but not answer")
  func bootstrap() throws {
    let matter = try World().matter(after: Place.withManager.steps)
    let actor = Actor(bootstrap: "root")
    let allowed = Permission.allCases.filter { actor.may($0, matter.state) }
    #expect(
      Set(Permission.allCases).subtracting(allowed)
        == [.handle, .solveAtOnce, .unprotect, .readLog])
  }
}
