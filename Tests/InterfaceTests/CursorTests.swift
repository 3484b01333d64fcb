import Terminal
import Testing

@testable import Interface

/// Where the terminal's own cursor stands: a braille display shows the row it stands on.
struct CursorTests {
  /// The last row that is marked as selected, where a list, a dialog or a form has one.
  private func marked(in session: Session) -> Int? {
    session.screen.indices.last { row in
      [1, 6, 14].contains { column in
        // What somebody has quoted begins with the same sign, but is no mark.
        let cell = session.surface[Point(column: column, row: row)]
        return session.screen[row].hasPrefix(String(repeating: " ", count: column) + "> ")
          && (cell.role == .selected || cell.role == .key)
      }
    }
  }

  @Test(arguments: BindingTests.scenes, [Size.standard, .wide, Front.smallest])
  func itStandsOnTheMarkedRow(_ scene: Scene, size: Size) throws {
    var session = try scene.play(size)
    let cursor = try #require(session.surface.cursor, "none")
    guard let marked = marked(in: session), !(session.top is EditorScreen) else { return }
    // A question that takes its own keys only has no marked row.
    if let question = session.top as? ChoiceScreen, !question.takesEnter { return }
    if session.top.takesText, cursor.row != marked {
      // The caret stands where letters go, until an arrow is used.
      #expect(
        session.cursorRow.contains("Sök:") || session.cursorRow.contains(" Enhet  ")
          || session.cursorRow.hasPrefix(" :") || session.top is PromptScreen)
      guard !(session.top is PromptScreen) else { return }
      session.press("<Down>")
      let moved = try #require(self.marked(in: session))
      #expect(session.surface.cursor?.row == moved, "\(session.screen.joined(separator: "\n"))")
      session.press("a")
      #expect(session.surface.cursor?.row == cursor.row)
    } else {
      #expect(cursor.row == marked, "\(session.screen.joined(separator: "\n"))")
    }
  }
}
