import Domain
import Terminal
import Testing

@testable import Interface

/// The view of new matters as it looks.
struct TriageSnapshotTests {
  static let scenes = [
    // The first new one is back from a unit; then 160 with a form that suggests, and 161.
    Scene("triage-back-from-unit", as: "maja", "n"),
    Scene("triage-type-suggested", as: "maja", "nn"),
    Scene("triage-unit-suggested", as: "maja", "nnk"),
    Scene("triage-unit-typed", as: "maja", "nnkhem"),
    Scene("triage-unit-no-fit", as: "maja", "nnkxyz<Enter>"),
    Scene("triage-untyped", as: "maja", "nnd"),
    Scene("triage-type-mail", as: "maja", "nnn"),
    Scene("triage-unit-recent", as: "maja", "nb", in: recent),
    Scene("triage-unit-nothing-chosen", as: "maja", "nb<Enter>", in: recent),
    Scene("triage-anonymous", as: "maja", "nnnn"),
    Scene("triage-sent", as: "maja", "nnköst<Enter>"),
    Scene("triage-empty", as: "maja", "n", in: World.empty),
    Scene("triage-long-text", as: "maja", "n<Space>", in: long),
    Scene("triage-hostile-text", as: "maja", "n", in: hostile),
    Scene("triage-pointer", as: "maja", "n", in: pointer),
    Scene("triage-notices", as: "maja", "n", in: noticed),
  ]

  @Test(arguments: scenes, Size.both)
  func looksAsBefore(_ scene: Scene, size: Size) throws {
    Snapshot.expect(try scene.play(size), scene.name)
  }

  /// A new mail that suggests nothing, when maja has sent two others.
  @Sendable static func recent() throws -> World {
    let world = try World.one()
    try world.register(143, Post.mail("Bänk", "En bänk.", on: day("2026-11-17")))
    try world.take(.triage(.suggestion, unit: "gata"), on: 143, as: "maja")
    try world.register(
      144, Post.mail("Tack", "Tack för allt ni gör.", from: Post.bertil, on: day("2026-11-23")))
    return world
  }

  @Sendable static func long() throws -> World {
    let world = World()
    try world.register(163, Post.mail("En lång historia", Post.long, on: day("2026-11-23")))
    return world
  }

  @Sendable static func hostile() throws -> World {
    let world = World()
    try world.register(
      164,
      Post.mail(
        "Titel \u{1B}[2J och \u{202E}dnäv", Post.hostile,
        from: Sender(
          kind: .individual, name: "Elak \u{1B}]0;x\u{07} Person", email: "e\u{202E}@x.se",
          replyVia: .email), on: day("2026-11-23")))
    return world
  }

  @Sendable static func pointer() throws -> World {
    let world = World()
    var mail = Post.mail("Ärende nr. 123", "", from: Sender(), on: day("2026-11-23"))
    mail.body = .inEService
    try world.register(165, mail)
    return world
  }

  @Sendable static func noticed() throws -> World {
    let world = World()
    var mail = Post.mail(
      "Om mammas hjälp", "Se bilagan.", from: Post.eva, on: day("2026-11-23"),
      concerns: "Greta Exempel")
    mail.notices = ["Brevet hade en bilaga som inte gick att läsa."]
    mail.files = [
      IncomingFile(name: "brev.pdf", mediaType: "application/pdf", bytes: [1, 2, 3])
    ]
    try world.register(
      166, mail, notice: "Ett annat meddelande har samma Message-ID, se 26-142.")
    return world
  }
}
