import Domain
import Terminal
import Testing

@testable import Interface

/// Substitutes as they look.
struct SubstituteSnapshotTests {
  static let scenes = [
    Scene("substitutes", as: "karin", "V", in: substituted),
    Scene("substitutes-none", as: "karin", "V"),
    Scene("substitute-form", as: "asa", "Vn"),
    Scene("substitute-form-typed", as: "karin", "Vna<Down>", in: substituted),
    Scene("substitute-form-days", as: "asa", "Vnbo<Enter><Enter>4/12<Enter>"),
    Scene("substitute-form-from", as: "maja", "Vnås<Enter>sig<Enter>30/11"),
    Scene("substitute-refused", as: "asa", "Vnbo<Enter><Enter>4/12<C-s>", in: substituted),
    Scene("substitute-move", as: "karin", "V<Enter>", in: substituted),
    Scene("substitute-end", as: "karin", "Vx", in: substituted),
    Scene("inbox-substituted", as: "asa", in: substituted),
    Scene("inbox-substitute", as: "sigge", in: substituted),
  ]

  /// Sigge is Åsa's substitute now, and Bo will be Ulf's.
  static func substituted() throws -> World {
    let world = try World.kommun()
    world.rules.organisation.substitutes = [
      Substitution(chef: "asa", substitute: "sigge", from: Kommun.today, to: Kommun.today + 3),
      Substitution(
        chef: "karin", substitute: "bo", from: Kommun.today + 30, to: Kommun.today + 40),
    ]
    return world
  }

  @Test(arguments: scenes, Size.both)
  func looksAsBefore(_ scene: Scene, size: Size) throws {
    Snapshot.expect(try scene.play(size), scene.name)
  }
}
