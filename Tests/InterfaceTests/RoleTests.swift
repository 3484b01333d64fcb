import Domain
import Terminal
import Testing

@testable import Interface

/// What the important places of a screen mean, and where the cursor stands.
struct RoleTests {
  @Test func lateIsLateAndTodayIsToday() throws {
    var session = Session(try .kommun(), as: "asa")
    session.press("G")
    #expect(session.role(of: "19 nov 3 dgr sen") == .late)
    #expect(session.role(of: "24 nov i dag") == .today)
    #expect(session.role(of: "27 nov dag 7/10") == .normal)
    session.press("g<Enter>")
    #expect(session.role(of: "Svar senast torsdag 19 november: 3 dgr sen") == .late)
    session.press("qj<Enter>")
    #expect(session.role(of: "Svar senast tisdag 24 november: i dag") == .today)
    session.press("qj<Enter>")
    #expect(session.role(of: "Svar senast fredag 27 november: dag 7/10") == .normal)
  }

  /// Praise of every age, in every place that a chef sees it.
  @Test func praiseIsNeverLate() throws {
    let world = World()
    for (offset, arrived) in ["2026-01-07", "2026-10-01", "2026-11-09", "2026-11-10"].enumerated() {
      let serial = 300 + offset
      try world.register(serial, Post.mail("Tack", "Tack!", on: day(arrived)))
      try world.take(.triage(.praise, unit: "oster"), on: serial, as: "maja", day: day(arrived))
    }
    for login in ["asa", "karin", "maja"] {
      var session = Session(world, as: login, size: .wide)
      for _ in 0..<7 {
        for row in 0..<4 {
          #expect(!holdsLate(session))
          session.press("<Enter>")
          #expect(!holdsLate(session))
          session.press("d")
          #expect(!holdsLate(session))
          session.press("<Esc><Esc>" + String(repeating: "j", count: row))
        }
        session.press("<Tab>")
      }
    }
    #expect(world.rows(.late, for: Kommun.actor("asa")).isEmpty)
  }

  private func holdsLate(_ session: Session) -> Bool {
    let size = session.surface.size
    return (0..<size.rows).contains { row in
      (0..<size.columns).contains { column in
        [.late, .today].contains(session.surface[Point(column: column, row: row)].role)
      }
    }
  }

  @Test func praiseSuggestionAndComplaintHaveTheirRoles() throws {
    var session = Session(try .kommun(), as: "asa")
    session.press("G")
    #expect(session.role(of: "Beröm") == .praise)
    #expect(session.role(of: "Förslag") == .suggestion)
    #expect(session.role(of: "Klagomål") == .complaint)
  }

  @Test func theCursorStandsOnTheSelectedRow() throws {
    for scene in ListSnapshotTests.scenes {
      let session = try scene.play(.standard)
      let cursor = try #require(session.surface.cursor, "\(scene.name)")
      guard session.screen[2].contains("Rubrik"), session.screen[3].contains("26-") else {
        continue
      }
      #expect(Array(session.screen[cursor.row])[cursor.column] == ">", "\(scene.name)")
      #expect(session.surface[cursor].role == .selected)
      #expect(session.screen.count { $0.hasPrefix(" >") } == 1)
    }
  }

  @Test(arguments: BindingTests.scenes)
  func everyScreenHasACursor(_ scene: Scene) throws {
    let session = try scene.play(.standard)
    #expect(session.surface.cursor != nil)
  }

  @Test(arguments: BindingTests.scenes)
  func theHintsNameKeysAsKeys(_ scene: Scene) throws {
    let session = try scene.play(.standard)
    guard !session.isFrameless else { return }
    #expect(session.surface[Point(column: 1, row: 23)].role == .key)
    #expect(session.surface[Point(column: 0, row: 0)].role == .heading)
  }

  @Test func aRefusalIsAFailureAndAStepANotice() throws {
    var session = Session(try .one(), as: "asa")
    session.press("y")
    #expect(session.surface[Point(column: 0, row: 22)].role == .failure)
    session.press("cf")
    #expect(session.surface[Point(column: 0, row: 22)].role == .notice)
  }

  @Test func theEditorsCursorIsTheCaret() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>iHej där<Left><Left>")
    let cursor = try #require(session.surface.cursor)
    #expect(session.cursorRow == " Hej där" && cursor.column == 6)
  }

  @Test func whatMayNotBeDrawnIsAMark() throws {
    let session = try #require(
      try MatterSnapshotTests.scenes.first { $0.name == "matter-hostile" }?.play(.standard))
    for row in session.screen {
      for scalar in row.unicodeScalars {
        #expect(scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value))
        #expect(!(0x202A...0x202E).contains(scalar.value))
        #expect(!(0x2066...0x2069).contains(scalar.value))
      }
    }
    #expect(session.role(of: "␛") == .control)
    #expect(session.role(of: "<U+202E>") == .control)
  }

  @Test func theNameStaysWhereTheTitleDoesNotFit() throws {
    let session = Session(try .one(), as: "asa", size: Size(columns: 40, rows: 24))
    #expect(session.screen[0].hasSuffix(" Åsa Lind"))
  }
}
