import Domain
import Testing

/// OSL 26:1; JO 1376-2013, 6466-2015.
@Suite("Letters from socialtjänst and hälso- och sjukvård")
struct LetterCareTests {
  static let text = """
    Personalen som kommer till min mamma på morgonen stressar alltid med medicinen.
    Det vore bra om det var samma person.
    """

  func findings(
    _ letter: String, _ way: AnswerWay = .letter, tells: Bool? = true, of text: String = text,
    title: String? = "Stress hos hemtjänsten", isCare: Bool = true
  ) throws -> [LetterFinding] {
    var incoming = World().incoming(text)
    incoming.title = title
    let state = try World().registered(incoming).state
    let draft = AnswerDraft(way: way, recipient: "Anna", text: letter, tellsOfHealth: tells)
    return state.findings(in: draft, isCare: isCare)
  }

  @Test("It is asked in care only, and not of what was said", arguments: AnswerWay.allCases)
  func asked(way: AnswerWay) throws {
    let asked = try findings("Hej.", way, tells: nil)
    #expect(asked == (way.isSpoken ? [] : [.healthUnanswered]))
    #expect(try findings("Hej.", way, tells: nil, isCare: false).isEmpty)
  }

  @Test("With no, nothing more is asked", arguments: AnswerWay.allCases)
  func tellsNothing(way: AnswerWay) throws {
    #expect(try findings(Self.text + "Stress hos hemtjänsten", way, tells: false).isEmpty)
  }

  @Test("With yes, plain e-mail is not offered", arguments: AnswerWay.allCases)
  func byEmail(way: AnswerWay) throws {
    #expect(try findings("Hej.", way) == (way == .email ? [.healthByEmail] : []))
  }

  @Test(
    "With yes, the synpunkt is not quoted",
    arguments: [
      ("Du skrev att personalen som kommer till min mamma stressar.", true),
      ("PERSONALEN, som kommer (till min mamma)!", true),
      // Across the end of a line.
      ("alltid med medicinen. Det vore bra", true),
      // Five words in a row are anybody's.
      ("Personalen som kommer till min dotter.", false),
      ("Tack för att du skrev till oss om morgonen.", false), ("", false),
    ])
  func quotes(letter: String, isQuote: Bool) throws {
    #expect(try findings(letter) == (isQuote ? [.healthQuotes] : []))
    #expect(try findings(letter, .phone).isEmpty)
  }

  @Test(
    "All of a short synpunkt is a quotation, when it has four words or more",
    arguments: [
      ("Maten var kall igen.", "Du skrev: maten var kall igen. Vi ser över det.", true),
      ("Maten är alltid för salt", "Att maten är alltid för salt stämmer.", true),
      ("Maten var kall igen.", "Maten var kall i går.", false),
      ("Tack så mycket!", "Tack så mycket för din synpunkt.", false), ("", "Hej.", false),
    ])
  func shortOnes(text: String, letter: String, isQuote: Bool) throws {
    #expect(try findings(letter, of: text) == (isQuote ? [.healthQuotes] : []))
  }

  @Test("An addition is quoted as little as the original")
  func additions() throws {
    let world = World()
    let matter = try world.matter(after: [
      ("maja", .add(.phone, on: World.today, text: "Hon fick fel medicin i tisdags kväll också."))
    ])
    let draft = AnswerDraft(
      way: .letter, recipient: "Anna", text: "Att hon fick fel medicin i tisdags kväll är sant.",
      tellsOfHealth: true)
    #expect(matter.state.findings(in: draft, isCare: true) == [.healthQuotes])
  }

  @Test(
    "With yes, the title is not named",
    arguments: [
      ("Det gäller stress hos hemtjänsten.", "Stress hos hemtjänsten", true),
      ("Det gäller hemtjänsten.", "Stress hos hemtjänsten", false),
      // A title of a few letters is anybody's word.
      ("Maten.", "Mat", false), ("Maten.", nil, false),
    ])
  func subject(letter: String, title: String?, isNamed: Bool) throws {
    #expect(try findings(letter, title: title) == (isNamed ? [.healthNamesSubject] : []))
  }

  @Test("The unit decides whether it is care")
  func unit() throws {
    let world = World()
    var letter = World.letter()
    letter.tellsOfHealth = nil
    letter.senderMayKnow = nil
    let care = try world.matter(after: Place.withManager.steps)
    #expect(
      world.refusal(of: .answer(letter), as: "asa", on: care) == .letter(.healthUnanswered))
    let street = try world.matter(after: [("maja", .triage(.complaint, unit: "gata"))])
    #expect(world.refusal(of: .answer(letter), as: "ulf", on: street) == nil)
    letter.tellsOfHealth = true
    #expect(world.refusal(of: .answer(letter), as: "asa", on: care) == .letter(.healthByEmail))
    letter.way = .secureMessage
    #expect(world.refusal(of: .answer(letter), as: "asa", on: care) == nil)
  }

  @Test("What was asked is kept with the answer")
  func kept() throws {
    let world = World()
    let matter = try world.matter(after: Place.answered.steps)
    guard case .answered(let facts) = matter.events.last?.facts else {
      Issue.record("No answer")
      return
    }
    #expect(facts.tellsOfHealth == false && facts.senderMayKnow == true)
    #expect(facts.way == .email && facts.on == World.today)
  }
}
