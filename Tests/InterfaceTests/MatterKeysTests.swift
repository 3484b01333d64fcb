import Domain
import Terminal
import Testing

@testable import Interface

/// What keys do with one matter that is open.
struct MatterKeysTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let keys: String
    let command: MatterCommand
    let login: String

    init(_ keys: String, _ command: MatterCommand, as login: String = "asa") {
      self.keys = keys
      self.command = command
      self.login = login
    }

    var testDescription: String { keys }
  }

  static let cases = [
    Case("cb", .categorise(.praise)),
    Case("cf", .categorise(.suggestion)),
    Case("äbemö<Enter>", .setSubjectArea("bemötande")),
    Case("ämat<Enter>", .setSubjectArea("mat och måltider")),
    Case("t<C-End>, Öster<Enter>", .setTitle("Sena morgonbesök, Öster")),
    Case("rfHon bor i Väst<Enter>", .giveBack(.wrongUnit, words: "Hon bor i Väst")),
    Case("rbVilken dag?<Enter>", .giveBack(.needsDetails, words: "Vilken dag?")),
    Case("rf<Enter>", .giveBack(.wrongUnit, words: "")),
    Case("raSka till socialnämnden<Enter>", .giveBack(.other, words: "Ska till socialnämnden")),
    Case("lsig<Enter>", .handOver(to: "sigge")),
    Case("or<Enter>", .logContact(.phone, reached: true, line: "")),
    Case(
      "oiRingde två gånger<Enter>", .logContact(.phone, reached: false, line: "Ringde två gånger")),
    Case("oe<Enter>", .logContact(.email, reached: true, line: "")),
    Case("ov<Enter>", .logContact(.email, reached: false, line: "")),
    Case("ob<Enter>", .logContact(.visit, reached: true, line: "")),
    Case("iRing Lena<C-s>", .writeInternalNote("Ring Lena")),
    Case("KtHon ringde<C-s>", .add(.phone, on: Kommun.today, text: "Hon ringde")),
    Case("KbEtt brev<C-s>", .add(.letter, on: Kommun.today, text: "Ett brev")),
    Case(
      "Rn<C-End>a<Enter>Stavfel<Enter>", .correct(.name, new: "Anna Exempela", reason: "Stavfel")),
    Case(
      "Rt<C-w><C-w><C-w><C-w><C-w><C-w><Enter>Fel nummer<Enter>",
      .correct(.phone, new: "", reason: "Fel nummer")),
    Case(
      "RktRingde<BS><BS><BS><BS><BS><BS>Det var ett samtal<Enter>",
      .correct(.channel, new: "telefon", reason: "Det var ett samtal")),
    Case(
      "Rd<BS>2<Enter>Låg i brevlådan<Enter>",
      .correct(.arrivedOn, new: "2026-11-12", reason: "Låg i brevlådan")),
    Case("eväst<Enter>", .assign("vast"), as: "maja"),
  ]

  @Test(arguments: cases)
  func aKeyAndWhatItAsksFor(_ step: Case) throws {
    let world = try World.one()
    if step.login == "maja" {
      try world.take(.giveBack(.wrongUnit, words: nil), on: 142, as: "asa")
    }
    var session = Session(world, as: step.login)
    session.press(step.login == "maja" ? "<Enter>q<S-Tab><Enter>" : "<Enter>")
    session.press(step.keys)
    #expect(session.commands == [step.command])
    #expect(!session.isRefused, "\(session.notice ?? "")")
    #expect(session.top is MatterScreen)
    #expect(session.notice?.hasSuffix(".") == true)
  }

  @Test func handingOverAndTakingBack() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>h")
    #expect(session.notice == Refusal.notHandedOver.sentence)
    session.press("lsig<Enter>")
    #expect(session.shows("Lämnat till Sigge Ström"))
    #expect(session.hints.contains("Esc tillbaka"))
    session.become("sigge")
    session.press("<Enter>")
    #expect(session.shows("Enter: Svara avsändaren"))
    session.become("asa")
    session.press("<Enter>h")
    #expect(try session.world.state(142).handler == nil)
    session.become("sigge")
    #expect(session.shows("Du har inget att göra just nu."))
  }

  @Test func theChannelIsChosenAndTheOldOneIsMarked() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>Rk")
    #expect(session.cursorRow.hasPrefix(" > e  E-post"))
  }

  @Test func anAnonymousSenderHasNothingToCorrectButTheMatter() throws {
    var session = Session(try MatterSnapshotTests.anonymous(), as: "asa")
    session.press("<Enter>R")
    #expect(session.shows("Rubrik") && session.shows("Ankomstdag"))
    #expect(!session.shows("n  Namn") && !session.shows("E-postadress"))
  }

  @Test func everyDayOfTheDeadlineIsExplained() throws {
    var session = Session(try .one(), as: "asa")
    session.press("<Enter>d")
    #expect(session.shows("Regel: 10 arbetsdagar från ankomstdagen (Omsorgsförvaltningen)."))
    #expect(session.shows("Källa: Omsorgsförvaltningens rutin för synpunkter, punkt 4"))
    #expect(session.shows("fredag 13 november     ankomstdag, dag 0"))
    #expect(session.shows("lördag 14 november     räknas inte: lördag"))
    #expect(session.shows("tisdag 24 november     dag 7  ← i dag"))
    #expect(session.shows("fredag 27 november     dag 10, sista dagen"))
    session.press("<Left>")
    #expect(session.top is MatterScreen)
  }

  @Test(
    "The deadline names the source of the rule that holds",
    arguments: [
      (
        Category?.none, "Regel: 10 arbetsdagar från ankomstdagen, så länge ärendet inte",
        "Källa: Vårt val: den kortaste tiden tills typen är satt"
      ),
      (
        .suggestion, "från ankomstdagen (Omsorgsförvaltningen).",
        "Källa: Omsorgsförvaltningens rutin för synpunkter, punkt 4"
      ),
    ])
  func sources(category: Category?, rule: String, source: String) throws {
    var session = Session(try .one(category: category), as: "asa", size: .wide)
    session.press("<Enter>d")
    #expect(session.shows(rule))
    #expect(session.shows(source))
    #expect(session.screen.filter { $0.contains("Källa") }.count == 1)
  }

  @Test("A time that a routine does not set has no source of another rule")
  func withoutATime() throws {
    var session = Session(try .one(category: .praise), as: "asa")
    session.press("<Enter>d")
    #expect(session.shows("Rutinen har ingen tidsgräns för beröm."))
    #expect(!session.shows("Källa"))
    session = Session(try .one(category: nil, unit: "gata"), as: "ulf")
    session.press("<Enter>d")
    #expect(session.shows("Rutinen har ingen tidsgräns för det som inte har fått en typ."))
  }

  @Test("A last day that has moved says by which rule")
  func movedLastDay() throws {
    let saturday = Post.mail("Hål i vägen", "Det är ett hål.", on: day("2026-11-07"))
    var session = Session(try .one(142, saturday, unit: "gata"), as: "ulf", size: .wide)
    session.press("<Enter>d")
    #expect(session.shows("Flyttad sista dag: Lag (1930:173), 2 §"))
    #expect(session.shows("måndag 23 november     sista dagen, flyttad till närmaste arbetsdag"))
  }

  @Test(
    "Where there is no shell, a file is fetched from the person's own computer",
    arguments: [
      (false, ["Hämta: synpunkt attachment SYN-2026-00142 1 > fil"]),
      (
        true,
        [
          "Hämta från ett fönster på din egen dator.",
          "ssh DATORN attachment SYN-2026-00142 1 > fil",
        ]
      ),
    ])
  func fetchingAFile(isShared: Bool, lines: [String]) throws {
    var mail = Post.mail("Hål i vägen", "Se bilden.", on: day("2026-11-20"))
    mail.files = [IncomingFile(name: "bild.jpg", mediaType: "image/jpeg", bytes: [1])]
    var session = Session(try .one(142, mail), as: "asa", size: .wide, isShared: isShared)
    session.press("<Enter>")
    for line in lines { #expect(session.shows(line)) }
    #expect(session.shows("synpunkt attachment") != isShared)
  }

  @Test func theLetterIsShownWithoutAFrame() throws {
    var session = Session(try MatterSnapshotTests.answered(), as: "asa")
    session.press("<Enter>B")
    #expect(session.screen[0] == "Hej Anna!")
    #expect(session.screen[2] == "Vi har ändrat schemat från måndag.")
  }

  @Test func theInternalNoteIsNeverInTheLetter() throws {
    var session = Session(try MatterSnapshotTests.noted(), as: "asa")
    session.press("<Enter>B")
    #expect(!session.screen.joined().contains("nycklarna"))
    session.press("q")
    session.press("G")
    #expect(session.shows("Intern anteckning (aldrig i ett brev)"))
  }

  @Test func whatHasHappenedIsShownWhateverElseHasChanged() throws {
    let world = try World.one()
    var session = Session(world, as: "asa", size: .wide)
    session.press("<Enter>")
    session.hear(.matter(try world.matter(142), .refresh, earlier: 31))
    try world.take(.add(.phone, on: Kommun.today, text: "Det hände igen."), on: 142, as: "maja")
    session.hear(.matter(try world.matter(142), .refresh, earlier: 0))
    #expect(session.shows("Det hände igen."))
  }

  @Test func keysTypedAheadScrollToo() throws {
    var session = Session(try MatterSnapshotTests.eventful(), as: "asa")
    session.press("<Enter><PgDn>")
    #expect(!session.shows("anna@exempel.se"))
    #expect(session.shows("Vad som har hänt"))
  }
}
