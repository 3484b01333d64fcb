import Domain
import Testing

/// That nothing that was told is registered without having been heard.
@Suite("Reading back")
struct ReadBackTests {
  let world = World()

  @Test("Who read it, when it was approved, and the digest of the text stand in the facts")
  func facts() throws {
    let matter = try world.takeDown(world.told())
    #expect(
      matter.state.readBack
        == .approved(by: "sigge", at: world.asking("sigge").now, digest: "sha of Maten är kall."))
    #expect(matter.state.whyNotReadBack == nil)
    #expect(
      matter.state.readBackWords { $0.uppercased() }
        == ["Uppläst av SIGGE och godkänd 24 nov 12.00"])
    #expect(matter.state.readBackBrief == "uppläst och godkänd 24 nov 12.00")
  }

  @Test(
    "One changed letter voids the approval",
    arguments: [
      "Maten är kall", "Maten är kall!", "maten är kall.", "Maten är kall. ", " Maten är kall.",
      "Maten är kall.\n", "Maten a\u{308}r kall.", "Maten är  kall.", "",
    ])
  func changed(heard: String) {
    var taken = world.told()
    taken.readBack = .approved(Approval(of: heard, by: "sigge", at: world.asking("sigge").now))
    #expect(world.refusal(of: taken) == .approvalVoid)
  }

  @Test("What one has read, another does not register")
  func another() {
    #expect(world.refusal(of: world.told(by: "asa"), as: "sigge") == .approvalVoid)
  }

  @Test("Without approval or a written reason nothing is registered")
  func missing() {
    var taken = world.told()
    for readBack in [nil, .notPossible(reason: ""), .notPossible(reason: " \n")] as [ReadBack?] {
      taken.readBack = readBack
      #expect(world.refusal(of: taken) == .needsReadBack)
    }
  }

  @Test("The reason has the limit of every text")
  func longReason() {
    var taken = world.told()
    let room = String(repeating: "å", count: Matter.longestText)
    taken.readBack = .notPossible(reason: room)
    #expect(world.refusal(of: taken) == nil)
    taken.readBack = .notPossible(reason: room + "x")
    #expect(world.refusal(of: taken) == .tooLong(limit: Matter.longestText))
  }

  @Test("The reason is kept in the content, and everybody can see it")
  func reason() throws {
    var taken = world.told()
    taken.readBack = .notPossible(reason: "Linjen bröts.")
    let matter = try world.takeDown(taken)
    #expect(matter.state.readBack == .notPossible)
    #expect(matter.state.whyNotReadBack == "Linjen bröts.")
    #expect(
      matter.state.readBackWords { $0 } == ["Inte uppläst för den som lämnade den: Linjen bröts."])
    #expect(matter.state.readBackBrief == "inte uppläst")
    for login in ["sigge", "maja", "rut"] {
      let seen = try #require(matter.seen(by: world.actor(login)))
      #expect(seen.state.readBackWords { $0 } == matter.state.readBackWords { $0 }, "\(login)")
    }
    // After gallring the fact stands.
    var purged = matter.events
    for index in purged.indices { purged[index].content = nil }
    let state = try #require(Matter(id: 2, events: purged)).state
    #expect(state.readBack == .notPossible)
    #expect(state.readBackWords { $0 }.first?.contains("gallrat") == true)
  }

  @Test("Who came in writing has nothing to hear", arguments: [Channel.letter, .form])
  func paper(channel: Channel) throws {
    var taken = world.told(by: "rut", channel: channel, sender: Sender())
    taken.readBack = nil
    #expect(try world.takeDown(taken, as: "rut").state.readBackWords { $0 }.isEmpty)
  }
}
