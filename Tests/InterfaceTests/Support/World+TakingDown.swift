import Domain

@testable import Interface

extension World {
  /// The code that the next anonymous caller gets.
  static let code = ReceiptCode(typed: "K7M4XA")

  /// Registers what somebody takes in by hand, under the next number; the digest of a code is the
  /// code itself here.
  func takeDown(_ taken: TakenByHand, as actor: Actor) -> Loaded {
    if !failures.isEmpty { return .failed(failures.removeFirst()) }
    do throws(Refusal) {
      let serial = (matters.values.map(\.state.reference.serial).max() ?? 142) + 1
      let events = try Matter.takeDown(
        taken, as: Reference(year: 2026, serial: serial),
        digests: TakenDigests(text: "digest", code: Self.code?.text),
        asking: Asking(actor: actor, now: now), rules: rules)
      guard let matter = Matter(id: MatterID(serial), events: events) else {
        return .failed("Ärendet blev inget ärende.")
      }
      add(matter)
      return .takenDown(matter, code: taken.getsCode ? Self.code : nil)
    } catch {
      return .notTakenDown(error)
    }
  }
}
