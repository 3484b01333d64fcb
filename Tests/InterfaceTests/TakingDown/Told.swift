import Domain

@testable import Interface

/// What people tell, and the keys that take it down.
enum Told {
  static let short = "Maten är kall, och ingen ringer innan de kommer."

  /// Three parts on a screen of 24 rows.
  static let long = (1...14).map { number in
    "Dag \(number) kom personalen för sent, och ingen ringde innan. Mamma blev orolig."
  }.joined(separator: "<Enter>")

  /// From the list to the locked text.
  static func toReadBack(_ text: String = short) -> String { "m<Enter>\(text)<C-s>" }

  /// From the list to the form, approved.
  static let toDetails = [toReadBack(), "g"]

  /// A field of the form after so many others.
  static func tabs(_ count: Int) -> String { String(repeating: "<Tab>", count: count) }
}

extension World {
  /// The kommun where what is taken in at a unit goes to its own chef, and Sigge works at two.
  static func straight() throws -> World {
    let world = World()
    world.rules.routines["oms"]?.takenInAtUnit = .unit
    return world
  }

  /// What somebody told, registered as 143.
  static func told(
    _ readBack: ReadBack? = nil, sender: Sender = Sender(name: "Anna Exempel"),
    text: String = Told.short
  ) throws -> World {
    let world = World()
    let asking = world.asking("sigge", on: Kommun.today)
    let approved = ReadBack.approved(Approval(of: text, by: "sigge", at: asking.now))
    _ = world.takeDown(
      TakenByHand(
        channel: .phone, text: text, sender: sender, readBack: readBack ?? approved),
      as: asking.actor)
    return world
  }
}
