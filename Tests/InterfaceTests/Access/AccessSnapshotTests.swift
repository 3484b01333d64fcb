import Domain
import Terminal
import Testing

@testable import Interface

/// The log of who has seen what, as it looks.
struct AccessSnapshotTests {
  static let scenes = [
    Scene("access-log", as: "karin", "Ö", in: World.logged),
    Scene("access-log-reason", as: "karin", "Öjjjj", in: World.logged),
    Scene("access-log-empty", as: "karin", "Ö"),
    Scene("access-readers", as: "karin", "/142<Enter><Enter>Ö", in: World.logged),
  ]

  @Test(arguments: scenes, Size.both + [Front.smallest])
  func looksAsBefore(_ scene: Scene, size: Size) throws {
    Snapshot.expect(try scene.play(size), scene.name)
  }
}
