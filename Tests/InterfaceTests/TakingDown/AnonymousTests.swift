import Domain
import Terminal
import Testing

@testable import Interface

/// Anonymous senders: those who are from the beginning, and those who are made so.
struct AnonymousTests {
  static let toReceipt = [Told.toReadBack(), "g<Tab><Space><C-s>"]

  @Test func theCodeIsShownOnceAndAskedFor() throws {
    var session = TakingKeysTests.session(Self.toReceipt)
    #expect(session.shows("Din kod är K7M 4XA."))
    #expect(session.shows("K som Kalle, 7, M som Martin, 4, X som Xerxes, A som Adam."))
    // It cannot be shown again, so a key that is held down does not close it.
    for keys in ["<Enter>", "<Enter><Enter><Enter>", "<Esc>q<Enter>"] {
      session.press(keys)
      #expect(session.notice == "Koden visas inte igen. Är den nedskriven? Tryck i så fall j.")
      #expect(session.shows("K7M 4XA"))
    }
    #expect(session.hints.hasPrefix(" j ja, nedskriven"))
    // Any other key takes the question away.
    session.press("<Down>j")
    _ = try session.top(ReceiptScreen.self)
    session.press("<Esc>j")
    _ = try session.top(ListScreen.self)
    let state = try session.world.state(143)
    #expect(state.sender == .anonymous())
    #expect(state.code != nil)
  }

  @Test(arguments: [8, 10])
  func theCodeStandsOnTheLowestScreen(rows: Int) throws {
    var session = TakingKeysTests.session(Self.toReceipt)
    session.take(.resized(Size(columns: 40, rows: rows)))
    #expect(session.shows("Din kod är K7M 4XA."))
    session.press("<Esc>j")
    #expect(session.top is ListScreen)
  }

  @Test func aCodeThatHasNotStoodOnTheScreenIsNotLost() throws {
    let told = try TakingKeysTests.session(Self.toReceipt).top(ReceiptScreen.self)
    var receipt = ReceiptScreen(told.matter, code: told.code)
    let context = Session(World(), as: "maja").front.context
    var low = Surface(size: Size(columns: 40, rows: 3))
    receipt.draw(on: &low, in: context)
    _ = receipt.run(.back, in: context)
    #expect(!receipt.bindings.contains { $0.command == .accept })
    _ = receipt.type(.pageDown, in: context)
    _ = receipt.type(.pageDown, in: context)
    receipt.draw(on: &low, in: context)
    _ = receipt.run(.back, in: context)
    #expect(receipt.bindings.contains { $0.command == .accept })
  }

  @Test func whatWasWrittenOfTheSenderIsNotRegistered() throws {
    let session = TakingKeysTests.session([
      Told.toReadBack(), "g<Tab><Tab>Anna<S-Tab><Space><C-s>",
    ])
    #expect(try session.world.state(143).sender == .anonymous())
    #expect(!"\(try session.world.matter(143))".contains("Anna"))
  }

  @Test func aNamedSenderGetsNoCode() throws {
    var session = TakingKeysTests.session([Told.toReadBack(), "g<C-s>"])
    #expect(!session.shows("kod"))
    session.press("q")
    _ = try session.top(ListScreen.self)
  }

  @Test(
    "The code is right or wrong",
    arguments: [
      ("K7M4XA", true), ("k7m 4xa", true), ("K7M4XC", false), ("K7M4X", false), ("hej", false),
    ])
  func checked(typed: String, isRight: Bool) throws {
    var session = Session(try .told(sender: .anonymous()), as: "maja")
    session.press("<Enter>o")
    #expect(session.shows("Avsändaren har en kod: fråga efter den innan du berättar något (C)."))
    session.press("C\(typed)<Enter>")
    #expect(session.isRefused != isRight)
    #expect(session.notice?.contains(isRight ? "Koden stämmer." : "Berätta inget") == true)
    #expect(!session.shows("K7M4XA") || typed == "K7M4XA")
  }

  @Test func withoutACodeThereIsNothingToCheck() throws {
    var session = Session(try .told(), as: "maja")
    session.press("<Enter>oC")
    #expect(session.notice == "Avsändaren har ingen kod.")
  }

  @Test func aSenderIsMadeAnonymousWithAReason() throws {
    let world = try World.one(
      then: [("asa", .correct(.name, new: "Anna Ek", reason: "Gift."))])
    var session = Session(world, as: "asa")
    session.press("<Enter>")
    #expect(session.shows("Anna Ek"))
    session.press("A<Enter>")
    #expect(session.isRefused)
    session.press("Det står i texten.<Enter>")
    #expect(session.notice == "Avsändaren i 26-142 är nu anonym. u ångrar.")
    #expect(!session.shows("Anna Ek"))
    #expect(!session.shows("anna@exempel.se"))
    session.press("G")
    #expect(session.shows("rättat: namn från ”dolt” till ”dolt” (Gift.)"))
    #expect(session.shows("avsändaren gjord anonym – Det står i texten."))
    session.press("A")
    #expect(session.notice == "Avsändaren är redan anonym.")
    session.press("u")
    #expect(session.shows("Anna Ek"))
    #expect(try world.state(142).sender.name == "Anna Ek")
  }

  @Test func theHeadOfTheFörvaltningDoesNot() throws {
    var session = Session(try .one(), as: "karin")
    session.press("<S-Tab><Enter>")
    _ = try session.top(MatterScreen.self)
    session.press("A")
    #expect(session.notice == "Du kan inte göra avsändaren anonym: be arbetsgruppen.")
  }
}
