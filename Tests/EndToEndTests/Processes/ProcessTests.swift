import Foundation
import Testing

/// Many processes on one database, and one that is killed.
@Suite(.serialized) struct ProcessTests {
  let place: Place

  init() throws { place = try Place() }

  private func write(_ prefix: String, _ count: Int) throws -> [String] {
    try (1...count).map { number in
      let mail = MailFile(id: "\(prefix)-\(number)@exempel.se", body: "\(prefix) \(number)")
      return try place.write("\(prefix)-\(number).eml", mail.text)
    }
  }

  @Test func eightOpenAFreshDatabaseAtOnce() throws {
    let children = try (0..<8).map { _ in
      try Program.start(["list", "--json"], environment: place.environment)
    }
    for child in children {
      let outcome = try child.finish()
      #expect(outcome.status == 0, "\(outcome.complaint)")
      #expect(outcome.text == "[]\n")
    }
    try place.expectVerified()
  }

  @Test func fourDemosAtOnceOnOneFile() throws {
    let children = try (0..<4).map { _ in
      try Program.start(
        ["demo", "--database", place.folder + "/demo.sqlite"], environment: place.environment)
    }
    for child in children {
      let outcome = try child.finish()
      #expect(outcome.status == 0, "\(outcome.complaint)")
    }
    let list = try place.run(
      "list", "--queue", "all", "--json", "--database", place.folder + "/demo.sqlite")
    let titles = try list.json([MatterAnswer].self).map { "\($0.title ?? "") \($0.arrivedOn)" }
    #expect(Set(titles).count == titles.count)
    let verified = try place.run("verify", "--database", place.folder + "/demo.sqlite")
    #expect(verified.status == 0, "\(verified.text)")
  }

  @Test func twoTakeInDifferentFilesAtOnce() throws {
    let groups = [try write("a", 40), try write("b", 40)]
    let children = try groups.map {
      try Program.start(["import", "--json"] + $0, environment: place.environment)
    }
    var references: [String] = []
    for child in children {
      let outcome = try child.finish()
      #expect(outcome.status == 0, "\(outcome.complaint)")
      let results: [ImportResult] = try outcome.json()
      #expect(results.allSatisfy { $0.result == "registered" })
      references += results.compactMap(\.reference)
    }
    #expect(Set(references).count == 80)
    #expect(try place.matters().count == 80)
    try place.expectVerified()
  }

  @Test func twoTakeInTheSameFilesAtOnce() throws {
    let files = try write("a", 30)
    let children = try (0..<2).map { _ in
      try Program.start(["import", "--json"] + files, environment: place.environment)
    }
    var registered = 0
    for child in children {
      let outcome = try child.finish()
      #expect(outcome.status == 0, "\(outcome.complaint)")
      registered += try outcome.json([ImportResult].self).filter { $0.result == "registered" }.count
    }
    #expect(registered == 30)
    #expect(try place.matters().count == 30)
    try place.expectVerified()
  }

  @Test func twoAnswerTheSameMatterAtOnce() throws {
    let place = try Place.withOrganisation()
    let reference = try place.register("a.eml", MailFile().text)
    try place.succeed("categorise", reference, "klagomål")
    try place.succeed("assign", reference, "gata")
    let children = try (0..<4).map { _ in
      try Program.start(
        ["note", reference, "--internal"], environment: place.environment)
    }
    let outcomes = try children.enumerated().map { try $1.finish(input: "Tanke \($0)".data) }
    let done = outcomes.filter { $0.status == 0 }.count
    #expect(done >= 1)
    for outcome in outcomes where outcome.status != 0 { outcome.expectRefused(reference) }
    let notes = try place.matter(reference).kinds.filter { $0 == "internal-note" }
    #expect(notes.count == done)
    try place.expectVerified()
  }

  @Test func whatWasReportedIsThereAfterAKill() throws {
    let files = try write("a", 200)
    var reported = 0
    for count in [1, 20, 60] {
      let child = try Program.start(["import"] + files, environment: place.environment)
      let said = try child.readOutput { $0.filter { $0 == 0x0A }.count >= count }
      child.send(SIGKILL)
      // What was already on its way is told too; the last line may be cut off.
      let rest = try child.finish()
      #expect(rest.signal == SIGKILL)
      let lines = String(decoding: said + rest.output, as: UTF8.self)
        .split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      reported = max(reported, lines.count)
      try place.expectVerified()
      let stored = try place.matters()
      #expect(stored.count >= lines.count && stored.count <= lines.count + 1)
      let again = try place.importFiles(Array(files.prefix(lines.count)))
      #expect(again.allSatisfy { $0.result == "duplicate" })
      #expect(again.count == lines.count)
    }
    #expect(reported < files.count)
    let all = try place.importFiles(files)
    #expect(all.allSatisfy { $0.result == "registered" || $0.result == "duplicate" })
    #expect(try place.matters().count == files.count)
    try place.expectVerified()
  }
}
