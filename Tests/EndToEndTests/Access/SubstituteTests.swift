import Foundation
import Testing

extension AccessSuite {
  /// Medborgarcenter names a substitute over ssh, and the substitute's open session follows.
  @Suite struct SubstituteTests {
    let host: Host

    init() throws { host = try Host.shared() }

    @Test func anOpenSessionGetsAndLosesTheMattersOfAChef() throws {
      let name = "Sen lunch \(Int.random(in: 1_000...9_999))"
      let reference = try host.matter(at: "oster", title: name)
      let substitute = try host.front("asa.lind", .sudo)
      let triage = try Screen([], environment: [:], by: host.ssh("maja.mc", .key, ["-tt"]))
      if try triage.waitFor("? hjälp").contains("Ändrat för dig") { try triage.press("Enter") }
      try triage.waitFor("Att avsluta", without: "Ändrat för dig")
      try triage.press("V")
      try triage.waitFor("Ingen är eller ska bli vikarie.")
      try triage.press("n")
      try triage.waitFor("några bokstäver")
      try triage.type("bo")
      try triage.waitFor("> Bo Berg")
      try triage.press("Enter")
      try triage.type("lind")
      try triage.waitFor("> Åsa Lind")
      try triage.press("Enter", "Enter")
      let formatter = DateFormatter()
      formatter.dateFormat = "yyyy-MM-dd"
      try triage.type(formatter.string(from: Date(timeIntervalSinceNow: 3 * 86_400)))
      try triage.press("C-s")
      try triage.waitFor("är vikarie nu")

      // The substitute has done nothing, and is told.
      try substitute.waitFor("jag har läst det")
      try substitute.waitFor("Du är vikarie för Bo Berg")
      try substitute.press("Enter")
      try substitute.waitFor("vikarie för Bo Berg", without: "Ändrat för dig")
      try substitute.select(name)
      try substitute.press("Enter")
      try substitute.waitFor("Enter: Svara avsändaren")
      try substitute.press("i")
      try substitute.waitFor("Intern anteckning")
      try substitute.type("Halvvägs i en")

      try triage.press("x")
      try triage.waitFor("Ja, avsluta nu")
      try triage.press("j")
      try triage.waitFor("är inte längre vikarie")
      // It stays in the editor with what is written, and is told there.
      try substitute.waitFor("Ändrat för dig: Du är inte längre vikarie för Bo Berg.")
      try substitute.waitFor("Halvvägs i en")
      try substitute.press("C-s")
      try substitute.waitFor("finns kvar: P i listan")
      try substitute.press("Escape")
      try substitute.waitFor("finns kvar: P i listan", without: "Halvvägs")
      try substitute.press("Escape")
      try substitute.waitFor("jag har läst det")
      try substitute.waitFor("Du är inte längre vikarie för Bo Berg.")
      try substitute.press("Enter")
      try substitute.waitFor("Att göra", without: name)
      try substitute.press("P")
      try substitute.waitFor("Halvvägs i en")
      try substitute.press("x")
      try substitute.waitFor("j  Ja")
      try substitute.press("j")
      try substitute.waitFor("Att göra", without: "Halvvägs")
      for screen in [triage, substitute] { try screen.press("q", "q") }

      #expect(try host.send("show \(reference)", from: "asa.lind", by: .key).status == 1)
      #expect(try host.administer("verify").status == 0)
    }
  }
}
