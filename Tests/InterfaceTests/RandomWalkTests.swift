import Domain
import Terminal
import Testing

@testable import Interface

/// Any keys, by anybody, in windows of any size: nothing breaks.
struct RandomWalkTests {
  private static let named = [
    "<Enter>", "<Enter>", "<Enter>", "<Enter>", "<Esc>", "<Esc>", "<Tab>", "<S-Tab>", "<Up>",
    "<Down>",
    "<Down>", "<Left>", "<Right>", "<Home>", "<End>", "<PgUp>", "<PgDn>", "<BS>", "<Del>",
    "<C-Left>",
    "<C-Right>", "<C-Home>", "<C-End>", "<C-s>", "<C-s>", "<C-g>", "<C-o>", "<C-t>", "<C-n>",
    "<C-z>",
    "<C-y>", "<C-w>", "<C-k>", "<C-l>", "<F1>", "<F3>", "<Ins>", "<A-k>", "<A-ö>",
  ].flatMap(Script.keys)
  private static let letters = Array("abcdefghijklmnopqrstuvxyzåäöuskva BTKRMGNÖÖ*?:/1jn⟦⟧{{é")
    .map { Key.character($0) }
  /// Whole words, so that the walk comes further than to the first field.
  private static let words = [
    "köst<Enter>", "bväst<Enter>", "xfDit<Enter>", "cf", "cb", "rfNej<Enter>",
    "s<Down><Enter><C-s>",
    "hn<Enter>", "aKlart.<C-g>", "ätid<Enter>", "iHej<C-s>", "lsig<Enter>", "v", "eöst<Enter>", "u",
  ].map(Script.keys)

  @Test(arguments: 0..<80)
  func nothingBreaks(seed: Int) throws {
    var dice = Pseudorandom(seed: UInt64(seed))
    let world = try World.kommun()
    world.pageLength = 5
    var session = Session(world, as: person(&dice), size: size(&dice), isDemo: seed % 2 == 0)
    for _ in 0..<100 {
      session.press((0..<3).flatMap { _ in keys(&dice) })
      switch Int.random(in: 0..<40, using: &dice) {
      case 0: session.take(.resized(size(&dice)))
      case 1: session.take(.paste("Klistrat\n⟦in⟧ {{här}} \u{1B}[2J"))
      case 2: session.othersWrote()
      case 3:
        let serial = world.matters.keys.randomElement(using: &dice) ?? 0
        try? world.take(.categorise(.suggestion), on: Int(serial), as: "maja")
        session.othersWrote()
      case 5: world.draftFailures = ["Disken är full."]
      case 6: world.busyTimes = Int.random(in: 1...60, using: &dice)
      case 7: session.wait(seconds: 2)
      case 8: session.startAgain()
      case 4: world.failures = ["Databasen är upptagen. Försök igen."]
      default: break
      }
      if session.front.isFinished { session.become(person(&dice)) }
      check(session)
    }
    for matter in world.matters.values {
      #expect(Matter(id: matter.id, events: matter.events) == matter)
      #expect(matter.events.map(\.sequence) == Array(1...matter.version))
    }
  }

  private func check(_ session: Session) {
    #expect(!session.front.layers.isEmpty)
    let first = session.front.layers.first
    #expect(first is ListScreen || first is UnitLoginScreen)
    #expect(session.surface.size == session.front.size)
    #expect(session.front.layers.count { $0 is TriageScreen } <= 1)
    // Nothing is written in two places at once, and at most one draft for a place is at hand.
    let editors = session.front.layers.compactMap { ($0 as? EditorScreen)?.writing?.place }
    #expect(Set(editors).count == editors.count)
    let atHand = session.front.context.drafts.items.filter { !$0.isAside }.map(\.draft.place)
    #expect(Set(atHand).count == atHand.count)
    if let cursor = session.surface.cursor {
      #expect((0..<session.front.size.columns).contains(cursor.column))
      #expect((0..<session.front.size.rows).contains(cursor.row))
    }
    if let notice = session.notice {
      #expect(notice.hasSuffix(".") || notice.hasSuffix("?"), "\(notice)")
    }
  }

  private func keys(_ dice: inout Pseudorandom) -> [Key] {
    switch Int.random(in: 0..<10, using: &dice) {
    case 0...4: [Self.named[Int.random(in: Self.named.indices, using: &dice)]]
    case 5...7: [Self.letters[Int.random(in: Self.letters.indices, using: &dice)]]
    default: Self.words[Int.random(in: Self.words.indices, using: &dice)]
    }
  }

  private func person(_ dice: inout Pseudorandom) -> PersonID {
    Kommun.people.randomElement(using: &dice)?.login ?? "maja"
  }

  private func size(_ dice: inout Pseudorandom) -> Size {
    Size(
      columns: Int.random(in: 30...160, using: &dice), rows: Int.random(in: 5...50, using: &dice))
  }
}
