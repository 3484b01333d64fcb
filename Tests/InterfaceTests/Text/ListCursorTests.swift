import Terminal
import Testing

@testable import Interface

@Suite("The cursor of a list")
struct ListCursorTests {
  /// Twenty elements in five rows.
  @Test(
    "Keys",
    arguments: [
      ("<Down>", 1, 0), ("<Up>", 0, 0), ("jjjj", 4, 0), ("jjjjj", 5, 1), ("jjjjjkkk", 2, 1),
      ("jjjjjkkkkk", 0, 0),
      ("G", 19, 15), ("Gk", 18, 15), ("Gj", 19, 15), ("Gg", 0, 0), ("<End>", 19, 15),
      ("<End><Home>", 0, 0),
      ("<C-End>", 19, 15), ("<PgDn>", 4, 4), ("j<PgDn>", 5, 4), ("<PgDn><PgDn>", 8, 8),
      ("G<PgUp>", 15, 11),
      ("<C-f><C-b>", 0, 0), ("<C-d>", 2, 2), ("<C-d><C-u>", 0, 0),
      ("<PgDn><PgDn><PgDn><PgDn><PgDn><PgDn>", 19, 15),
    ])
  func keys(keys: String, selected: Int, top: Int) {
    var cursor = ListCursor(count: 20)
    for key in Script.keys(keys) {
      let isTaken = cursor.handle(key, rows: 5)
      #expect(isTaken)
    }
    #expect(cursor.selected == selected)
    #expect(cursor.visible(rows: 5) == top..<top + 5)
  }

  @Test("Other keys, and letters if not wanted, are left to the screen")
  func notConsumed() {
    var cursor = ListCursor(count: 20)
    for key in Script.keys("<Enter><Esc><Tab>x<Left><Space>") {
      let isTaken = cursor.handle(key, rows: 5)
      #expect(!isTaken)
    }
    for key in Script.keys("jkgG") {
      let isTaken = cursor.handle(key, rows: 5, takesLetters: false)
      #expect(!isTaken)
    }
    #expect(cursor == ListCursor(count: 20))
  }

  @Test("An empty list")
  func empty() {
    var cursor = ListCursor()
    for key in Script.keys("jkGg<PgDn><C-u>") {
      let isTaken = cursor.handle(key, rows: 5)
      #expect(isTaken)
    }
    #expect(cursor.selected == 0 && cursor.count == 0)
    #expect(cursor.visible(rows: 5) == 0..<0)
    cursor.setCount(3)
    #expect(cursor.selected == 0 && cursor.count > 0)
    #expect(cursor.visible(rows: 5) == 0..<3)
  }

  @Test(
    "A selection that does not exist becomes the nearest one",
    arguments: [(7, 7), (99, 9), (-1, 0)])
  func nearest(index: Int, selected: Int) {
    var cursor = ListCursor(count: 10)
    cursor.moveTo(index)
    #expect(cursor.selected == selected)
    #expect(ListCursor(count: 10, selected: index).selected == selected)
  }

  @Test("The selection is seen in any number of rows", arguments: [0, 1, 2, 5, 30])
  func rows(rows: Int) {
    var cursor = ListCursor(count: 20)
    for index in [0, 19, 3, 12, 11] {
      cursor.moveTo(index, rows: rows)
      #expect(cursor.visible(rows: rows).contains(index))
      #expect(cursor.visible(rows: rows).count == min(20, max(1, rows)))
    }
  }

  @Test("The place is kept when the list changes")
  func changes() {
    var cursor = ListCursor(count: 20)
    cursor.moveTo(12, rows: 5)
    #expect(cursor.visible(rows: 5) == 8..<13)
    cursor.setCount(23, selecting: 15)
    #expect(cursor.selected == 15 && cursor.visible(rows: 5) == 11..<16)
    cursor.setCount(22)
    #expect(cursor.selected == 15 && cursor.visible(rows: 5) == 11..<16)
    cursor.setCount(10)
    #expect(cursor.selected == 9 && cursor.visible(rows: 5) == 5..<10)
    cursor.setCount(0)
    #expect(cursor.selected == 0 && cursor.count == 0)
    cursor.setCount(4, selecting: 2)
    #expect(cursor.selected == 2 && cursor.visible(rows: 5) == 0..<4)
  }
}
