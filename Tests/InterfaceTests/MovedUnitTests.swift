import Domain
import Testing

@testable import Interface

/// A unit that gets another chef, or is closed, while its chef writes.
struct MovedUnitTests {
  @Test func theOldChefKeepsWhatWasWrittenAndIsToldWhyItCannotGo() throws {
    let world = try World.one()
    var old = Session(world, as: "asa")
    old.press("<Enter>iRing kocken")
    world.rules.organisation.people[1].grants = []
    world.rules.organisation.people[2].grants.append(Grant(role: .manager, unit: "oster"))
    old.takeRules()
    old.othersWrote()
    #expect(old.shows("Ring kocken"))
    old.press("<C-s>")
    #expect(old.notice?.hasPrefix("Du kan inte läsa 26-142 längre. Det du har skrivit") == true)
    #expect(try world.state(142).internalNotes.isEmpty)
    old.wait(seconds: 1)
    #expect(world.drafts["asa"]?.map(\.draft.text) == ["Ring kocken"])
    #expect(world.drafts["bo"] == nil)
  }

  @Test func theTimelineSaysWhereItWentAndWhy() throws {
    let world = try World.one(then: [("asa", .handOver(to: "sigge"))])
    var new = world.rules.organisation
    new.units[2].isClosed = true
    let desk = OpenMatters(unit: "oster", handler: "sigge")
    let plan = try MovePlan(
      Moves(units: ["oster": "vast"]), counts: [desk: 1], referred: [:],
      from: world.rules.organisation, to: new)
    var matter = try world.matter(142)
    matter.apply(try #require(matter.moved(by: plan, as: "rut", at: world.now)))
    world.add(matter)
    world.rules.organisation = new
    var chef = Session(world, as: "bo", size: .wide)
    chef.press("<Enter>")
    let words = chef.screen.joined(separator: " ").split(separator: " ").joined(separator: " ")
    #expect(
      words.contains(
        "Rut Holm: enheten Hemtjänst Öster lades ned; ärendet flyttades till Hemtjänst Väst"))
  }

  @Test(arguments: [
    (MatterFacts.Move(unit: "oster", leaver: "asa", handler: "bo"), "lämnades till Bo Falk"),
    (MatterFacts.Move(unit: "oster", leaver: "asa"), "gick tillbaka till enhetens chef"),
  ])
  func theTimelineSaysWhoLeft(move: MatterFacts.Move, where place: String) {
    let context = Context(actor: Kommun.actor("bo"), rules: Kommun.rules, now: World().now)
    #expect(
      Timeline.words(.moved(move), context: context)
        == "Åsa Lind handlägger inte ärendet längre; det \(place)")
  }

  @Test func aClosedUnitIsOfferedNowhere() throws {
    let world = try World.onlyNew()
    world.rules.organisation.units[2].isClosed = true
    var session = Session(world, as: "maja")
    session.press("nköster")
    #expect(!session.shows("Hemtjänst Öster"))
    session.press("<Esc>")
    let units = ChoiceScreen.units(world.rules, selected: nil).items.map(\.label)
    #expect(!units.contains("Hemtjänst Öster") && units.contains("Hemtjänst Väst"))
  }
}
