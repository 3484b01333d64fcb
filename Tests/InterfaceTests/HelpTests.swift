import Domain
import Terminal
import Testing

@testable import Interface

/// Help, palette and messages.
struct HelpTests {
  @Test(arguments: BindingTests.scenes)
  func helpListsWhatIsPossibleNowAndNothingElse(_ scene: Scene) throws {
    var session = try scene.play(Size(columns: 80, rows: 60))
    guard !(session.top is HelpScreen) else { return }
    let below = session.top
    let possible = session.front.possibleBindings(on: below)
    session.press([session.top.takesText ? .function(1) : .character("?")])
    _ = try session.top(HelpScreen.self)
    for binding in below.bindings + session.front.commonBindings(for: below)
    where binding.command != .help {
      let isListed = session.shows(binding.help)
      let isPossible = possible.contains(binding)
      #expect(isListed == isPossible, "\(binding.command)")
    }
    session.press("<Esc>")
    #expect(type(of: session.top) == type(of: below))
  }

  @Test func whatIsNotPossibleIsNotListed() throws {
    var session = Session(try .kommun(), as: "maja")
    session.press("<S-Tab><S-Tab>j<Enter>?")
    #expect(session.shows("Öppna ärendet igen, med ett skäl."))
    for sentence in ["Svara avsändaren", "Avsluta ärendet.", "Sätt typ"] {
      #expect(!session.shows(sentence))
    }
  }

  @Test func enterDoesWhatTheRowSays() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>?dag för dag<Enter>")
    #expect(session.shows("Svarstid för SYN-2026-00142"))
    session.press("q?<Down><Down><Down><Enter>")
    #expect(session.shows("Varför går ärendet åter till arbetsgruppen?"))
  }

  @Test func undoIsListedWhenThereIsSomethingToUndo() throws {
    var session = Session(try .one(), as: "asa")
    session.press("?")
    #expect(!session.shows("Ångra ditt senaste steg"))
    session.press("<Esc>cb?")
    #expect(session.shows("Ångra ditt senaste steg"))
    session.press("<Esc><Enter>?")
    #expect(session.shows("Ångra ditt senaste steg"))
  }

  @Test func f1InTheHelpOpensTheHandbook() throws {
    var session = Session(try .kommun(), as: "asa")
    session.press("<F1><F1>")
    #expect(session.shows("Handbok"))
    session.press("qq")
    #expect(session.top is HelpScreen)
  }

  @Test func thePaletteRunsWhatIsTyped() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>:dagar<Enter>")
    #expect(session.shows("Svarstid för SYN-2026-00142"))
  }

  @Test func thePaletteCompletes() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>:tj<Tab>")
    #expect(session.cursorRow == " :tjänsteanteckning")
    session.press("<Enter>")
    #expect(try session.top(EditorScreen.self).kind == .officialNote)
  }

  @Test func aCompletionOfALowerRowRunsThatOne() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>:<Down><Down><Down><Tab><Enter>")
    #expect(session.shows("Varför går ärendet åter till arbetsgruppen?"))
  }

  @Test(arguments: [
    ("ater", "åter"), ("ÄMNE", "ämne"), ("nast", "nästa-steg"), ("handelser", nil),
    ("anteck", "tjänsteanteckning"),
  ])
  func lettersWithoutDotsFindThemToo(typed: String, command: String?) throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>:" + typed)
    let row = session.screen.first { $0.hasPrefix(" > ") }
    if let command {
      #expect(row?.hasPrefix(" > \(command) ") == true)
    } else {
      #expect(session.shows("Inget passar."))
    }
  }

  @Test func aNameComesBeforeAMereMention() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>:typ")
    #expect(session.cursorRow == " :typ")
    #expect(session.screen.first { $0.hasPrefix(" > ") }?.hasPrefix(" > typ ") == true)
    session.press("<BS><BS><BS>not")
    let rows = ["tjänsteanteckning", "intern-anteckning", "kontakt"].compactMap {
      session.row(of: $0)
    }
    #expect(rows.isEmpty || rows == rows.sorted())
  }

  @Test func anUnknownCommandIsSaid() throws {
    var session = Session(try .one(), as: "asa")
    session.press(":sudo<Enter>")
    #expect(session.notice == "Det finns inget sådant kommando här. Sudda och skriv om.")
    #expect(session.top is PaletteScreen)
    session.press("<Esc>")
    #expect(session.top is ListScreen)
  }

  @Test func helpAndPaletteTakePastedWords() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>:")
    session.take(.paste("dagar\n"))
    session.press("<Enter>")
    #expect(session.shows("Svarstid för SYN-2026-00142"))
    session.press("q?")
    session.take(.paste("rubrik"))
    #expect(session.shows("Skriv en neutral rubrik.") && !session.shows("Välj ämne."))
  }

  @Test func everyCommandOfAScreenRunsFromThePalette() throws {
    let session = Session(try .one(), as: "asa")
    var matter = session
    matter.press("<Enter>")
    for binding in matter.front.possibleBindings(on: matter.top)
    where ![.palette, .help].contains(binding.command) {
      var byKey = Session(try .one(), as: "asa")
      byKey.press("<Enter>")
      byKey.press([try #require(binding.keys.first)])
      var byWord = Session(try .one(), as: "asa")
      byWord.press("<Enter>:\(binding.command.rawValue)<Enter>")
      #expect(byWord.screen == byKey.screen, "\(binding.command.rawValue)")
    }
  }

  @Test func messagesAreKeptNewestFirst() throws {
    var session = Session(try .one(), as: "asa")
    session.press("cbycf<Esc>")
    session.press("<Enter>hqM")
    let rows = [Refusal.notHandedOver.sentence, "26-142 är nu förslag", "26-142 är nu beröm"]
      .compactMap { session.row(of: $0) }
    // That a key does nothing is not worth remembering.
    #expect(!session.shows("gör ingenting här"))
    #expect(rows.count == 3 && rows == rows.sorted())
    #expect(session.shows("10.00  26-142 är nu förslag. u ångrar."))
  }
}
