import Domain
import Terminal
import Testing

@testable import Interface

/// What somebody else has done meanwhile is told first, and never overridden unseen, whether the
/// screen behind the open question has been read again or not.
struct OverridingTests {
  /// A matter that was answered, with its note, and has come back as done.
  private func returned() throws -> World {
    try .one(then: [
      ("asa", World.answer()), ("asa", .noteAndReturn("Nytt schema.", .done, words: nil)),
    ])
  }

  /// More comes from the sender.
  private func complete(_ serial: Int, in session: inout Session, isSeen: Bool) throws {
    try session.world.complete(serial, with: Post.mail("Mer", "Igen i dag.", on: Kommun.today))
    if isSeen { session.othersWrote() }
  }

  @Test(arguments: [false, true])
  func aStepThatWaitsForAnAnswerIsNotTakenOverWhatCameMeanwhile(isReadAgain: Bool) throws {
    var session = Session(try returned(), as: "maja", size: .wide)
    session.press("<Tab><Enter>v")
    #expect(session.shows("Vilket ämne?"))
    try complete(142, in: &session, isSeen: isReadAgain)
    session.press("tid<Enter>")
    #expect(session.isRefused)
    #expect(session.notice?.contains("hann före") == true)
    let state = try session.world.state(142)
    #expect(state.status != .closed && state.subjectArea == nil && state.hasNewAddition)
    #expect(session.top is MatterScreen)
    let isShown = session.shows("Igen i dag.")
    #expect(isShown)
    // What was chosen is marked when the same is asked again.
    session.press("v<Down><Up>")
    #expect(session.cursorRow.contains("tider"))
    session.press("<Enter>")
    #expect(try session.world.state(142).subjectArea == "tider")
    #expect(try session.world.state(142).status == .closed)
  }

  @Test func theStepThatWaitedFollowsWhatItWaitedForAndNothingElse() throws {
    var session = Session(try returned(), as: "maja")
    let version = try session.world.matter(142).version
    session.press("<Tab><Enter>vtid<Enter>")
    let steps = session.effects.filter { if case .perform = $0 { true } else { false } }
    #expect(
      steps == [
        .perform(.close, on: 142, expecting: version),
        .perform(.setSubjectArea("tider"), on: 142, expecting: version),
        .perform(.close, on: 142, expecting: version + 1),
      ])
  }

  @Test func theTextThatWaitedStands() throws {
    let world = try World.one(
      134, Post.mail("Kallt", "Kallt.", from: Post.silent, on: day("2026-11-12")), category: nil)
    var session = Session(world, as: "asa")
    session.press("<Enter>a")
    session.press("Vi har satt in ett element.<C-s>")
    #expect(session.shows("Vilken typ"))
    try world.take(.setTitle("Element"), on: 134, as: "maja")
    session.othersWrote()
    session.press("k")
    #expect(session.notice?.hasPrefix("Maja Ek hann före: ny rubrik.") == true)
    #expect(try session.top(EditorScreen.self).editor.text.contains("element"))
    #expect(try world.state(134).category == nil)
    session.press("<C-s>")
    #expect(session.cursorRow.contains("Klagomål"))
    session.press("<Enter>övr<Enter>")
    #expect(try world.state(134).status == .closed)
  }

  @Test(arguments: [
    ("t", MatterCommand.setTitle("Annat"), "!<Enter>"),
    ("äbemö", .setSubjectArea("mat och måltider"), "<Enter>"),
    ("Rn", .correct(.name, new: "Anna Ny", reason: "x"), "!<Enter>Fel<Enter>"),
    ("e", .giveBack(.wrongUnit, words: nil), "väst<Enter>"),
  ])
  func aQuestionIsAnsweredForTheMatterThatWasAskedAbout(
    keys: String, step: MatterCommand, answer: String
  ) throws {
    let world = try World.one(then: [("asa", .giveBack(.wrongUnit, words: nil))])
    var session = Session(world, as: "maja")
    session.press("/26-142<Enter><Enter>" + keys)
    let top = type(of: session.top)
    try #require(session.top.isDialog)
    let before = try world.state(142)
    if case .giveBack = step {
      try world.take(.setTitle("Annat"), on: 142, as: "karin")
    } else {
      try world.take(step, on: 142, as: "karin")
    }
    let between = try world.state(142)
    #expect(between != before)
    session.othersWrote()
    session.press(answer)
    #expect(session.isRefused && session.notice?.contains("hann före") == true)
    #expect(try world.state(142) == between, "\(top)")
  }

  @Test func aTitleThatGaveWayIsThereToBeGivenAgain() throws {
    let world = try World.one()
    var session = Session(world, as: "asa")
    session.press("<Enter>t!")
    try world.take(.setTitle("Annat"), on: 142, as: "karin")
    session.othersWrote()
    session.press("<Enter>")
    #expect(session.cursorRow.contains("Sena morgonbesök!"))
    session.press("<Enter>")
    #expect(try world.state(142).title == "Sena morgonbesök!")
  }

  @Test func aListAsksAboutTheMatterAsItStoodThere() throws {
    var session = Session(try .one(), as: "asa")
    session.press("c")
    try session.world.take(.categorise(.praise), on: 142, as: "karin")
    session.othersWrote()
    session.press("f")
    #expect(session.notice?.hasPrefix("Karin Berg hann före: typ beröm.") == true)
    #expect(try session.world.state(142).category == .praise)
  }

  // MARK: - Sorting

  @Test(arguments: [false, true])
  func whatComesWhileAUnitIsChosenIsShownBeforeTheMatterIsSent(isReadAgain: Bool) throws {
    var session = Session(try .onlyNew(), as: "maja")
    session.press("nköster")
    try session.world.take(.setTitle("Medicinen"), on: 160, as: "rut")
    try complete(160, in: &session, isSeen: isReadAgain)
    if isReadAgain { #expect(session.shows("Medicinen")) }
    session.press("<Enter>")
    #expect(session.isRefused && session.notice?.contains("hann före") == true)
    #expect(session.shows("Ny 26-160") && session.shows("Medicinen"))
    #expect(try session.world.state(160).unit == nil)
    session.press("<PgDn><PgDn>")
    #expect(session.shows("Igen i dag."))
    // What was typed still stands.
    session.press("<Enter>")
    #expect(try session.world.state(160).unit == "oster")
    #expect(session.shows("Ny 26-161"))
  }

  @Test func whatOthersDoWithTheMatterThatIsSortedIsSaid() throws {
    var session = Session(try .onlyNew(), as: "maja")
    session.press("n")
    try session.world.take(.setTitle("Medicinen"), on: 160, as: "rut")
    session.othersWrote()
    #expect(session.notice == "Nytt i ärendet: Rut Holm 10.00, ny rubrik.")
    #expect(session.shows("Medicinen"))
    // It has been said, so it is nothing that comes between.
    session.press("köster<Enter>")
    #expect(try session.world.state(160).unit == "oster")
  }

  // MARK: - Taking back

  @Test func onesOwnStepElsewhereIsNotTakenBackUnseen() throws {
    var session = Session(try .kommun(), as: "asa")
    session.press("ck")
    try session.world.take(.setTitle("Ny rubrik"), on: 127, as: "asa")
    session.press("u")
    #expect(session.isRefused)
    #expect(try session.world.state(127).title == "Ny rubrik")
    session.press("u")
    #expect(try session.world.state(127).title != "Ny rubrik")
    #expect(try session.world.state(127).category == .complaint)
  }
}
