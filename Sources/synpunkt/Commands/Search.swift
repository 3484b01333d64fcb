import ArgumentParser
import Domain
import Store

/// `synpunkt search`: matters by words and filters.
struct Search: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Find matters by words and filters.",
    discussion: """
      Words are found with their endings and as the beginning of longer words; words in quotation \
      marks as they are written. Filters: typ:klagomål är:sen enhet:öster från:2026-09 \
      till:2026-10-15 ämne:bemötande nr:26-42 status:åter kanal:brev. The closest come first, of \
      those the newest. That nothing is found is no error.
      """)

  @OptionGroup var database: DatabaseOption
  @Argument(help: "What to find; several words must all be there.") var words: [String]
  @Option(help: "The most matters to print; all when not given.") var limit: Int?
  @Flag(help: "Print an array as JSON: the keys of list, and snippet.") var json = false

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("The limit must be at least 1.") }
  }

  func run() throws {
    let session = try database.session()
    // The space says that the last word is whole.
    let query = SearchQuery.parse(
      words.joined(separator: " ") + " ", by: SearchVocabulary(session.rules))
    if let problem = query.problems.first { throw Failure(problem.sentence) }
    guard !query.isEmpty else { throw Failure("Skriv något ord eller filter att söka efter.") }
    let hits = try hits(query, session)
    try attempt { () throws(StoreError) in
      try session.store.logExport(of: "search", rows: hits.count, asking: session.asking)
    }
    if json {
      let format = MatterJSON(rules: session.rules, today: session.environment.today)
      try Output.print(
        .array(
          hits.map { .object(format.row($0.row) + [("snippet", .string($0.snippet.text))]) }))
    } else {
      try Output.print(
        lines: hits.map { "\(List.line($0.row, session))  \($0.snippet.text)" })
    }
  }

  private func hits(_ query: SearchQuery, _ session: Session) throws(Failure) -> [SearchHit] {
    var hits: [SearchHit] = []
    while true {
      let most = min(500, (limit ?? .max) - hits.count)
      guard most > 0 else { return hits }
      let page = try attempt { () throws(StoreError) in
        try session.store.search(
          query, asking: session.asking, after: hits.last, limit: most)
      }
      hits += page
      if page.count < most { return hits }
    }
  }
}
