import Domain
import Testing

@Suite struct SearchCompletionTests {
  let vocabulary = SearchVocabulary(World().rules)

  /// What is offered where | stands, and what the first becomes.
  func offered(_ marked: String) throws -> (labels: [String], first: String?) {
    let caret = try #require(marked.firstIndex(of: "|"))
    let typed = marked.replacing("|", with: "")
    let column = marked.distance(from: marked.startIndex, to: caret)
    let found = SearchQuery.completions(of: typed, at: column, by: vocabulary)
    let first = found.first.map { completion in
      let (text, caret) = completion.applied(to: typed)
      return String(text.prefix(caret)) + "|" + text.dropFirst(caret)
    }
    return (found.map(\.label), first)
  }

  @Test(arguments: [
    ("t|", ["typ:", "till:"], "typ:|"), ("ty|", ["typ:"], "typ:|"),
    ("a|", ["är:", "ämne:"], "är:|"),
    ("mat st|", ["status:"], "mat status:|"), ("e|", ["enhet:"], "enhet:|"),
    ("typ:|", ["beröm", "förslag", "klagomål", "förbättringsförslag"], "typ:beröm |"),
    ("typ:kl|", ["klagomål"], "typ:klagomål |"), ("ar:s|", ["sen"], "är:sen |"),
    ("typ:kl| mat", ["klagomål"], "typ:klagomål |mat"),
    ("typ:k|lag", ["klagomål"], "typ:klagomål |"),
    ("enhet:ö|", ["Hemtjänst Öster"], "enhet:\"Hemtjänst Öster\" |"),
    ("enhet:\"hemtjänst v|", ["Hemtjänst Väst"], "enhet:\"Hemtjänst Väst\" |"),
    ("enhet:\"hemtjänst v|\" mat", ["Hemtjänst Väst"], "enhet:\"Hemtjänst Väst\" |mat"),
    ("ämne:be|", ["bemötande"], "ämne:bemötande |"),
    ("status:hos|", ["hos chef"], "status:\"hos chef\" |"),
    ("kanal:e|", ["e-tjänst", "e-post"], "kanal:e-tjänst |"),
  ])
  func halfTypedFiltersAreCompleted(marked: String, labels: [String], first: String) throws {
    let found = try offered(marked)
    #expect(found.labels == labels)
    #expect(found.first == first)
  }

  @Test(arguments: [
    "|", "mat |", "|typ:kl", "mat|", "\"ty|", "från:2|", "nr:2|", "xyz:a|", "typ:z|",
  ])
  func nothingElseIsOffered(marked: String) throws {
    #expect(try offered(marked).labels == [])
  }

  @Test func whatIsChosenIsUnderstood() {
    for name in SearchFilterName.allCases {
      for completion in SearchQuery.completions(
        of: name.rawValue + ":", at: name.rawValue.count + 1, by: vocabulary)
      {
        let query = SearchQuery.parse(completion.replacement, by: vocabulary)
        #expect(query.problems == [])
        #expect(!query.filters.isEmpty, "\(completion.replacement)")
      }
    }
  }
}
