import Domain
import Terminal
import Testing

@testable import Interface

/// An Enter that is held down, or comes before anybody can have read what it would send or close.
struct HasteTests {
  /// New matters with their type and the unit of their form.
  private func typed() throws -> World {
    let world = World()
    for serial in 160...164 {
      try world.register(
        serial, Post.form("Nummer \(serial)", "Text.", on: day("2026-11-20")))
      try world.take(.categorise(.complaint), on: serial, as: "maja")
    }
    return world
  }

  /// Holds a key down: it repeats thirty times a second, after half a second.
  private func hold(_ key: String, in session: inout Session, for milliseconds: Int64) {
    session.press(key)
    session.pass(milliseconds: 500)
    for _ in 0..<(milliseconds / 33) {
      session.press(key)
      session.pass(milliseconds: 33)
    }
  }

  @Test func aHeldEnterSendsNothingUnread() throws {
    var session = Session(try typed(), as: "maja")
    session.press("n")
    hold("<Enter>", in: &session, for: 3_000)
    #expect(session.commands.isEmpty)
    #expect(session.notice == "Enter kom för snabbt, så inget är gjort. Läs, och tryck igen.")
    session.wait(seconds: 1)
    session.press("<Enter>")
    session.wait(seconds: 1)
    hold("<Enter>", in: &session, for: 3_000)
    #expect(session.commands == [.triage(.complaint, unit: "oster")])
    // What was done last is still said.
    #expect(session.notice?.contains("26-160 är skickat") == true)
  }

  @Test func whoReadsGoesOnWithEnterAlone() throws {
    var session = Session(try typed(), as: "maja")
    session.press("n")
    for _ in 1...4 {
      session.wait(seconds: 1)
      session.press("<Enter>")
    }
    #expect(session.commands.count == 2)
  }

  @Test func whatIsTypedAheadWorksAtAnySpeed() throws {
    var session = Session(try typed(), as: "maja")
    session.press("nk<Enter>föst<Enter>b<Enter>kväst<Enter><Enter><Enter>")
    #expect(
      session.commands == [
        .triage(.complaint, unit: "oster"), .triage(.suggestion, unit: "oster"),
        .triage(.praise, unit: "oster"), .triage(.complaint, unit: "vast"),
      ])
  }

  @Test func aHeldEnterOpensAMatterAndClosesItNot() throws {
    let world = try World.one(then: [("asa", World.answer())])
    try world.take(.noteAndReturn("Klart.", .done, words: nil), on: 142, as: "asa")
    try world.take(.setSubjectArea("tider"), on: 142, as: "maja")
    var session = Session(world, as: "maja")
    session.press("<Tab>")
    while !session.shows("[Att avsluta") { session.press("<Tab>") }
    hold("<Enter>", in: &session, for: 3_000)
    #expect(session.commands.isEmpty)
    _ = try session.top(MatterScreen.self)
    session.wait(seconds: 1)
    session.press("<Enter>")
    #expect(session.commands == [.close])
  }
}
