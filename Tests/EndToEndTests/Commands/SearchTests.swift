import Foundation
import Testing

/// `synpunkt search`.
@Suite struct SearchTests {
  let place: Place

  init() throws { place = try Place.withOrganisation() }

  /// A hit of `search --json`.
  struct Hit: Decodable {
    var reference: String
    var title: String?
    var snippet: String
  }

  @Test func findsByWordsWithOtherEndings() throws {
    let reference = try place.register("a.eml", MailFile(subject: "Gropar på gatorna").text)
    _ = try place.register("b.eml", MailFile(subject: "Sena besök").text)
    let hits: [Hit] = try place.succeed("search", "gropen", "gatan", "--json").json()
    #expect(hits.map(\.reference) == [reference])
    #expect(hits.first?.title == "Gropar på gatorna")
    let lines = try place.succeed("search", "gropen").lines
    #expect(lines.count == 1)
    #expect(lines.first?.hasPrefix(reference) == true)
    #expect(try place.succeed("search", reference).lines.first?.hasPrefix(reference) == true)
  }

  @Test func theKeysAreThoseOfListAndTheSnippet() throws {
    _ = try place.register("a.eml", MailFile(subject: "Grop").text)
    let listed = try place.succeed("list", "--queue", "new", "--json").keys()
    let found = try place.succeed("search", "grop", "--json").keys()
    #expect(found == listed.union(["snippet"]))
  }

  @Test func nothingFoundIsNoError() throws {
    #expect(try place.succeed("search", "finnsinte", "--json").text == "[]\n")
    #expect(try place.succeed("search", "finnsinte").text.isEmpty)
  }

  @Test func filtersNarrowAndTheLimitHolds() throws {
    for index in 1...3 {
      _ = try place.register("\(index).eml", MailFile(subject: "Grop \(index)").text)
    }
    #expect(try place.succeed("search", "grop", "är:ny", "kanal:e-post").lines.count == 3)
    #expect(try place.succeed("search", "grop", "--limit", "2").lines.count == 2)
    #expect(try place.succeed("search", "kanal:brev").lines.isEmpty)
  }

  @Test(arguments: ["typ:fel", "vem:jag", "från:igår", "!", ""])
  func whatCannotBeSearchedIsSaidInOneSentence(typed: String) throws {
    let outcome = try place.run("search", typed)
    #expect(outcome.status == 1)
    #expect(outcome.text.isEmpty)
    #expect(outcome.complaint.split(separator: "\n").count == 1)
  }

  @Test func withoutWordsIsAWrongCommandLine() throws {
    #expect(try place.run("search").status == 64)
    #expect(try place.run("search", "mat", "--limit", "0").status == 64)
  }
}
