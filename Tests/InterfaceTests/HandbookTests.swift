import Domain
import Terminal
import Testing

@testable import Interface

/// The handbook: its key tables come from the bindings, its lines fit the screen.
struct HandbookTests {
  @Test func aTableStandsWhereItsNameStood() {
    let text = Handbook.text(from: "Före\n{{tangenter: svaret}}\nEfter\n{{tangenter: okänd}}")
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines.first == "Före" && lines.contains("Efter"))
    #expect(lines.contains("  Ctrl-S             Granska svaret innan det lämnas."))
    #expect(lines.last == "{{tangenter: okänd}}")
  }

  @Test(arguments: Handbook.tables.keys.sorted())
  func everyBindingOfATableIsARow(name: String) throws {
    let bindings = try #require(Handbook.tables[name])
    let lines = Handbook.lines(of: Handbook.text(from: "{{tangenter: \(name)}}"))
    #expect(!bindings.isEmpty)
    #expect(lines.map(\.text) == bindings.map(\.help))
    #expect(lines.map(\.lead.trimmingSpaces) == bindings.map(\.keyLabels))
    #expect(lines.allSatisfy { $0.indent == Handbook.keyColumns && $0.leadRole == .key })
  }

  @Test func linesOfTheFileBecomeParagraphs() {
    let lines = Handbook.lines(
      of: """
        # Rubrik


        Ett stycke som
        går vidare.
        1. Första punkten
           går vidare.
        2. Andra.

        ## Mindre
        Sist.
        """)
    #expect(
      lines == [
        StyledLine("Rubrik", role: .strong), StyledLine(""),
        StyledLine("Ett stycke som går vidare."),
        StyledLine("Första punkten går vidare.", indent: 3, lead: "1.", leadRole: .normal),
        StyledLine("Andra.", indent: 3, lead: "2.", leadRole: .normal), StyledLine(""),
        StyledLine("Mindre", role: .strong), StyledLine("Sist."),
      ])
  }

  @Test func anEmptyHandbookIsEmpty() {
    #expect(!Handbook.lines(of: "").contains { !$0.text.isEmpty })
  }
}
