import Domain
import Terminal
import Testing

@testable import Interface

/// The guide of the first start, page by page, as it looks.
struct GuideSnapshotTests {
  static let department = "<Enter>Exempelköpings kommun<C-s>"
  static let units = department + "Omsorgsförvaltningen<Tab><Tab>s<C-s>"
  static let people =
    units + "Hemtjänst Öster<Tab>Åsa Lind<Tab>asa.lind<Tab><Enter>"
    + "Hemtjänst Väst<Tab>Bo Falk<Tab>bo.falk<C-s>"
  static let review =
    people + "Nina Ny<Tab><Tab><Enter>Rut Holm<Tab>rut.holm<Tab>r<C-s>"

  static let scenes = [
    Scene("guide-welcome", as: "nina.ny", in: unorganised),
    Scene("guide-municipality", as: "nina.ny", "<Enter>", in: unorganised),
    Scene(
      "guide-department", as: "nina.ny", department + "Omsorgsförvaltningen<Tab>", in: unorganised),
    Scene("guide-units", as: "nina.ny", units, in: unorganised),
    Scene("guide-units-two", as: "nina.ny", people + "<Esc><Tab><Tab><Tab><Tab>", in: unorganised),
    Scene("guide-people", as: "nina.ny", people + "Nina Ny<Tab>", in: unorganised),
    Scene("guide-missing", as: "nina.ny", units + "Hemtjänst<C-s>", in: unorganised),
    Scene("guide-review", as: "nina.ny", review, in: unorganised),
    Scene("guide-leaving", as: "nina.ny", department + "<Esc><Esc>q", in: unorganised),
  ]

  @Test(arguments: scenes, [Size.standard, Front.smallest])
  func looksAsBefore(_ scene: Scene, size: Size) throws {
    Snapshot.expect(try scene.play(size), scene.name)
  }

  /// A database that knows no organisation.
  @Sendable static func unorganised() -> World {
    let world = World()
    world.rules.organisation = Organisation()
    return world
  }
}
