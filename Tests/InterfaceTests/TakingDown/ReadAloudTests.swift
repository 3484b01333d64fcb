import Terminal
import Testing

@testable import Interface

/// Short lines for reading aloud.
struct ReadAloudTests {
  static func lines(_ text: String) -> [String] {
    ReadAloud(text).lines.map { line in
      var text = line.text
      while text.last == " " { text.removeLast() }
      return String(text)
    }
  }

  /// A text and its lines.
  struct Row: Sendable, CustomTestStringConvertible {
    let text: String
    let lines: [String]
    var testDescription: String { text }
  }

  static let rows = [
    Row(text: "", lines: [""]),
    Row(text: "Hej.", lines: ["Hej."]),
    Row(text: "Hej! Vem är du? Jag.", lines: ["Hej!", "Vem är du?", "Jag."]),
    Row(
      text: "Hon får vänta på sin frukost, och hon blir orolig när ingen ringer.",
      lines: ["Hon får vänta på sin frukost,", "och hon blir orolig när ingen ringer."]),
    Row(
      text: "Han säger att det är olika personer varje gång och att ingen ringer innan.",
      lines: ["Han säger", "att det är olika personer varje gång", "och att ingen ringer innan."]),
    Row(
      text: "De kom kl. 10.15 t.ex. i går. i dag kom ingen.",
      lines: ["De kom kl. 10.15 t.ex. i går.", "i dag kom ingen."]),
    Row(text: "Den 5. december kom ingen.", lines: ["Den 5. december kom ingen."]),
    Row(text: "Det var 2025. Nu är det 2026.", lines: ["Det var 2025.", "Nu är det 2026."]),
    Row(
      text: "Hon sa ”kom in.” Sedan gick hon.", lines: ["Hon sa ”kom in.”", "Sedan gick hon."]),
    Row(text: "Rad ett\nrad två\n\nrad fyra", lines: ["Rad ett", "rad två", "", "rad fyra"]),
    Row(
      text: "Personalen på nattpatrullen brukar nästan alltid komma väldigt sent.",
      lines: ["Personalen på nattpatrullen brukar", "nästan alltid komma väldigt sent."]),
  ]

  @Test(arguments: rows)
  func breaksWhereOneBreathes(_ row: Row) {
    #expect(Self.lines(row.text) == row.lines)
  }

  @Test(arguments: [1, 7, 20, 40, 200])
  func everyCharacterIsRead(columns: Int) {
    var random = Pseudorandom(seed: UInt64(columns))
    let signs = Array("abcåäö,.;:!? ”)–\n\t€👍🏽e\u{301}日 och att").map(String.init)
    for _ in 0..<300 {
      let text = (0..<Int.random(in: 0...120, using: &random)).map { _ in
        signs[Int.random(in: signs.indices, using: &random)]
      }.joined()
      let reading = ReadAloud(text, columns: columns)
      // Slices of the text, in order, with nothing but line feeds between them.
      var rest = text.unicodeScalars[...]
      for line in reading.lines {
        if rest.first == "\n" { rest.removeFirst() }
        let scalars = line.text.unicodeScalars
        #expect(rest.starts(with: scalars))
        rest.removeFirst(min(scalars.count, rest.count))
      }
      #expect(rest.isEmpty || rest.allSatisfy { $0 == "\n" }, "\(text)")
    }
  }

  @Test func noLineIsWiderThanItShouldBe() {
    let text = Told.long.replacing("<Enter>", with: "\n")
    for columns in [12, 20, 40, 60] {
      for line in ReadAloud(text, columns: columns).lines {
        var shown = line.text
        while shown.last == " " { shown.removeLast() }
        #expect(TextWidth.width(of: String(shown)) <= columns)
      }
    }
  }

  @Test(arguments: 1...40)
  func partsHoldAllLinesInOrder(rows: Int) {
    let reading = ReadAloud(Told.long.replacing("<Enter>", with: "\n"))
    let parts = reading.parts(rows: rows)
    #expect(parts.flatMap { Array($0) } == Array(reading.lines.indices))
    #expect(parts.allSatisfy { $0.count <= rows && !$0.isEmpty })
    // A part that does not end with a sentence is full.
    for part in parts.dropLast() where !reading.lines[part.upperBound].startsSentence {
      #expect(part.count == rows)
    }
  }

  @Test func nothingIsOneEmptyPart() {
    #expect(ReadAloud("").parts(rows: 5) == [0..<1])
  }
}
