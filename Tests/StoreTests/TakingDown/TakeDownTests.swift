import Domain
import Foundation
import GRDB
import Testing

@testable import Store

/// What is taken in by hand, on a real file.
@Suite("Taking in by hand, in the store")
struct TakeDownTests {
  let folder = try? TemporaryFolder()
  static let text = "Maten är kall, och ingen ringer."

  static func told(
    _ text: String = text, by login: String = "staff",
    sender: Sender = Sender(phone: "070-1234567"), readBack: ReadBack? = nil
  ) -> TakenByHand {
    let approval = Approval(of: text, by: login, at: Kommun.instant())
    return TakenByHand(
      channel: .phone, text: text, sender: sender, readBack: readBack ?? .approved(approval))
  }

  static let code = ReceiptCode(typed: "K7M4XA")

  private func takeDown(
    _ taken: TakenByHand, in store: Store, as login: String = "staff", minute: Int = 0
  ) throws(StoreError) -> Matter {
    guard let code = Self.code else { throw .other("no code") }
    return try store.takeDown(
      taken, code: code, asking: Kommun.asking(login, minute: minute), rules: Kommun.rules)
  }

  @Test("Numbers go on where the intake is, and the record verifies")
  func numbers() throws {
    let store = try Store.temporary(try #require(folder))
    _ = try store.takeIn(synpunkt(key: .message("a")))
    let told = try takeDown(Self.told(), in: store)
    #expect(told.state.reference.serial == 2)
    _ = try store.takeIn(synpunkt(key: .message("b")))
    let again = try takeDown(Self.told(), in: store, minute: 1)
    #expect(again.state.reference.serial == 4)
    #expect(again.id == 4)
    #expect(try store.matter(told.state.reference, asking: Kommun.asking("mc")) == told)
    let rows = try store.rows(in: .new, for: Kommun.actor("mc"), today: Kommun.today)
    #expect(rows.count == 4)
    #expect(try store.verify().isEmpty)
  }

  /// Texts with what sha256sum says of them.
  static let digests = [
    ("a", "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"),
    (text, "0c5a760af53a2039c5dc2a74c44ca4aa3a2d885026d68fb12094bf3f159a0925"),
    ("e\u{301}", "bf12767b0f2a56b2190075bae8169f656e3ce8d6357d4aff184bc6c7ea48f9f6"),
  ]

  @Test("The digest in the facts is SHA-256 of exactly the text", arguments: digests)
  func digest(text: String, expected: String) throws {
    let store = try Store.temporary(try #require(folder))
    let matter = try takeDown(Self.told(text), in: store)
    #expect(
      matter.state.readBack == .approved(by: "staff", at: Kommun.instant(), digest: expected))
  }

  @Test("What is refused leaves nothing behind")
  func refused() throws {
    let store = try Store.temporary(try #require(folder))
    var taken = Self.told()
    taken.text += "!"
    #expect(throws: StoreError.refused(.approvalVoid)) { try takeDown(taken, in: store) }
    taken.readBack = nil
    #expect(throws: StoreError.refused(.needsReadBack)) { try takeDown(taken, in: store) }
    #expect(throws: StoreError.refused(.notAllowed(.takeDown))) {
      try takeDown(Self.told(by: "analyst"), in: store, as: "analyst")
    }
    #expect(try store.rows(in: .all, for: Kommun.actor("mc"), today: Kommun.today).isEmpty)
    #expect(try takeDown(Self.told(), in: store).state.reference.serial == 1)
  }

  @Test("Straight to the chef where the routine says so, in one transaction")
  func straight() throws {
    let store = try Store.temporary(try #require(folder))
    var rules = Kommun.rules
    rules.routines["omsorg"]?.takenInAtUnit = .unit
    let code = try #require(Self.code)
    let matter = try store.takeDown(
      Self.told(), code: code, asking: Kommun.asking("staff"), rules: rules)
    #expect(matter.version == 2)
    let rows = try store.rows(in: .new, for: Kommun.actor("chef1"), today: Kommun.today)
    #expect(rows.map(\.id) == [matter.id])
    #expect(try store.verify().isEmpty)
  }

  @Test("A code is kept as a digest, and is that of its own matter only")
  func codes() throws {
    let folder = try #require(folder)
    let store = try Store.temporary(folder)
    let code = try #require(Self.code)
    let other = try #require(ReceiptCode(typed: "K7M4XC"))
    let matter = try takeDown(Self.told(sender: .anonymous()), in: store)
    let second = try takeDown(Self.told(sender: .anonymous()), in: store, minute: 1)
    let named = try takeDown(Self.told(), in: store, minute: 2)
    let mc = Kommun.actor("mc")
    #expect(try store.isCode(code, of: matter.id, for: mc))
    #expect(try !store.isCode(other, of: matter.id, for: mc))
    #expect(try !store.isCode(code, of: named.id, for: mc))
    #expect(matter.state.code != second.state.code)
    #expect(throws: StoreError.noSuchMatter) {
      try store.isCode(code, of: matter.id, for: Kommun.actor("rektor1"))
    }
    let bytes = try folder.names.flatMap { try folder.read($0) }
    #expect(!String(decoding: bytes, as: UTF8.self).contains("K7M4XA"))
  }

  @Test("A text that is no longer the approved one is found by verify")
  func verified() throws {
    let folder = try #require(folder)
    let store = try Store.temporary(folder)
    let matter = try takeDown(Self.told(), in: store)
    let reason = try takeDown(
      Self.told(readBack: .notPossible(reason: "Linjen bröts.")), in: store, minute: 1)
    #expect(try store.verify().isEmpty)
    #expect(
      try store.matter(id: reason.id, asking: Kommun.asking("mc"))?.state.whyNotReadBack
        == "Linjen bröts.")
    // An event whose chain is whole, but whose text is another.
    var event = matter.events[0]
    let faults = try DatabaseQueue().read { db in
      var verification = Verification(db: db)
      verification.checkReadBack(1, event)
      #expect(verification.faults.isEmpty)
      event.content?.text = "Maten är god."
      verification.checkReadBack(1, event)
      event.content = nil
      verification.checkReadBack(2, event)
      return verification.faults
    }
    #expect(
      faults.map(\.sentence)
        == ["event 1: texten är inte den som godkändes vid uppläsningen."])
  }

  @Test("Registered before this could be read back, and read all the same")
  func oldFacts() throws {
    let old = """
      {"registered":{"_0":{"arrivedOn":20770,"channel":"e-post","files":0,"isPointer":false,\
      "reference":{"serial":1,"year":2026},"sender":{"isAnonymous":false,"kind":"enskild",\
      "wantsAnswer":true}}}}
      """
    let facts = try JSONDecoder().decode(MatterFacts.self, from: Data(old.utf8))
    guard case .registered(let registration) = facts else {
      Issue.record("not a registration")
      return
    }
    #expect(registration.readBack == nil)
    // And what is not there is not written.
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    #expect(String(decoding: try encoder.encode(facts), as: UTF8.self) == old)
  }
}
