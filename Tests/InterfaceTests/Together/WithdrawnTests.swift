import Domain
import Terminal
import Testing

@testable import Interface

/// What somebody else takes out of sight while it is on the screen, whatever stands there.
struct WithdrawnTests {
  /// How it comes about.
  enum Cause: CaseIterable {
    /// Somebody marks the matter with protected identity.
    case mark
    /// The chef is one no longer, and reads texts without those who wrote them.
    case role
    /// The matter goes to a unit of which the chef sees no more than that.
    case unit
  }

  static let sender = Sender(
    kind: .individual, name: "Anna Exempelqvist", email: "anna@exempel.se", phone: "070-123 45 67",
    address: "Storgatan 1, Provköping", replyVia: .letter)

  static let incoming = Post.mail(
    "Kall mat till Anna", "Maten var kall i går, hälsar Anna Exempelqvist.", from: sender,
    on: day("2026-11-13"))

  /// Two matters from Anna at Hemtjänst Öster, whose chef is an analyst too; one is answered.
  private func world() throws -> World {
    let world = try World.one(142, Self.incoming)
    let people = world.rules.organisation.people
    let index = try #require(people.firstIndex { $0.login == "asa" })
    world.rules.organisation.people[index].grants.append(Grant(role: .analyst, unit: "oms"))
    return world
  }

