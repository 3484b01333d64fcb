import Domain
import Testing

@Suite("After gallring the facts alone are folded")
struct PurgedFoldTests {
  let world = World()

  func purged(_ matter: Matter) throws -> Matter {
    let events = matter.events.map { event in
      var bare = event
      bare.content = nil
      return bare
    }
    return try #require(Matter(id: matter.id, events: events))
  }

  @Test("The statistics row is the same, but for the title", arguments: Place.allCases)
  func row(place: Place) throws {
    let matter = try world.matter(after: place.steps)
    var expected = matter.row
    expected.title = nil
    #expect(try purged(matter).row == expected)
  }

  @Test("No words are left", arguments: Place.allCases)
  func words(place: Place) throws {
    let steps: [(PersonID, MatterCommand)] = [
      ("maja", .add(.phone, on: World.today, text: "Mer.")), ("maja", .writeInternalNote("Obs.")),
      ("maja", .correct(.name, new: "Anna S", reason: "Fel.")),
    ]
    let state = try purged(world.matter(after: place.steps + steps)).state
    #expect(state.text == nil && state.title == nil && state.externalID == nil)
    #expect(state.sender.name == nil && state.sender.email == nil)
    #expect(state.additions.map(\.text) == [""] && state.internalNotes == [""])
    #expect(state.officialNotes.joined().isEmpty)
    #expect(state.answers.allSatisfy { $0.text.isEmpty && $0.recipient.isEmpty })
  }

  @Test("What statistics need is left: counts, days, ways, kinds, and what was taken back")
  func counts() throws {
    let matter = try world.matter(
      after: Place.closed.steps + [
        ("maja", .reopen(reason: "Mer.")), ("maja", .undo),
        ("maja", .correct(.channel, new: "telefon", reason: "Fel.")),
        ("maja", .correct(.arrivedOn, new: "2026-11-12", reason: "Fel.")),
        ("maja", .correct(.email, new: nil, reason: "Fel.")),
      ])
    let state = try purged(matter).state
    #expect(state.status == .closed && state.closedOn == World.today)
    #expect(state.answers.map(\.way) == [.email] && state.answers.map(\.on) == [World.today])
    #expect(state.officialNotes.count == 1 && state.subjectArea == "information")
    #expect(state.channel == .phone && state.arrivedOn == day("2026-11-12"))
    // The way back that the facts tell of.
    #expect(state.sender.kind == .individual && state.sender.replyVia == .email)
    #expect(state.sender.isAnswerable && matter.state.sender.replyVia == nil)
  }
}
