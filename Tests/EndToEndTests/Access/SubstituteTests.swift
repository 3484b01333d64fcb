import Foundation
import Testing

extension AccessSuite {
  /// A chef names a substitute over ssh, and the substitute's open session follows.
  @Suite struct SubstituteTests {
    let host: Host

    init() throws { host = try Host.shared() }

    @Test func anOpenSessionGetsAndLosesTheMattersOfAChef() throws {
      let name = "Grop \(Int.random(in: 1_000...9_999))"
      let reference = try host.matter(at: "gata", title: name)
      let substitute = try host.front("bo.berg", .key)
      let chef = try host.front("asa.lind", .sudo)
      try chef.press("V")
      try chef.waitFor("Ingen är eller ska bli vikarie.")
      try chef.press("n")
      try chef.waitFor("några bokstäver")
      try chef.type("bo")
      try chef.waitFor("> Bo Berg")
      try chef.press("Enter", "Enter")
      let formatter = DateFormatter()
      formatter.calendar = Calendar(identifier: .iso8601)
      formatter.dateFormat = "yyyy-MM-dd"
      let last = formatter.string(from: Date(timeIntervalSinceNow: 3 * 86_400))
      try chef.type(last)
      try chef.press("C-s")
      try chef.waitFor("är vikarie nu")

      // The substitute has done nothing, and is told.
      try substitute.waitFor("Du är vikarie för Åsa Lind")
      try substitute.press("Enter")
      try substitute.waitFor("vikarie för Åsa Lind", without: "Ändrat för dig")
      try substitute.select(name)
      try substitute.press("Enter")
      try substitute.waitFor("Enter: Svara avsändaren")
      try substitute.press("i")
      try substitute.waitFor("Intern anteckning")
      try substitute.type("Halvvägs i en")

      try chef.press("x")
      try chef.waitFor("Ja, avsluta nu")
      try chef.press("j")
      try chef.waitFor("är inte längre vikarie")
      // It stays in the editor with what is written, and is told there.
      try substitute.waitFor("Ändrat för dig: Du är inte längre vikarie för Åsa Lind.")
      try substitute.waitFor("Halvvägs i en")
      try substitute.press("C-s")
      try substitute.waitFor("Det finns inget sådant ärende.")
      try substitute.press("Escape")
      try substitute.waitFor("Det finns inget sådant ärende.", without: "Halvvägs")
      try substitute.press("Escape")
      try substitute.waitFor("Du är inte längre vikarie för Åsa Lind.")
      try substitute.press("Enter")
      try substitute.waitFor("Att göra", without: name)
      try substitute.press("P")
      try substitute.waitFor("Halvvägs i en")
      try substitute.press("x")
      try substitute.waitFor("j  Ja")
      try substitute.press("j")
      try substitute.waitFor("Att göra", without: "Halvvägs")
      for screen in [chef, substitute] { try screen.press("q", "q") }

      #expect(try host.send("show \(reference)", from: "bo.berg", by: .key).status == 1)
      #expect(try host.administer("verify").status == 0)
    }
  }
}
