import Domain
import Terminal
import Testing

@testable import Interface

/// The registrator's form for a letter, a card or a form on paper.
struct PaperTests {
  @Test func theArrivalDayIsTheWorkingDayBefore() throws {
    let world = World()
    // A Monday: the post lay there since Friday.
    world.now = SwedishTime.instant(day("2026-11-23"), hour: 8, minute: 0)
    let session = TakingKeysTests.session(["pNi svarar aldrig.<C-s><C-s>"], as: "rut", in: world)
    let state = try world.state(143)
    #expect(state.arrivedOn == day("2026-11-20"))
    #expect(state.channel == .letter)
    #expect(state.readBack == nil)
    #expect(session.shows("Svar senast fredag 4 december."))
    #expect(session.shows("synpunkt attach SYN-2026-00143 FIL"))
  }

  @Test("Where there is no shell, the scan is sent from the person's own computer")
  func theScanInASharedSession() {
    var session = Session(World(), as: "rut", isShared: true)
    session.press("pNi svarar aldrig.<C-s>")
    session.press("<C-s>")
    #expect(session.shows("från ett fönster på din egen dator"))
    #expect(session.shows("ssh DATORN attach SYN-2026-00143 --name brev.pdf - < brev.pdf"))
    #expect(!session.shows("synpunkt attach"))
  }

  @Test func theDayIsAnOrdinaryField() throws {
    let clear = String(repeating: "<BS>", count: 10)
    var session = TakingKeysTests.session(
      ["pNi svarar aldrig.<C-s><Tab>\(clear)i går<C-s>"], as: "rut")
    #expect(session.notice == "Skriv ankomstdagen som 2026-11-05.")
    session.press("\(clear)2026-11-25<C-s>")
    #expect(session.notice?.contains("dagen ligger i framtiden") == true)
    #expect(try session.top(TakingScreen.self).form.focus == .arrivedOn)
    session.press("\(clear)2026-11-10")
    #expect(session.shows("tisdag 10 november"))
    session.press("<C-s>")
    #expect(try session.world.state(143).arrivedOn == day("2026-11-10"))
  }

  @Test("A digit after a whole day begins another one, and Ctrl-U clears the line")
  func anotherDay() throws {
    var session = TakingKeysTests.session(["pNi svarar aldrig.<C-s><Tab>2026-11-10"], as: "rut")
    #expect(session.shows("Skriv dagen som 2026-11-05."))
    #expect(session.shows("tisdag 10 november"))
    session.press("<C-z><C-z><BS><C-u>2026-11-12<C-s>")
    #expect(try session.world.state(143).arrivedOn == day("2026-11-12"))
  }

  @Test func allFieldsAreRegistered() throws {
    let session = TakingKeysTests.session(
      [
        "pNi svarar aldrig.<C-s>b<Tab><Tab>Svar i telefon<Tab><Tab>Anna<Tab>Storgatan 1<Tab><Tab>"
          + "<Tab><Tab><Tab>Greta<C-s>"
      ], as: "maja")
    let state = try session.world.state(143)
    #expect(state.channel == .form)
    #expect(state.title == "Svar i telefon")
    #expect(state.sender.name == "Anna")
    #expect(state.sender.address == "Storgatan 1")
    #expect(state.sender.replyVia == .letter)
    #expect(state.concerns == "Greta")
    #expect(state.status == .received)
  }

  @Test(
    "Only who registers and who sorts",
    arguments: Kommun.people.map(\.login))
  func rights(login: PersonID) throws {
    let session = TakingKeysTests.session(["p"], as: login)
    #expect((session.top is TakingScreen) == ["maja", "rut", "vera"].contains(login))
    #expect(session.isRefused != ["maja", "rut", "vera"].contains(login))
  }

  @Test(
    "A way back follows from what is known, until one is chosen",
    arguments: [
      ("<Tab>Storgatan 1", AnswerWay.letter), ("<Tab><Tab>a@b.se", .email),
      ("<Tab><Tab><Tab>070-1", .phone), ("<Tab>Storgatan 1<Tab>a@b.se", .letter),
      ("<Tab><Tab>a@b.se<Tab><Tab><Tab><Right>", .secureMessage),
      ("<Tab><Tab>a@b.se<Tab><Tab><Tab>v", .inPerson),
    ])
  func way(keys: String, way: AnswerWay) throws {
    let session = TakingKeysTests.session(
      ["pHej.<C-s>\(Told.tabs(4))\(keys)<C-s>"], as: "rut")
    #expect(try session.world.state(143).sender.replyVia == way)
  }
}
