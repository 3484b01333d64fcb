import Domain
import Terminal
import Testing

@testable import Interface

/// What the terminal tells: size, hang-up, bad input, and keys that are no keys.
struct FrontEventsTests {
  @Test(arguments: [TerminalEvent.hangUp, .terminate])
  func theEndOfTheLineEndsTheProgram(event: TerminalEvent) throws {
    for keys in [
      "", "<Enter>s<End><Enter>Text", "<Enter>?", "<Enter>s<End><Enter>Text<C-s>", "<Enter>rf",
    ] {
      var session = Session(try .one(), as: "asa")
      session.press(keys)
      session.take(event)
      #expect(session.front.isFinished)
      #expect(session.effects.last == .quit)
    }
  }

  @Test func aScreenThatIsTooSmallShowsASentenceAndIgnoresKeys() throws {
    var session = Session(try .one(), as: "asa")
    session.take(.resized(Size(columns: 30, rows: 5)))
    #expect(session.screen[0].hasPrefix("Gör fönstret större:"))
    session.press("cb<Enter>s<Esc>")
    session.take(.paste("text"))
    #expect(session.commands.isEmpty)
    #expect(!session.front.isFinished)
    session.take(.resized(.standard))
    #expect(session.top is ListScreen)
    #expect(session.shows("Sena morgonbesök"))
    session.take(.resized(Size(columns: 39, rows: 24)))
    #expect(session.shows("Gör fönstret större: minst 40x8."))
    session.take(.resized(Size(columns: 40, rows: 7)))
    #expect(session.shows("Gör fönstret större: minst 40x8."))
  }

  @Test(arguments: ["q", "<C-c>"])
  func aScreenThatIsTooSmallIsLeftWithTheTextSaved(key: String) throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>iHej")
    session.take(.resized(Size(columns: 30, rows: 5)))
    #expect(session.screen[1].contains("q avslutar."))
    session.press(key)
    #expect(session.front.isFinished)
    session.startAgain()
    session.take(.resized(.standard))
    #expect(session.top is DraftsScreen && session.shows("Hej"))
  }

  @Test func aTextInAWindowThatShrinksIsKept() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>iHej ")
    session.take(.resized(Size(columns: 10, rows: 3)))
    session.press("XXX<Esc>")
    session.take(.resized(.wide))
    session.press("där")
    #expect(try session.top(EditorScreen.self).editor.text == "Hej där")
  }

  @Test(arguments: [
    Size(columns: 1, rows: 1), Size(columns: 0, rows: 0), Size(columns: 40, rows: 8),
    Size(columns: 41, rows: 9), Size(columns: 400, rows: 200), Size(columns: 80, rows: 10),
  ])
  func everyScreenIsDrawnInEverySize(size: Size) throws {
    for scene in BindingTests.scenes {
      let session = try scene.play(size)
      #expect(session.surface.size == size)
      if let cursor = session.surface.cursor {
        #expect((0..<max(1, size.columns)).contains(cursor.column), "\(scene.name)")
        #expect((0..<max(1, size.rows)).contains(cursor.row), "\(scene.name)")
      }
    }
  }

  @Test func badInputIsToldWithWhatToDo() throws {
    var session = Session(try .one(), as: "asa")
    session.take(.badInput)
    #expect(
      session.notice
        == "Ett tecken kom i fel teckenkodning. Ställ in terminalen på UTF-8.")
    #expect(session.isRefused)
  }

  @Test func repaintAndSuspendAreEffects() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<C-l>")
    #expect(session.effects.last == .redraw)
    session.press("<C-z>")
    #expect(session.effects.last == .suspend)
    session.take(.resumed)
    #expect(session.effects.last == .redraw)
    session.take(.idle)
    #expect(session.effects.last == .redraw)
  }

  @Test func whereThereIsNoShellCtrlZDoesNothing() throws {
    var session = Session(try .one(), as: "asa", isShared: true)
    session.press("<C-z>")
    #expect(!session.effects.contains(.suspend))
    #expect(session.notice?.contains("gör ingenting här") == true)
    session.press(":pausa<Enter>")
    #expect(!session.effects.contains(.suspend))
  }

  @Test func inAFieldCtrlZTakesBackWhatWasTyped() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>iHej<C-z>")
    #expect(!session.effects.contains(.suspend))
    #expect(try session.top(EditorScreen.self).editor.isEmpty)
  }

  @Test func escFollowedAtOnceByALetterIsBoth() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter><A-c>b")
    #expect(session.commands == [.categorise(.praise)])
  }

  @Test func aLongNoticeIsReadToItsEnd() throws {
    var session = Session(try MatterSnapshotTests.anonymous(), as: "asa")
    session.press("<Enter>s")
    let rows = session.screen[21...22].map(\.trimmingSpaces).joined(separator: " ")
    #expect(rows == Refusal.noWayBack.sentence)
    #expect(session.surface[Point(column: 1, row: 21)].role == .failure)
    session.press("j")
    #expect(session.notice == nil)
  }

  @Test(arguments: BindingTests.scenes)
  func escNeverDestroys(_ scene: Scene) throws {
    var session = try scene.play(.standard)
    let commands = session.commands
    let before = session.world.matters
    for _ in 0..<8 { session.press("<Esc>") }
    #expect(session.commands == commands)
    #expect(session.world.matters == before)
    // A code that is shown but once is not left by Esc alone.
    let hasCode = (session.top as? ReceiptScreen)?.code != nil
    #expect(session.top is ListScreen || session.top is GuideScreen || hasCode)
    #expect(!session.front.isFinished)
  }

  @Test(arguments: BindingTests.scenes)
  func noScreenSaysAnythingInEnglishOrLeavesAMark(_ scene: Scene) throws {
    let session = try scene.play(.standard)
    let english = [
      "the ", " and ", " of ", "error", "Error", "nil", "Optional", "Matter", "undo", "help ",
      "close",
    ]
    for row in session.screen {
      for word in english { #expect(!row.contains(word), "\(scene.name): \(row)") }
    }
  }
}