  private func happen(_ cause: Cause, to session: inout Session) throws {
    let world = session.world
    switch cause {
    case .mark: try world.take(.protect, on: 142, as: "maja")
    case .role:
      let index = try #require(
        world.rules.organisation.people.firstIndex { $0.login == "asa" })
      world.rules.organisation.people[index].grants = [Grant(role: .analyst, unit: "oms")]
      session.takeRules()
    case .unit: try world.take(.assign("vast"), on: 142, as: "maja")
    }
    session.othersWrote()
  }

  private func tells(_ session: Session) -> String? {
    let words = ["Anna", "anna@", "070-123", "Storgatan"]
    return session.screen.first { row in words.contains { row.contains($0) } }
  }

  private static let answer = "<Enter>s<End><Enter>Hej! Vi har talat om det."

  /// What stands on the screen: keys, each written at once.
  static let screens: [[String]] = [
    [], ["<Enter>"], ["<Enter>iRing."], [answer], [answer, "<C-s>"], [answer, "<C-s>", "s"],
    [answer, "<C-s>", "m"], [answer, "<C-s>", "m, Skåne"], ["<Enter>s"], ["<Enter>Rn"],
    ["<Enter>Re"], ["<Enter>Rt"], ["<Enter>Rp"], ["<Enter>Rr"], ["<Enter>t"], ["<Enter>t i dag"],
    ["<Enter>rf"], ["<Enter>?"], ["<Enter>c"],
  ]

  @Test(arguments: screens, Cause.allCases)
  func itGoesFromEveryScreen(keys: [String], cause: Cause) throws {
    var session = Session(try world(), as: "asa", size: .wide)
    for part in keys { session.press(part) }
    #expect(tells(session) != nil || session.top is HelpScreen)
    try happen(cause, to: &session)
    #expect(tells(session) == nil, "\(keys)")
    session.press("<C-s>")
    #expect(tells(session) == nil, "\(keys) <C-s>")
    for _ in 0..<6 where !(session.top is ListScreen) {
      session.press("<Esc>")
      #expect(tells(session) == nil, "\(keys) <Esc>")
    }
    #expect(session.top is ListScreen)
  }

  @Test(arguments: Cause.allCases)
  func theTextStaysAndTheReviewIsDoneAgain(cause: Cause) throws {
    var session = Session(try world(), as: "asa")
    for part in [Self.answer, "<C-s>", "hn"] { session.press(part) }
    #expect(try session.top(ReviewScreen.self).tellsOfHealth == false)
    try happen(cause, to: &session)
    #expect(try session.top(EditorScreen.self).editor.text == "Hej! Vi har talat om det.")
    #expect(session.notice?.contains("n text finns kvar.") == true || session.isRefused)
    let draft = session.world.drafts["asa"]?.first?.draft
    guard case .text(_, .answer, let begun)? = draft else {
      Issue.record("\(String(describing: draft))")
      return
    }
    #expect(begun.text == "Hej! Vi har talat om det." && begun.chosen == nil)
    guard cause == .mark else { return }
    session.press("<C-s>")
    let review = try session.top(ReviewScreen.self)
    #expect(review.recipient == "avsändaren (skyddad identitet)" && review.tellsOfHealth == nil)
  }

  @Test func nobodysNextLetterBecomesACommand() throws {
    var session = Session(try world(), as: "asa")
    session.press("<Enter>RexY")
    try happen(.mark, to: &session)
    #expect(session.notice?.hasSuffix("P i listan visar det.") == true)
    session.press("bo@exempel.se")
    #expect(session.top is PromptScreen && session.shows("bo@exempel.se"))
    session.press("<C-z>")
    #expect(tells(session) == nil)
    // What was typed over the old address is the person's own.
    #expect(session.world.drafts["asa"]?.map(\.draft.text) == ["anna@exempel.sexY"])
  }

  @Test func aLineOfOnesOwnStandsWhereItStood() throws {
    var session = Session(try world(), as: "asa")
    session.press("<Enter>raFel")
    try happen(.mark, to: &session)
    session.press(" dag")
    #expect(session.top is PromptScreen && session.shows("Fel dag"))
  }

  @Test func whoComesSecondDoesNotSeeItEither() throws {
    var session = Session(try world(), as: "asa")
    session.press("<Enter>Re<Enter>Gift")
    try session.world.take(.protect, on: 142, as: "maja")
    session.press(".<Enter>")
    #expect(session.notice?.hasPrefix("Maja Ek hann före") == true)
    #expect(tells(session) == nil)
    session.press("<Esc>")
    #expect(tells(session) == nil)
  }

  @Test func aDraftDoesNotKeepWhatTheMatterKnows() throws {
    var session = Session(try world(), as: "asa")
    for part in [Self.answer, "<C-s>"] { session.press(part) }
    #expect(session.shows("Anna Exempelqvist, Storgatan 1"))
    session.press("<Esc><Esc>")
    #expect(session.front.context.drafts.text(of: 142, .answer)?.chosen?.way == .letter)
    try happen(.mark, to: &session)
    for part in ["s", "<C-s>"] {
      session.press(part)
      #expect(tells(session) == nil)
    }
    _ = try session.top(ReviewScreen.self)
  }

  @Test func whatWasOpenedForAReasonGoesWhenSomethingHappens() throws {
    let world = try world()
    try world.take(.protect, on: 142, as: "maja")
    var session = Session(world, as: "vera", size: .wide)
    session.press("<Enter>VBrev ska ut.<Enter>iRing")
    session.othersWrote()
    #expect(tells(session) != nil)
    try world.take(.writeInternalNote("x"), on: 142, as: "asa")
    session.othersWrote()
    #expect(tells(session) == nil)
    session.press("<Esc>")
    #expect(tells(session) == nil)
  }

  @Test func whatIsNotHiddenFromOneChangesNothing() throws {
    var session = Session(try world(), as: "asa")
    for part in [Self.answer, "<C-s>"] { session.press(part) }
    try session.world.take(.writeInternalNote("x"), on: 142, as: "karin")
    session.world.rules.organisation.people[2].grants.append(Grant(role: .manager, unit: "oster"))
    session.takeRules()
    session.othersWrote()
    #expect(session.top is ReviewScreen && session.shows("Storgatan 1"))
  }

  // MARK: - Lists

  @Test func aPreviewGoesWithTheRight() throws {
    let world = try world()
    var session = Session(world, as: "karin", size: .wide)
    session.press("<S-Tab>")
    #expect(session.shows("hälsar Anna"))
    let index = try #require(world.rules.organisation.people.firstIndex { $0.login == "karin" })
    world.rules.organisation.people[index].grants = [Grant(role: .analyst, unit: "oms")]
    session.takeRules()
    #expect(!session.shows("hälsar Anna"))
    session.othersWrote()
    #expect(tells(session) == nil && session.shows("hälsar [dolt]"))
  }

  @Test(arguments: Cause.allCases)
  func whatASearchFindsGoes(cause: Cause) throws {
    var session = Session(try world(), as: "asa", size: .wide)
    session.press("/kall")
    #expect(session.shows("Kall mat till Anna"))
    try happen(cause, to: &session)
    #expect(tells(session) == nil && session.shows("1 träff"))
  }

  @Test(arguments: ["n", "nt", "nkö"])
  func triageFollows(keys: String) throws {
    let world = World()
    try world.register(160, Self.incoming)
    var session = Session(world, as: "maja", size: .wide)
    session.press(keys)
    #expect(tells(session) != nil)
    try world.take(.protect, on: 160, as: "rut")
    session.othersWrote()
    #expect(tells(session) == nil)
    session.press("<Esc>")
    #expect(tells(session) == nil)
    world.rules.organisation.people[0].grants = []
    session.takeRules()
    #expect(!session.shows("26-160") || session.notice?.contains("26-160") == true)
  }

  /// The other matters of Anna's, from 142.
  private func earlier() throws -> Session {
    let world = try world()
    for serial in [120, 121] {
      try world.register(
        serial,
        Post.mail("Anna \(serial)", "Hälsar Anna.", from: Self.sender, on: day("2026-11-10")))
      try world.take(.triage(.complaint, unit: "oster"), on: serial, as: "maja")
    }
    var session = Session(world, as: "asa", size: .wide)
    session.press("G")
    while !session.cursorRow.contains("26-142") { session.press("k") }
    session.press("<Enter>T")
    #expect(session.cursorRow.contains("26-121") && session.shows("Anna 120"))
    return session
  }

  @Test func theListOfASendersMattersFollows() throws {
    var session = try earlier()
    try session.world.take(.setTitle("Ny rubrik"), on: 120, as: "maja")
    try session.world.take(.protect, on: 121, as: "maja")
    session.othersWrote()
    #expect(session.cursorRow.contains("26-120") && session.shows("Ny rubrik"))
    #expect(!session.shows("26-121"))
    try session.world.take(.assign("vast"), on: 120, as: "maja")
    session.world.rules.organisation.people[1].grants = [Grant(role: .manager, unit: "oster")]
    session.takeRules()
    session.othersWrote()
    #expect(!session.shows("Ny rubrik") && !session.shows("Hälsar Anna"))
    #expect(session.shows("Listan är tom."))
    #expect(session.effects.filter { $0 == .loadEarlier(142, .open) }.count == 1)
  }

  @Test func thatListIsEmptyWhenTheSenderIsHidden() throws {
    var session = try earlier()
    try session.world.take(.protect, on: 142, as: "maja")
    session.othersWrote()
    #expect(session.shows("Listan är tom.") && tells(session) == nil)
  }

  @Test func aMatterThatIsGoneGoesFromListAndPreview() throws {
    var session = try earlier()
    session.hear(.matterGone(142))
    #expect(!session.shows("Anna 120") || session.effects.contains(.loadEarlier(142, .refresh)))
    var list = try session.top(ListScreen.self)
    _ = list.receive(.matterGone(121), in: session.front.context)
    #expect(list.preview == nil && list.rows.map(\.id) == [120])
    _ = list.receive(.matterGone(142), in: session.front.context)
    #expect(list.rows.isEmpty)
  }

  @Test(arguments: [false, true])
  func aMessageSetAsideCloses(isRegistered: Bool) throws {
    let world = try ListSnapshotTests.withAsides()
    var session = Session(world, as: "rut")
    session.press("<S-Tab>j<Enter>")
    #expect(session.top is PageScreen && session.shows("en ny status"))
    if isRegistered {
      world.asides.removeLast()
    } else {
      let index = try #require(world.rules.organisation.people.firstIndex { $0.login == "rut" })
      world.rules.organisation.people[index].grants = [Grant(role: .analyst, unit: "oms")]
      session.takeRules()
    }
    session.othersWrote()
    #expect(session.top is ListScreen && !session.shows("en ny status"))
  }
}
