import Domain
import Testing

extension World {
  /// A digest of a text, as the store would compute one.
  static func digests(_ text: String) -> TakenDigests {
    TakenDigests(text: "sha of \(text)", code: "sha of code")
  }

  /// What somebody told, read back and approved.
  func told(
    _ text: String = "Maten är kall.", by login: PersonID = "sigge", channel: Channel = .phone,
    sender: Sender = Sender(name: "Anna", phone: "070-123 45 67", replyVia: .phone)
  ) -> TakenByHand {
    TakenByHand(
      channel: channel, text: text, sender: sender,
      readBack: .approved(Approval(of: text, by: login, at: asking(login).now)))
  }

  /// Takes something in by hand.
  func takeDown(
    _ taken: TakenByHand, as login: PersonID = "sigge"
  ) throws(Refusal) -> Matter {
    let events = try Matter.takeDown(
      taken, as: Reference(year: 2026, serial: 143), digests: Self.digests(taken.text),
      asking: asking(login), rules: rules)
    guard let matter = Matter(id: 2, events: events) else { throw .isOpen }
    return matter
  }

  /// Why it is refused; nil when it is not.
  func refusal(of taken: TakenByHand, as login: PersonID = "sigge") -> Refusal? {
    do {
      _ = try takeDown(taken, as: login)
      return nil
    } catch {
      return error
    }
  }

  /// The same world where what is taken in at a unit of omsorg goes to its own chef.
  static var straight: World {
    var world = World()
    world.rules.routines["oms"]?.takenInAtUnit = .unit
    return world
  }
}
