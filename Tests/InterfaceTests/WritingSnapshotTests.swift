import Domain
import Terminal
import Testing

@testable import Interface

/// The writing of answers and notes as it looks.
struct WritingSnapshotTests {
  static let scenes = [
    Scene("template-picker", as: "asa", "<Enter>s"),
    Scene("template-picker-note", as: "asa", "<Enter>a<C-t>"),
    Scene("editor-answer-template", as: "asa", "<Enter>s<Enter>"),
    Scene("editor-answer-empty", as: "asa", "<Enter>s<End><Enter>"),
    Scene("editor-answer-spoken", as: "asa", "<Enter>s<Down><Down><Enter>Ringde henne i dag."),
    Scene("editor-answer-source-large", as: "asa", "<Enter>s<Enter><F3>", in: { try .one() }),
    Scene("editor-answer-source-hidden", as: "asa", "<Enter>s<Enter><F3><F3>"),
    Scene("editor-answer-no-text", as: "asa", "<Enter>s<End><Enter><C-s>"),
    Scene("editor-note", as: "asa", "<Enter><Enter>", in: MatterSnapshotTests.answered),
    Scene("editor-note-unanswerable", as: "asa", "<Enter>a", in: MatterSnapshotTests.anonymous),
    Scene("editor-note-return", as: "asa", "<Enter>a<C-o>", in: MatterSnapshotTests.answered),
    Scene("editor-internal", as: "asa", "<Enter>iRing Lena om nycklarna."),
    Scene("editor-addition", as: "asa", "<Enter>KtHon ringde igen."),
    Scene("review-mark", as: "asa", "<Enter>s<Enter><C-s>"),
    Scene("review-brace", as: "asa", written("Hej {{namn}}!")),
    Scene("review-ready", as: "ulf", "<Enter>s<Down><Enter><C-s>"),
    Scene("review-health", as: "asa", written("Hej Bertil!"), in: { try .one() }),
    Scene("review-health-asked", as: "asa", written("Hej!"), "<Enter>", in: { try .one() }),
    Scene("review-health-email", as: "asa", written("Hej!"), "hj", in: { try .one() }),
    Scene("review-health-quotes", as: "asa", written(quoting), "hj", in: { try .one() }),
    Scene(
      "review-health-title", as: "asa", written("Om sena morgonbesök."), "hj",
      in: { try .one() }),
    Scene("review-may-know", as: "asa", written("Hej Eva!"), in: concerned),
    Scene("review-may-know-asked", as: "asa", written("Hej Eva!"), "hn", "v", in: concerned),
    Scene("review-may-not-know", as: "asa", written("Hej Eva!"), "hn", "vn", in: concerned),
    Scene("review-quoted-brace", as: "ulf", written("> Vad är {{namn}}?"), in: braced),
    Scene(
      "review-quoted-brace-asked", as: "ulf", written("> Vad är {{namn}}?"), "<Enter>", in: braced),
    Scene("review-ways", as: "asa", written("Hej!"), "s", in: { try .one() }),
    Scene("review-recipient", as: "asa", written("Hej!"), "m", in: { try .one() }),
    Scene(
      "review-spoken", as: "asa", "<Enter>s<Down><Down><Enter>Ringde.<C-s>", in: { try .one() }),
    Scene("review-long", as: "asa", written(Post.long), in: { try .one() }),
  ]

  static let quoting = "Du skriver att hon får vänta på sin frukost och sin medicin varje dag."

  @Test(arguments: scenes, Size.both)
  func looksAsBefore(_ scene: Scene, size: Size) throws {
    Snapshot.expect(try scene.play(size), scene.name)
  }

  /// An answer without a template, under review.
  static func written(_ text: String) -> String { "<Enter>s<End><Enter>\(text)<C-s>" }

  @Sendable static func concerned() throws -> World {
    try .one(
      139,
      Post.mail(
        "Matlådan kom kall", "Mammas matlåda var iskall i går.", from: Post.eva,
        on: day("2026-11-10"), concerns: "Greta Exempel"))
  }

  @Sendable static func braced() throws -> World {
    try .one(
      150,
      Post.mail("Mallen", "I ert brev stod det:\nVad är {{namn}}?", on: day("2026-11-20")),
      unit: "gata")
  }
}
