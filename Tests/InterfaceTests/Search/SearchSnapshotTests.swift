import Domain
import Terminal
import Testing

@testable import Interface

/// The search as it looks.
struct SearchSnapshotTests {
  static let scenes = [
    Scene("search-begun", as: "maja", "/"),
    Scene("search-words", as: "maja", "/mamma"),
    Scene("search-filter-name", as: "maja", "/mamma t"),
    Scene("search-filter-values", as: "maja", "/mamma typ:"),
    Scene("search-problem", as: "maja", "/mamma är:xyz"),
    Scene("search-nothing", as: "maja", "/finnsinte"),
    Scene("search-hits", as: "karin", "/hej<Enter>j"),
    Scene("search-in-title", as: "maja", "/matlådan<Enter>"),
    Scene("search-marked", as: "asa", "/ni<Enter><Space>"),
    Scene("search-recalled", as: "asa", "/typ:klagomål <Esc>/"),
    Scene("help-search-line", as: "maja", "/mamma t<F1>"),
    Scene("help-search-hits", as: "maja", "/mamma<Enter>?"),
  ]

  @Test(arguments: scenes, Size.both)
  func looksAsBefore(_ scene: Scene, size: Size) throws {
    Snapshot.expect(try scene.play(size), scene.name)
  }

  @Test(arguments: scenes.prefix(8))
  func looksAsBeforeOnTheSmallestScreen(_ scene: Scene) throws {
    Snapshot.expect(try scene.play(Size(columns: 40, rows: 8)), scene.name)
  }
}
