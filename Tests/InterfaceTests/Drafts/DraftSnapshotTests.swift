import Domain
import Terminal
import Testing

@testable import Interface

/// The list of begun texts as it looks.
struct DraftSnapshotTests {
  static let scenes = [
    Scene(
      "drafts", as: "asa", "<Enter>s<End><Enter>Hej! Vi har \(Told.long)<Esc>iRing Lena<Esc>qPG"),
    Scene("drafts-throw", as: "asa", "m<Enter>Maten är kall<Esc>Px"),
    Scene("drafts-line", as: "asa", "<Enter>raFel dag<Esc>qP", in: { try .one() }),
    Scene("inbox-begun", as: "asa", "<Enter>iRing Lena<Esc>q"),
  ]

  @Test(arguments: scenes, Size.both)
  func looksAsBefore(_ scene: Scene, size: Size) throws {
    Snapshot.expect(try scene.play(size), scene.name)
  }
}
