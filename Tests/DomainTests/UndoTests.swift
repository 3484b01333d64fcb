import Domain
import Testing

@Suite("Taking one's own last step back")
struct UndoTests {
  let world = World()

  @Test("A step of several events goes back whole")
  func wholeStep() throws {
    let before = try world.registered()
    let after = try world.matter(after: [
      ("maja", .triage(.praise, unit: "oster")), ("maja", .undo),
    ])
    #expect(after.state == before.state)
    #expect(after.version == 4)
    #expect(after.events.last?.facts == .undone(step: 2))
    #expect(after.standing == before.events)
  }

  @Test("Again and again, each time one step further")
  func several() throws {
    var matter = try world.registered()
    let start = matter.state
    try world.take(.setTitle("A"), as: "maja", on: &matter)
    let titled = matter.state
    try world.take(.categorise(.praise), as: "maja", on: &matter)
    let categorised = matter.state
    try world.take(.setSubjectArea("information"), as: "maja", on: &matter)
    try world.take(.undo, as: "maja", on: &matter)
    #expect(matter.state == categorised)
    try world.take(.undo, as: "maja", on: &matter)
    #expect(matter.state == titled)
    try world.take(.setTitle("B"), as: "maja", on: &matter)
    try world.take(.undo, as: "maja", on: &matter)
    #expect(matter.state == titled)
    try world.take(.undo, as: "maja", on: &matter)
    #expect(matter.state == start)
    #expect(world.refusal(of: .undo, as: "maja", on: matter) == .nothingToUndo)
    #expect(Matter(id: 1, events: matter.events) == matter)
  }

  @Test("Not when somebody has built on it, until that is taken back")
  func builtUpon() throws {
    var matter = try world.matter(after: Place.withManager.steps)
    try world.take(.writeInternalNote("Ringer i dag."), as: "asa", on: &matter)
    #expect(world.refusal(of: .undo, as: "maja", on: matter) == .builtUpon)
    #expect(world.refusal(of: .undo, as: "karin", on: matter) == .nothingToUndo)
    try world.take(.undo, as: "asa", on: &matter)
    #expect(world.refusal(of: .undo, as: "asa", on: matter) == .nothingToUndo)
    try world.take(.undo, as: "maja", on: &matter)
    #expect(matter.state.status == .received)
  }

  @Test("An answer has left, so it stands, and all before it")
  func answered() throws {
    var matter = try world.matter(after: Place.withManager.steps)
    try world.take(.writeInternalNote("x"), as: "asa", on: &matter)
    try world.take(.answer(World.letter()), as: "asa", on: &matter)
    #expect(
      world.refusal(of: .undo, as: "asa", on: matter)?.sentence
        == "Ett svar som har lämnats kan inte ångras.")
    try world.take(.writeOfficialNote("y"), as: "asa", on: &matter)
    try world.take(.undo, as: "asa", on: &matter)
    #expect(matter.state.officialNotes.isEmpty && matter.state.status == .answered)
    #expect(world.refusal(of: .undo, as: "asa", on: matter) != nil)
  }

  @Test("What came from outside stands; what one wrote down oneself can be taken back")
  func arrived() throws {
    var matter = try world.registered()
    try world.take(.add(.phone, on: World.today, text: "Mer."), as: "maja", on: &matter)
    try world.take(.undo, as: "maja", on: &matter)
    #expect(matter.state.additions.isEmpty && !matter.state.hasNewAddition)
    let event = try matter.complete(
      with: world.incoming("Mer."), source: SourceDigest(key: "k", content: "c"), files: [],
      asking: world.asking("maja"), rules: world.rules)
    matter.apply(event)
    #expect(
      world.refusal(of: .undo, as: "maja", on: matter)
        == .cannotUndo("En komplettering som har kommit in"))
  }

  @Test("The text that came to a pointer stands")
  func textArrived() throws {
    var matter = try world.registered(world.incoming(body: .inEService))
    let event = try matter.complete(
      with: world.incoming("Texten."), source: SourceDigest(key: "k", content: "c"), files: [],
      asking: world.asking("maja"), rules: world.rules)
    matter.apply(event)
    #expect(
      world.refusal(of: .undo, as: "maja", on: matter) == .cannotUndo("Text som har kommit in"))
  }

  @Test("A step that took the matter out of one's own reach can be taken back")
  func outOfReach() throws {
    var matter = try world.matter(
      after: Place.withManager.steps + [("asa", .handOver(to: "sigge"))])
    try world.take(.giveBack(.needsDetails, words: nil), as: "sigge", on: &matter)
    #expect(!world.actor("sigge").may(.read, matter.state))
    #expect(world.refusal(of: .undo, as: "lotta", on: matter) == .notAllowed(.read))
    try world.take(.undo, as: "sigge", on: &matter)
    #expect(matter.state.handler == "sigge" && matter.state.status == .withManager)
  }

  @Test(
    "Every step but an answer and a mark goes back to exactly what was",
    arguments: RightsTests.rows, Place.allCases)
  func everyStep(row: RightsTests.Row, place: Place) throws {
    var matter = try world.matter(after: place.steps)
    let before = matter.state
    guard
      let login = world.logins.first(where: { login in
        world.refusal(of: row.command, as: login, on: matter) == nil
      })
    else { return }
    try world.take(row.command, as: login, on: &matter)
    guard matter.state.answers.count == before.answers.count, !matter.state.isProtected else {
      return
    }
    #expect(
      matter.state != before || row.name == "title" || row.name == "contact"
        || row.name == "no area")
    try world.take(.undo, as: login, on: &matter)
    #expect(matter.state == before)
  }
}
