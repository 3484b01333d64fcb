import Terminal
import Testing

@testable import Interface

@Suite("One of several things in a field")
struct OptionFieldTests {
  private func field(_ words: [String], chosen: Int?) -> OptionField<Int> {
    OptionField(
      options: words.enumerated().map { Option(words: $1, value: $0, isChosen: $0 == chosen) })
  }

  @Test(
    "Arrows and blank go around, letters go to the next that begins with them in any case",
    arguments: [
      (0, .right, 1), (2, .right, 0), (1, .character(" "), 2), (0, .left, 2), (nil, .right, 0),
      (nil, .left, 2), (0, .character("h"), 2), (2, .character("H"), 0), (nil, .character("k"), 1),
      (0, .character("x"), nil), (0, .up, nil),
    ] as [(Int?, Key, Int?)])
  func keys(chosen: Int?, key: Key, value: Int?) {
    let field = field(["Hemtjänst", "kost", "hjälpmedel"], chosen: chosen)
    #expect(field.value(for: key) == value)
  }

  @Test("No option is cut: a mark says that there are more, before or after the chosen one")
  func narrow() {
    let words = ["Hemtjänst Öster", "Hemtjänst Väst", "Kostenheten"]
    func drawn(_ chosen: Int, columns: Int) -> String {
      var surface = Surface(size: Size(columns: columns, rows: 1))
      field(words, chosen: chosen).draw(
        at: Point(column: 2, row: 0), isFocused: true, on: &surface)
      return surface.text
    }
    #expect(drawn(0, columns: 49) == "  [Hemtjänst Öster]  Hemtjänst Väst   Kostenheten")
    #expect(drawn(0, columns: 48) == "  [Hemtjänst Öster]  Hemtjänst Väst  …")
    #expect(drawn(0, columns: 30) == "  [Hemtjänst Öster] …")
    #expect(drawn(2, columns: 30) == "  [Kostenheten]")
  }
}
