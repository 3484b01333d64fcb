import Foundation
import Testing

extension FrontSuite {
  /// The search in the real program, over the real index.
  @Suite struct SearchByKeysTests {
    let place: Place

    init() throws { place = try Place.withOrganisation() }

    @Test func aMatterIsFoundWhileTypingWalkedToOpenedAndLeft() throws {
      let first = try place.register("a.eml", MailFile(subject: "Gropar på gatorna").text)
      let second = try place.register("b.eml", MailFile(subject: "En grop till").text)
      _ = try place.register("c.eml", MailFile(subject: "Sena besök").text)
      let screen = try Screen([], environment: place.environment)
      try screen.waitFor("Sena besök")
      try screen.press("/")
      try screen.waitFor("3 träffar")
      try screen.type("gropen")
      try screen.waitFor("2 träffar")
      try screen.type(" kan")
      try screen.waitFor("Tab kanal:")
      try screen.press("Tab")
      try screen.type("b")
      try screen.waitFor("inga träffar")
      try screen.press("BSpace")
      try screen.waitFor("2 träffar")
      try screen.type("e-p")
      try screen.press("Right")
      try screen.waitFor("kanal:e-post")
      try screen.press("Enter")
      try screen.waitForSelection("En grop")
      try screen.press("Down")
      try screen.waitForSelection("Gropar")
      try screen.press("Enter")
      try screen.waitFor(first)
      try screen.press("Escape")
      try screen.waitForSelection("Gropar")
      try place.succeed("categorise", second, "klagomål")
      try screen.press("Up")
      try screen.waitForSelection("Klagomål")
      try screen.press("Escape")
      try screen.waitFor("Sena besök")
      let lines = try screen.lines()
      #expect(!lines.contains { $0.contains("Sök:") })
    }

    @Test func whatIsNotPossibleIsSaidWhileTheListStays() throws {
      _ = try place.register("a.eml", MailFile(subject: "Grop").text)
      let screen = try Screen([], environment: place.environment)
      try screen.waitFor("Grop")
      try screen.press("/")
      try screen.waitFor("1 träff")
      try screen.type("typ:x")
      try screen.waitFor("typ: kan vara beröm, förslag eller klagomål.")
      let found = try screen.selectedLine()
      #expect(found?.contains("Grop") == true)
      try screen.resize(columns: 40, rows: 8)
      try screen.waitFor("typ: kan vara")
      try screen.press("Escape")
      try screen.waitFor("Nr")
    }
  }
}
