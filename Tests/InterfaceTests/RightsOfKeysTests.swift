import Domain
import Testing

@testable import Interface

/// The keys beside the table of rights: what somebody may not do, no key does.
struct RightsOfKeysTests {
  /// What a command does to the record, or reads of it.
  enum Need: Equatable {
    /// Nothing in the record.
    case nothing
    /// What is on the screen already, or what the store gives this person.
    case reading
    /// A step in a matter.
    case step(Permission)
    /// Something that concerns no matter yet.
    case anywhere(Permission)
    /// Naming substitutes.
    case naming
  }

  /// The row of a command; a new command does not compile until it has one.
  static func need(_ command: Command) -> Need {
    switch command {
    case .help, .handbook, .palette, .messages, .back, .redraw, .suspend, .switchPerson, .quit,
      .nextTab, .previousTab, .mark, .markAll, .deadline, .letter, .forward, .backward, .save,
      .insertTemplate, .nextMark, .toggleSource, .undoTyping, .redoTyping, .chooseWay, .recipient,
      .healthAnswer, .mayKnowAnswer, .readBack, .nextPart, .previousPart, .approve, .mend,
      .whyNotReadBack, .senderDetails, .nextField, .previousField, .printable, .accept, .drafts,
      .throwAway, .onward, .workHere, .eraseWord, .eraseBefore, .eraseAfter:
      .nothing
    case .open, .earlier, .wholeMatter, .checkCode, .next, .review, .search: .reading
    case .undo: .step(.undo)
    case .triageNew, .chooseUnit, .sendUntyped, .notMatter: .step(.route)
    case .takeDown, .register: .anywhere(.takeDown)
    case .registerPaper: .anywhere(.registerPaper)
    case .categorise, .subjectArea, .retitle, .praise, .suggestion, .complaint: .step(.describe)
    case .answer, .officialNote, .giveBack, .handOver, .takeBack, .send, .recordAnswer,
      .saveAndReturn,
      .saveAndReturnOtherwise, .saveAndClose:
      .step(.handle)
    case .internalNote, .contact: .step(.annotate)
    case .close, .reopen: .step(.close)
    case .correct, .add: .step(.correct)
    case .hideSender: .step(.hideSender)
    case .solveAtOnce: .step(.solveAtOnce)
    case .protect: .step(.protect)
    case .unprotect, .openProtected: .step(.unprotect)
    case .readers: .step(.readLog)
    case .accessLog: .anywhere(.readLog)
    case .substitutes, .nameSubstitute, .changeLastDay, .endSubstitution: .naming
    }
  }

  private static func context(_ login: PersonID, _ world: World) -> Context {
    Context(actor: Kommun.actor(login), rules: Kommun.rules, now: world.now)
  }

