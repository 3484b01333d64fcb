import Foundation
import Testing

extension FrontSuite {
  /// The host's clock is set back, and forward again, while people work.
  @Suite(.needs(.clang, .python)) struct ClockTests {
    let place: Place
    private let library: String

    init() throws {
      try Tool.clang.require()
      place = try Place.withOrganisation()
      library = place.folder + "/clock.so"
      let made = try Child([
        "clang", "-shared", "-fPIC", "-o", library,
        Program.file("Tests/EndToEndTests/Ledger/clock.c"),
      ]).finish()
      try #require(made.status == 0, "\(made.complaint)")
      try set(days: 0)
    }

    /// Sets the clock that the program sees.
    private func set(days: Int) throws {
      // In one step: a file that is half written is another time.
      let new = try place.write("clock.new", "\(days * 86_400)\n")
      try #require(rename(new, place.folder + "/clock") == 0)
    }

    private var clock: [String: String] {
      ["LD_PRELOAD": library, "SYNPUNKT_TEST_CLOCK": place.folder + "/clock"]
    }

    private func run(_ words: String..., input: String = "") throws -> Program.Outcome {
      let outcome = try place.run(words, input: input, also: clock)
      #expect(outcome.status == 0, "\(words): \(outcome.complaint)")
      return outcome
    }

    private func take(
      _ text: String, daysAgo: Int, _ ledger: inout Ledger
    ) throws -> String {
      let mail = MailFile(subject: "Grop", daysAgo: daysAgo, body: text)
      let file = try place.write("\(UUID().uuidString).eml", mail.text)
      let taken: [ImportResult] = try run("import", "--json", file).json()
      let reference = try #require(taken.first?.reference, "\(taken)")
      ledger.report("registered", text, in: reference)
      _ = try run("categorise", reference, "klagomål")
      _ = try run("assign", reference, "gata")
      return reference
    }

    private func note(_ text: String, on reference: String, _ ledger: inout Ledger) throws {
      _ = try run("note", reference, "--internal", input: text)
      ledger.report("internallyNoted", text, in: reference)
    }

    @Test func whatIsDoneBeforeItWasDoneIsInOrder() throws {
      var ledger = Ledger()
      let first = try take("Före.", daysAgo: 3, &ledger)
      try note("Ett.", on: first, &ledger)
      let due = try place.matter(first).answerBy
      let began = try Record(place.database).events.last?.at ?? 0

      try set(days: -40)
      // This one comes, by its own words, after today: it counts as having come today.
      let second = try take("Under.", daysAgo: 1, &ledger)
      // The work is in the order of the days that are left, whatever came in first.
      let work: [MatterAnswer] = try run("list", "--queue", "mine", "--json").json()
      #expect(work.map(\.reference) == [second, first])
      try note("Två.", on: first, &ledger)
      let answer = "Vi lagar gropen."
      _ = try run("answer", first, "--how", "epost", input: answer)
      ledger.report("answered", answer, in: first)
      let record = try Record(place.database)
      #expect(try #require(record.events.last).at < began - 39 * 86_400_000)
      // The order is that in which it was done, whatever the clock said.
      let whole = try place.matter(first)
      #expect(
        whole.kinds == [
          "registered", "categorised", "assigned", "internal-note", "internal-note", "answered",
        ])
      #expect(whole.events?.compactMap(\.text).suffix(3) == ["Ett.", "Två.", answer])
      #expect(whole.answerBy == due)
      #expect(try place.matter(second).arrivedOn == Day(ago: 40).iso)
      let all: [MatterAnswer] = try run("list", "--queue", "all", "--json").json()
      #expect(all.map(\.reference) == [first, second])
      #expect(try run("verify").text.contains("Allt stämmer"))

      try set(days: 0)
      let third = try take("Efter.", daysAgo: 2, &ledger)
      try note("Tre.", on: second, &ledger)
      // Before and after a New Year each year has its numbers, and none is given twice.
      #expect(third > first && Set([first, second, third]).count == 3)
      try ledger.expectHeld(in: place)
    }

    @Test func aTextThatIsWrittenMeanwhileIsSavedAndStored() throws {
      var ledger = Ledger()
      let reference = try take("Före.", daysAgo: 3, &ledger)
      let screen = try Screen([], environment: place.environment.merging(clock) { $1 })
      try screen.waitForSelection("Grop")
      try screen.press("Enter")
      try screen.waitFor("Enter: Svara avsändaren")
      try screen.press("i")
      try screen.waitFor("Intern anteckning")
      try screen.type("Mitt i ")
      try screen.waitFor("Mitt i")
      // It is to be saved in a second, which now is a day away.
      try set(days: -1)
      try waitForDraft("Mitt i")
      try screen.type("en tanke.")
      try screen.waitFor("Mitt i en tanke.")
      try waitForDraft("Mitt i en tanke.")
      // What others do is seen as before.
      try note("En annans.", on: reference, &ledger)
      try screen.press("Escape")
      try screen.waitFor("En annans.")
      try screen.press("i")
      try screen.waitFor("Mitt i en tanke.")
      try set(days: 0)
      try screen.press("C-s")
      try screen.waitFor("anteckningen är sparad")
      ledger.report("internallyNoted", "Mitt i en tanke.", in: reference)
      try ledger.expectHeld(in: place)
      #expect(try place.matter(reference).events?.last?.text == "Mitt i en tanke.")
    }

    private func waitForDraft(_ text: String) throws {
      let end = Date(timeIntervalSinceNow: 20)
      while Date() < end {
        for suffix in ["", "-wal"] {
          let file = FileManager.default.contents(atPath: "\(place.database).drafts\(suffix)")
          if file?.range(of: text.data) != nil { return }
        }
        usleep(20_000)
      }
      Issue.record("”\(text)” is not saved")
    }
  }
}
