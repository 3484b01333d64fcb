import Domain
import Testing

@testable import Store

/// The clock is set back between two steps: what is done is in the order in which it was done.
@Suite struct ClockTests {
  let folder: TemporaryFolder
  let store: Store

  init() throws {
    folder = try TemporaryFolder()
    store = try Store.open(at: folder.file(), kind: .ordinary)
    try store.apply(Kommun.organisation, by: "root", at: Kommun.instant())
  }

  /// Forty days.
  private static let back = -40 * 24 * 60

  private func id(_ taken: TakenIn) throws -> MatterID {
    guard case .registered(let reference, _) = taken else { throw StoreError.other("not taken in") }
    return try #require(try store.matter(reference, asking: Kommun.asking("mc"))).id
  }

  @Test func aMatterIsTheFoldOfItsStepsAsTheyWereTaken() throws {
    let matter = try id(store.takeIn(synpunkt()))
    try store.perform(.categorise(.complaint), on: matter, as: "mc", minute: 10)
    try store.perform(.assign("o1"), on: matter, as: "mc", minute: Self.back)
    try store.perform(.writeInternalNote("Ett"), on: matter, as: "chef1", minute: Self.back + 1)
    let last = try store.perform(
      .writeInternalNote("Två"), on: matter, as: "chef1", minute: Self.back - 500)
    #expect(last.state.internalNotes == ["Ett", "Två"])
    #expect(last.events.map(\.sequence) == Array(1...5))
    #expect(try store.verify() == [])
    // Another process reads the same.
    let other = try Store.open(at: folder.file(), kind: .ordinary)
    #expect(try other.matter(id: matter, asking: Kommun.asking("chef1")) == last)
    #expect(try Store.heads(at: folder.file())[0].row == 6)
  }

  @Test func theLastDayAndTheQueueFollowTheDaysOfTheMatterNotTheClock() throws {
    let first = try id(store.takeIn(synpunkt("Ett", key: .message("1"), arrived: 9)))
    let due = try store.matter(id: first, asking: Kommun.asking("mc"))?.state.answerBy
    // It arrives, by its own word, after today: it counts as having come today.
    let second = try id(store.takeIn(synpunkt("Två", key: .message("2")), minute: Self.back))
    let late = try #require(try store.matter(id: second, asking: Kommun.asking("mc")))
    #expect(late.state.arrivedOn == Kommun.today + -40)
    try store.perform(.categorise(.complaint), on: second, as: "mc", minute: Self.back)
    let third = try id(store.takeIn(synpunkt("Tre", key: .message("3"), arrived: 1)))
    #expect(try store.matter(id: first, asking: Kommun.asking("mc"))?.state.answerBy == due)
    let rows = try store.rows(in: .new, for: Kommun.actor("mc"), today: Kommun.today)
    #expect(rows.map(\.id) == [second, first, third])
    #expect(try store.verify() == [])
  }

  @Test func whatIsTakenDownMayHaveBeenApprovedLater() throws {
    let taken = TakeDownTests.told(by: "mc")
    let code = try #require(ReceiptCode(typed: "K7M4XA"))
    let matter = try store.takeDown(
      taken, code: code, asking: Kommun.asking("mc", minute: Self.back), rules: Kommun.rules)
    #expect(matter.state.text == taken.text)
    #expect(try store.verify() == [])
  }
}
