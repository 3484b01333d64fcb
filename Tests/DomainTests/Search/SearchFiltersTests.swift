import Domain
import Testing

@Suite struct SearchFiltersTests {
  let row: MatterRow = {
    MatterRow(
      id: 1, version: 3, reference: Reference(year: 2026, serial: 42), title: "Sena besök",
      arrivedOn: day("2026-11-05"), category: .complaint, subjectArea: "bemötande",
      status: .withManager, desk: .manager, unit: "oster", suggestedUnit: nil, handler: nil,
      channel: .letter, term: DeadlineTerm(count: 10, unit: .workingDays),
      answerBy: day("2026-11-19"), owesAnswer: true, closedOn: nil, isFresh: true,
      hasNewAddition: false)
  }()

  func lets(_ typed: String, _ change: (inout MatterRow) -> Void = { _ in }) -> Bool {
    var row = row
    change(&row)
    return SearchQuery.parse(typed, by: SearchVocabulary(World().rules)).filters
      .contains(row, today: World.today)
  }

  @Test(arguments: [
    "", "typ:klagomål", "är:sen", "är:ny", "är:öppen", "är:obesvarad", "är:sen är:ny",
    "enhet:öster", "enhet:omsorgs", "från:2026-11", "till:2026-11-05", "ämne:bem", "nr:26-4",
    "nr:42", "status:hos", "kanal:brev", "typ:beröm typ:klagomål",
  ])
  func whatIsTrueLetsTheMatterThrough(typed: String) {
    #expect(lets(typed))
  }

  @Test(arguments: [
    "typ:beröm", "är:idag", "är:besvarad", "är:åter", "är:avslutad", "är:kompletterad",
    "är:ofördelad", "är:sen är:idag", "enhet:väst", "från:2026-11-06", "till:2026-10", "ämne:info",
    "nr:25-42", "nr:43", "status:inkommen", "kanal:telefon", "typ:klagomål kanal:telefon",
  ])
  func whatIsNotHoldsItBack(typed: String) {
    #expect(!lets(typed))
  }

  @Test func whatIsMissingIsNoneOfThose() {
    #expect(!lets("typ:klagomål") { $0.category = nil })
    #expect(!lets("enhet:öster") { $0.unit = nil })
    #expect(!lets("ämne:bemötande") { $0.subjectArea = nil })
    #expect(!lets("är:sen") { $0.answerBy = nil })
    #expect(lets("är:ofördelad") { $0.unit = nil })
  }

  @Test func onlyWhoSeesSendersSearchesThem() {
    let organisation = World.organisation
    for person in organisation.people {
      let isBlind = [[Role.analyst], [.secretary]].contains(person.grants.map(\.role))
      #expect(Actor(person, in: organisation).maySearchSenders == !isBlind, "\(person.login)")
    }
    #expect(Actor(bootstrap: "root").maySearchSenders)
  }
}
