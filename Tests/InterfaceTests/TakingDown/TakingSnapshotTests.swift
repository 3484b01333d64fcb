import Domain
import Terminal
import Testing

@testable import Interface

/// Taking in by hand, as it looks.
struct TakingSnapshotTests {
  static let scenes = [
    Scene("taking-card", as: "sigge", "m"),
    Scene("taking-writing", as: "sigge", "m<Enter>\(Told.short)"),
    Scene("taking-read-back", as: "sigge", Told.toReadBack()),
    Scene("taking-read-back-long", as: "sigge", Told.toReadBack(Told.long)),
    Scene("taking-read-back-last", as: "sigge", Told.toReadBack(Told.long), "<Enter>", "<Enter>"),
    Scene("taking-not-read-to-the-end", as: "sigge", Told.toReadBack(Told.long), "g"),
    Scene("taking-why-not", as: "sigge", Told.toReadBack(), "kLinjen bröts."),
    Scene("taking-not-read", as: "sigge", Told.toReadBack(), "kLinjen bröts.<Enter>"),
    Scene("taking-details", as: "sigge", Told.toReadBack(), "g"),
    Scene(
      "taking-details-filled", as: "sigge", Told.toReadBack(),
      "g<Tab><Tab>Anna Exempel<Tab>070-123 45 67<Tab>anna@exempel.se<Tab><Tab><Tab>"),
    Scene("taking-anonymous", as: "sigge", Told.toReadBack(), "g<Tab><Space>"),
    Scene("taking-no-answer", as: "sigge", Told.toReadBack(), "g\(Told.tabs(6))n"),
    Scene(
      "taking-refused", as: "sigge", Told.toReadBack(), "g\(Told.tabs(4))anna@<C-s>"),
    Scene(
      "taking-receipt", as: "sigge", Told.toReadBack(),
      "g<Tab><Tab>Anna<Tab>070-123 45 67<C-s>"),
    Scene("taking-receipt-anonymous", as: "sigge", Told.toReadBack(), "g<Tab><Space><C-s>"),
    Scene(
      "taking-receipt-printed", as: "sigge", Told.toReadBack(), "g<Tab><Space><C-s>", "p"),
    Scene(
      "taking-receipt-straight", as: "sigge", Told.toReadBack(), "g<Space><C-s>",
      in: World.straight),
    Scene("taking-begun", as: "sigge", "m<Enter>\(Told.short)<Esc>m"),
    Scene("paper-writing", as: "rut", "pNi svarar aldrig."),
    Scene("paper-details", as: "rut", "pNi svarar aldrig.<C-s>"),
    Scene("paper-arrival", as: "rut", "pNi svarar aldrig.<C-s><Tab>"),
    Scene("paper-receipt", as: "rut", "pNi svarar aldrig.<C-s><C-s>"),
    Scene("matter-told", as: "maja", "<Enter>o", in: { try .told() }),
    Scene(
      "matter-not-read-back", as: "maja", "<Enter>o",
      in: { try .told(.notPossible(reason: "Linjen bröts.")) }),
    Scene(
      "triage-not-read-back", as: "maja", "<Enter>",
      in: { try .told(.notPossible(reason: "Linjen bröts.")) }),
    Scene("matter-with-code", as: "maja", "<Enter>o", in: { try .told(sender: .anonymous()) }),
    Scene("prompt-code", as: "maja", "<Enter>oC", in: { try .told(sender: .anonymous()) }),
    Scene("prompt-hiding", as: "maja", "<Enter>oA", in: { try .told() }),
    Scene(
      "matter-hidden", as: "maja", "<Enter>oR", "nAnna Ek<Enter>Fel.<Enter>",
      "AStår i texten.<Enter>", in: { try .told() }),
  ]

  @Test(arguments: scenes, Size.both)
  func looksAsBefore(_ scene: Scene, size: Size) throws {
    Snapshot.expect(try scene.play(size), scene.name)
  }

  @Test(arguments: [
    "taking-card", "taking-read-back", "taking-read-back-long", "taking-details-filled",
    "taking-receipt",
  ])
  func theSmallestScreenToo(name: String) throws {
    let scene = try #require(Self.scenes.first { $0.name == name })
    Snapshot.expect(try scene.play(Size(columns: 40, rows: 8)), "smallest-\(name)")
  }
}
