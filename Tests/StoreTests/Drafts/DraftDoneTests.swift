import Domain
import GRDB
import Testing

@testable import Store

/// The program may end between the commit and the removal of the draft: then nothing is done twice.
@Suite struct DraftDoneTests {
  let folder: TemporaryFolder
  let store: Store
  let matter: Matter

  init() throws {
    folder = try TemporaryFolder()
    store = try Store.temporary(folder)
    _ = try store.takeIn(synpunkt())
    matter = try store.perform(.triage(.complaint, unit: "o1"), on: 1, as: "mc")
  }

  private func draft(_ kind: TextKind, _ text: String) -> Draft {
    .text(DraftMatter(matter.id, matter.state.reference), kind, BegunText(text: text))
  }

  private func found(by login: String = "chef1") throws -> [StoredDraft] {
    try store.drafts(of: Kommun.actor(login)).drafts
  }

  @Test func whatHasBecomeAnEventIsNoDraft() throws {
    for (kind, text, command) in [
      (TextKind.internalNote, "Ring Lena", MatterCommand.writeInternalNote("Ring Lena")),
      (.officialNote, "Nytt schema.\n", .writeOfficialNote("Nytt schema.")),
      (
        .answer, "Hej Anna",
        .answer(
          AnswerDraft(
            way: .secureMessage, recipient: "Anna", text: "Hej Anna", tellsOfHealth: false))
      ),
      (.addition(.phone), "Hon ringde", .add(.phone, on: Kommun.today, text: "Hon ringde")),
    ] {
      _ = try store.saveDrafts([draft(kind, text)], of: "chef1")
      #expect(try found().count == 1)
      try store.perform(command, on: matter.id, as: "chef1")
      #expect(try found().isEmpty, "\(kind)")
      let rows = try store.draftFile?.queue.read { db in
        try Int.fetchOne(db, sql: "SELECT count(*) FROM draft")
      }
      #expect(rows == 0)
    }
  }

  @Test func theSameTextBeforeIsAnotherText() throws {
    try store.perform(.writeInternalNote("Inget svar"), on: matter.id, as: "chef1")
    _ = try store.saveDrafts([draft(.internalNote, "Inget svar")], of: "chef1")
    #expect(try found().count == 1)
  }

  @Test func theSameTextByAnotherIsAnothersText() throws {
    _ = try store.saveDrafts([draft(.internalNote, "Ring Lena")], of: "chef1")
    try store.perform(.writeInternalNote("Ring Lena"), on: matter.id, as: "mc")
    let standing = try #require(try found().first?.standing)
    guard case .changed(let event) = standing else {
      Issue.record("\(standing)")
      return
    }
    #expect(event.facts == .internallyNoted && event.by == "mc")
  }

  @Test func ownStepsAreNoNews() throws {
    _ = try store.saveDrafts([draft(.answer, "Hej")], of: "chef1")
    try store.perform(.writeInternalNote("Ring Lena"), on: matter.id, as: "chef1")
    #expect(try found().map(\.standing) == [.unchanged])
  }

  @Test func aMatterOutOfReachIsSaid() throws {
    _ = try store.saveDrafts([draft(.answer, "Hej")], of: "chef1")
    try store.perform(.assign("o2"), on: matter.id, as: "mc")
    #expect(try found().map(\.standing) == [.unreachable])
    // Another matter under the same identity is not the one, and does not get the text.
    let other = Draft.text(
      DraftMatter(matter.id, Reference(year: 2020, serial: 9)), .answer, BegunText(text: "Hej"))
    _ = try store.saveDrafts([other], of: "mc")
    #expect(try found(by: "mc").map(\.standing) == [.lost])
  }

  @Test(arguments: [true, false])
  func whatWasTakenDownIsNoDraft(isSame: Bool) throws {
    _ = try store.saveDrafts([DraftTests.taking], of: "chef1")
    let text = isSame ? "Maten är kall" : "Maten är varm"
    _ = try store.takeDown(
      TakenByHand(channel: .visit, text: text, readBack: .notPossible(reason: "Hon gick")),
      code: try #require(ReceiptCode(typed: "K7M4XA")), asking: Kommun.asking("chef1"),
      rules: Kommun.rules)
    #expect(try found().isEmpty == isSame)
  }

  @Test func whatOthersTakeDownIsNoNews() throws {
    _ = try store.saveDrafts([DraftTests.taking], of: "chef1")
    _ = try store.takeDown(
      TakenByHand(
        channel: .visit, text: "Annat", readBack: .notPossible(reason: "Hon gick")),
      code: try #require(ReceiptCode(typed: "K7M4XA")), asking: Kommun.asking("chef2"),
      rules: Kommun.rules)
    #expect(try found().map(\.standing) == [.unchanged])
  }
}
