import Domain
import GRDB
import Testing

@testable import Store

/// What is taken in at a login that a unit's staff have in common, on a real file.
@Suite struct UnitLoginTests {
  let folder: TemporaryFolder
  let store: Store
  let actor: Actor

  init() throws {
    folder = try TemporaryFolder()
    store = try Store.temporary(folder)
    var organisation = Kommun.organisation
    organisation.people.append(Kommun.person("enhet", .unitLogin, "o1"))
    try store.apply(organisation, by: "root", at: Kommun.instant())
    actor = Actor(Kommun.person("enhet", .unitLogin, "o1"), in: organisation)
    let asking = Asking(actor: actor, now: Kommun.instant())
    var generator = SystemRandomNumberGenerator()
    _ = try store.takeDown(
      TakenByHand(
        channel: .phone, text: "Maten är kall.",
        readBack: .approved(Approval(of: "Maten är kall.", by: "enhet", at: Kommun.instant())),
        taker: NamedTaker(name: "Xerxes Exempel", role: "undersköterska")),
      code: ReceiptCode(using: &generator), asking: asking, rules: Kommun.rules)
  }

  @Test func nothingIsSeenOfItThere() throws {
    for queue in Queue.allCases {
      #expect(try store.rows(in: queue, for: actor, today: Kommun.today) == [], "\(queue)")
    }
    let asking = Asking(actor: actor, now: Kommun.instant())
    #expect(try store.matter(id: 1, asking: asking) == nil)
    let query = SearchQuery.parse("26-1 ", by: SearchVocabulary(Kommun.rules))
    #expect(try store.search(query, asking: asking, after: nil, limit: 10) == [])
    #expect(try store.asides(for: actor).isEmpty)
  }

  @Test func theNameIsRecordedAndSearchedNowhere() throws {
    let matter = try #require(try store.matter(id: 1, asking: Kommun.asking("mc")))
    #expect(matter.state.namedTaker?.name == "Xerxes Exempel")
    let query = SearchQuery.parse("xerxes ", by: SearchVocabulary(Kommun.rules))
    #expect(try store.search(query, asking: Kommun.asking("mc"), after: nil, limit: 10) == [])
    // It goes at gallring: it stands nowhere but in the content.
    let facts = try store.reading { db in
      try String.fetchAll(db, sql: "SELECT facts FROM event WHERE matter = 1")
    }
    #expect(!facts.contains { $0.contains("Xerxes") })
    #expect(facts.contains { $0.contains("\"commonLogin\":\"o1\"") })
    #expect(try store.verify() == [])
  }
}
