import Domain
import Testing

/// How people and days are found by what is typed.
@Suite struct ChoosingTests {
  @Test(
    arguments: [
      ("si", ["Sigge Ström"]), ("strom", ["Sigge Ström"]), ("å", ["Åsa Lind"]),
      ("a", ["Åsa Lind", "Anna Wik", "Bo Falk"]), ("lind åsa", ["Åsa Lind"]), ("bf", ["Bo Falk"]),
      ("x", []),
    ] as [(String, [String])])
  func peopleAreFoundByAFewLetters(typed: String, expected: [String]) {
    let named = [("asal", "Åsa Lind"), ("bf", "Bo Falk"), ("ss", "Sigge Ström"), ("w", "Anna Wik")]
    let people = named.map { Person(login: $0, name: $1) }
    #expect(Organisation().people(people, matching: typed).map(\.name) == expected)
  }

  @Test(
    arguments: [
      ("2026-12-05", "2026-12-05"), ("2025-12-05", "2025-12-05"), (" 5/12 ", "2026-12-05"),
      ("24/11", "2026-11-24"), ("23/11", "2027-11-23"), ("5 dec", "2026-12-05"),
      ("5 December", "2026-12-05"), ("29/2", "2028-02-29"), ("5 janua", "2027-01-05"),
      ("30/2", nil), ("5 ja", nil), ("5", nil), ("", nil), ("5/13", nil), ("5 12 2026", nil),
      ("x/y", nil), ("-1/1", nil),
    ] as [(String, String?)])
  func daysAreReadAsTheyAreSaid(typed: String, expected: String?) {
    #expect(CivilDay(typed: typed, from: World.today)?.iso == expected)
  }
}