  /// Every matter of the kommun, whole or marked, before everybody.
  @Test(arguments: Kommun.people.map(\.login), [false, true])
  func noKeyDoesInAMatterWhatOneMayNot(login: PersonID, isProtected: Bool) throws {
    let world = try World.kommun()
    let context = Self.context(login, world)
    for whole in world.matters.values.sorted(by: { $0.id < $1.id }) {
      if isProtected {
        _ = try world.take(.protect, on: whole.state.reference.serial, as: "maja")
      }
      guard let matter = world.matters[whole.id]?.seen(by: context.actor) else { continue }
      let screen = MatterScreen(matter: matter, earlier: 0)
      for binding in screen.bindings {
        guard case .step(let permission) = Self.need(binding.command),
          !context.actor.may(permission, matter.state)
        else { continue }
        #expect(
          screen.obstacle(to: binding.command, in: context) != nil,
          "\(login): \(binding.command) in \(matter.state.reference.short)")
      }
    }
  }

  @Test(arguments: Kommun.people.map(\.login))
  func noKeyDoesInAListWhatOneMayNot(login: PersonID) throws {
    let session = Session(try .kommun(), as: login)
    let context = session.front.context
    for binding in session.top.bindings {
      switch Self.need(binding.command) {
      case .anywhere(let permission):
        let isPossible = session.top.obstacle(to: binding.command, in: context) == nil
        #expect(isPossible == context.actor.mayAnywhere(permission), "\(binding.command)")
      case .naming:
        // In the kommun everybody who is chef or sorts has a chef to name one for.
        let isPossible = session.top.obstacle(to: binding.command, in: context) == nil
        let chefs = context.rules.organisation.chefs(forWhomMayName: login)
        #expect(isPossible == !chefs.isEmpty, "\(binding.command)")
      case .step(let permission) where !context.actor.mayAnywhere(permission):
        #expect(session.top.obstacle(to: binding.command, in: context) != nil)
      default: break
      }
    }
  }

  // MARK: - Protected identity

  @Test func whatIsMarkedIsHiddenAtOnceEverywhere() throws {
    var session = Session(try .one(), as: "asa", size: .wide)
    session.press("<Enter>")
    #expect(session.shows("Anna Exempel") && session.shows("anna@exempel.se"))
    session.press("P")
    #expect(session.shows("Går inte att ångra"))
    session.press("m")
    #expect(session.notice?.contains("märkt med skyddad identitet") == true)
    for _ in 0..<2 {
      #expect(!session.shows("Anna") && !session.shows("anna@"))
      session.press("<Esc>")
    }
  }

  @Test func whatIsOpenedForAReasonIsOnThatScreenOnly() throws {
    var session = Session(try MatterSnapshotTests.marked(), as: "vera", size: .wide)
    #expect(!session.shows("Anna"))
    session.press("<Enter>VBrev ska ut.<Enter>")
    #expect(session.shows("Anna") && session.shows("loggat"))
    session.press("<Esc>")
    #expect(!session.shows("Anna"))
    session.press("<Enter>")
    #expect(!session.shows("Anna"))
  }

  @Test func aMatterThatIsTakenFromOneIsGoneFromTheScreen() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>")
    let id = try #require((session.top as? MatterScreen)?.matter.id)
    session.hear(.matterGone(id))
    #expect(session.row(of: "Du kan inte läsa 26-142 längre.") == 1)
    let screen = session.screen
    session.press("s")
    #expect(session.top is MatterScreen)
    #expect(session.screen.dropLast(2) == screen.dropLast(2))
    session.press("<Esc>")
    #expect(session.top is ListScreen)
  }

  @Test func whatIsBeingWrittenIsKeptWhenTheMatterIsTakenFromOne() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>iRing kocken")
    let id = try #require((session.top as? EditorScreen)?.matter.id)
    session.hear(.matterGone(id))
    #expect(
      session.notice
        == "Du kan inte läsa 26-142 längre. Det du har skrivit finns kvar.")
    #expect(session.shows("Ring kocken"))
    session.press("<C-s>")
    let kept =
      "Du kan inte läsa 26-142 längre. Det du har skrivit finns kvar: P i listan, och där visar B "
      + "texten."
    #expect(session.notice == kept)
    session.press("<Esc>")
    #expect(session.shows("Det du har skrivit finns kvar: P i listan"))
    let drafts = session.front.context.drafts
    #expect(!drafts.isEmpty)
    #expect(session.top is MatterScreen)
  }

  @Test func triageSaysThatAMatterIsTakenFromOneAndGoesOn() throws {
    var session = Session(try .kommun(), as: "maja")
    session.press("n")
    let matter = try #require((session.top as? TriageScreen)?.matter)
    session.press("k")
    session.hear(.matterGone(matter.id))
    let number = matter.state.reference.short
    #expect(session.notice == "Du kan inte läsa \(number) längre.")
    let screen = try #require(session.top as? TriageScreen)
    #expect(screen.phase == .type && screen.matter != nil)
  }

  @Test func whoLosesARoleLosesItsKeysAtOnce() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>")
    session.world.rules.organisation.people.removeAll { $0.login == "asa" }
    session.takeRules()
    session.othersWrote()
    #expect(session.row(of: "Du kan inte läsa 26-142 längre.") == 1)
    session.press("<Esc>")
    #expect(!session.shows("26-142"))
  }
}
