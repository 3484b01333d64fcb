import Domain
import Testing

@testable import Configuration

@Suite struct RoutineFileTests {
  static let good = """
    id: oms
    name: Omsorg
    labels: {praise: beröm, suggestion: förbättringsförslag, complaint: klagomål}
    triage-group: kundtjänst
    answer:
      praise: none
      suggestion: {working-days: 10}
      complaint: {calendar-days: 14}
      uncategorised: none
      moves-to-working-day: no
    official-note: optional
    closes: manager
    subject-areas: [bemötande, information]
    sources: {answer: "Rutinen, sidan 3"}

    """

  static func bad(
    _ old: String, _ new: String, line: Int, _ words: String
  ) -> Bad {
    Bad("\(old) -> \(new)", line: line, words, good.replacing(old, with: new))
  }

  static let bad: [Bad] = [
    bad("id: oms\n", "id: OMS\n", line: 1, "1 to 40 of"),
    bad("id: oms\n", "", line: 1, "the routine has no ‘id’"),
    bad("name: Omsorg\n", "", line: 1, "routine ‘oms’ has no ‘name’"),
    bad("triage-group:", "triagegroup:", line: 4, "unknown key ‘triagegroup’"),
    bad("praise: beröm, ", "", line: 3, "‘labels’ of routine ‘oms’ has no ‘praise’"),
    bad("praise: beröm", "beröm: beröm", line: 3, "unknown key ‘beröm’"),
    bad("  praise: none\n", "", line: 6, "‘answer’ of routine ‘oms’ has no ‘praise’"),
    bad("praise: none", "praise: 10", line: 6, "must be none, {working-days: 10} or"),
    bad("praise: none", "praise: {}", line: 6, "either ‘working-days’ or ‘calendar-days’"),
    bad("working-days: 10", "days: 10", line: 7, "unknown key ‘days’"),
    bad("working-days: 10", "working-days: tio", line: 7, "whole number from 0 to 3650"),
    bad("working-days: 10", "working-days: -1", line: 7, "whole number"),
    bad("working-days: 10", "working-days: 3651", line: 7, "whole number"),
    bad("calendar-days: 14", "calendar-days: 1.5", line: 8, "whole number"),
    bad("calendar-days: 14", "calendar-days: 1, working-days: 2", line: 8, "either"),
    bad("moves-to-working-day: no", "moves-to-working-day: kanske", line: 10, "true or false"),
    bad("optional", "nej", line: 11, "it must be one of required, optional"),
    bad("closes: manager", "closes: staff", line: 12, "it must be one of triage, manager"),
    bad("[bemötande, information]", "[]", line: 13, "has no ‘subject-areas’"),
    bad("[bemötande, information]", "[a, b, a]", line: 13, "names ‘a’ twice"),
    bad("[bemötande, information]", "bemötande", line: 13, "must be a list"),
    bad("{answer: \"Rutinen, sidan 3\"}", "Rutinen", line: 14, "must be a mapping"),
    bad("\"Rutinen, sidan 3\"", "[a]", line: 14, "must be text"),
    bad("{answer:", "{closes:", line: 14, "unknown key ‘closes’"),
    bad(
      "closes: manager\n", "closes: manager\ntaken-in-at-unit: chef\n", line: 13,
      "it must be one of triage, unit"),
  ]

  @Test(arguments: bad)
  func refuses(_ bad: Bad) {
    #expect(bad.text != Self.good)
    expectRefusal(line: bad.line, holding: bad.words) { () throws(ConfigurationError) in
      try RoutineFile.read(Array(bad.text.utf8), name: "bad.yaml")
    }
  }

  @Test func readsEveryValue() throws {
    let routine = try RoutineFile.read(Array(Self.good.utf8), name: "good.yaml")
    let expected = Routine(
      id: "oms", name: "Omsorg",
      labels: [.praise: "beröm", .suggestion: "förbättringsförslag", .complaint: "klagomål"],
      triageGroup: "kundtjänst",
      answerTerms: [
        .suggestion: DeadlineTerm(count: 10, unit: .workingDays, movesToWorkingDay: false),
        .complaint: DeadlineTerm(count: 14, unit: .calendarDays, movesToWorkingDay: false),
      ],
      uncategorisedTerm: nil, requiresOfficialNote: false, closedBy: .manager,
      subjectAreas: ["bemötande", "information"], sources: [.answer: "Rutinen, sidan 3"])
    #expect(routine == expected)
  }

  @Test(
    "Where a synpunkt goes that is taken in at a unit; to triage where nothing is said",
    arguments: [("", Routine.TakenInAtUnit.triage), ("triage", .triage), ("unit", .unit)])
  func takenInAtUnit(word: String, place: Routine.TakenInAtUnit) throws {
    let line = word.isEmpty ? "" : "taken-in-at-unit: \(word)\n"
    let routine = try RoutineFile.read(Array((Self.good + line).utf8), name: "good.yaml")
    #expect(routine.takenInAtUnit == place)
  }

  @Test func movesToWorkingDayUnlessItSaysNo() throws {
    let source = Self.good.replacing("  moves-to-working-day: no\n", with: "")
    let routine = try RoutineFile.read(Array(source.utf8), name: "good.yaml")
    #expect(routine.answerTerms[.suggestion]?.movesToWorkingDay == true)
  }
}
