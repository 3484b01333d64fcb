import Domain
import Terminal
import Testing

@testable import Interface

/// One matter in every place of its life, as it looks.
struct MatterSnapshotTests {
  static let scenes = [
    Scene("matter-new", as: "maja", "nno"),
    Scene("matter-late", as: "asa", "<Enter>"),
    Scene("matter-today", as: "asa", "j<Enter>"),
    Scene("matter-day-7", as: "asa", "jj<Enter>"),
    Scene("matter-day-7-end", as: "asa", "jj<Enter>", "G"),
    Scene("matter-praise", as: "asa", "jjj<Enter>"),
    Scene("matter-answered", as: "asa", "<Enter>", in: answered),
    Scene("matter-noted", as: "asa", "<Enter>", "G", in: noted),
    Scene("matter-returned-done", as: "maja", "<Tab><Enter>"),
    Scene("matter-returned-wrong-unit", as: "maja", "no"),
    Scene("matter-needs-details", as: "maja", "<Tab><Tab><Enter>"),
    Scene("matter-closed", as: "maja", "<S-Tab><S-Tab>j<Enter>"),
    Scene("matter-closed-addition", as: "maja", "<Tab><Enter>", in: closedWithAddition),
    Scene("matter-not-matter", as: "maja", "<S-Tab><S-Tab><Enter>"),
    Scene("matter-anonymous", as: "asa", "<Enter>", in: anonymous),
    Scene("matter-no-answer-wanted", as: "asa", "<Enter>", in: silent),
    Scene("matter-without-type", as: "asa", "<Enter>", in: untyped),
    Scene("matter-pointer", as: "maja", "no", in: TriageSnapshotTests.pointer),
    Scene("matter-attachments", as: "asa", "<Enter>", "G", in: attached),
    Scene("matter-notices", as: "maja", "no", in: TriageSnapshotTests.noticed),
    Scene("matter-addition", as: "asa", "<Enter>", in: ListSnapshotTests.withAddition),
    Scene("matter-handed-over", as: "sigge", "<Enter>", in: ListSnapshotTests.handedOver),
    Scene("matter-many-events", as: "asa", "<Enter>", "G", in: eventful),
    Scene("matter-hostile", as: "maja", "no", in: TriageSnapshotTests.hostile),
    Scene("matter-elsewhere", as: "rut", "<Enter>", in: { try .one() }),
    Scene("matter-protected", as: "asa", "<Enter>", in: marked),
    Scene("matter-protected-end", as: "asa", "<Enter>", "G", in: marked),
    Scene("matter-protected-opened", as: "vera", "<Enter>VBrev ska ut.<Enter>", in: marked),
    Scene("matter-analyst", as: "anna", "<Enter>", in: marked),
    Scene("matter-receipt", as: "sigge", "<Tab><Enter>", in: taken),
    Scene("protect-question", as: "asa", "<Enter>P", in: { try .one() }),
    Scene("deadline-late", as: "asa", "<Enter>d"),
    Scene("deadline-today", as: "asa", "j<Enter>d"),
    Scene("deadline-calendar", as: "ulf", "<Enter>d"),
    Scene("deadline-none", as: "asa", "jjj<Enter>d"),
    Scene("letter-frameless", as: "asa", "<Enter>B", in: answered),
  ]

  @Test(arguments: scenes, Size.both)
  func looksAsBefore(_ scene: Scene, size: Size) throws {
    Snapshot.expect(try scene.play(size), scene.name)
  }

  /// A matter marked with protected identity.
  @Sendable static func marked() throws -> World {
    try .one(then: [("asa", World.answer()), ("maja", .protect)])
  }

  /// A matter that staff took down and put right.
  @Sendable static func taken() throws -> World {
    let world = World()
    let text = "Maten var kall i dag."
    let actor = Kommun.actor("sigge")
    _ = world.takeDown(
      TakenByHand(
        channel: .visit, text: text, sender: Sender(name: "Nils Ek", phone: "070-111 22 33"),
        readBack: .approved(Approval(of: text, by: "sigge", at: world.now)),
        solvedAtOnce: "Vi värmde maten."),
      as: actor)
    return world
  }

  @Sendable static func answered() throws -> World {
    try .one(then: [("asa", World.answer())])
  }

  @Sendable static func noted() throws -> World {
    try .one(then: [
      ("asa", World.answer()), ("asa", .writeOfficialNote("Nytt schema från måndag.")),
      ("asa", .writeInternalNote("Ring Lena om nycklarna.")),
    ])
  }

  @Sendable static func closedWithAddition() throws -> World {
    try .one(then: [
      ("asa", World.answer()), ("asa", .noteAndReturn("Nytt schema.", .done, words: nil)),
      ("maja", .setSubjectArea("tider")), ("maja", .close),
      ("maja", .add(.phone, on: Kommun.today, text: "Nu är det likadant igen.")),
    ])
  }

  @Sendable static func anonymous() throws -> World {
    try .one(
      133, Post.mail("Hårda ord", "Personalen skriker.", from: Post.nobody, on: day("2026-11-12")))
  }

  @Sendable static func silent() throws -> World {
    try .one(
      134, Post.mail("Kallt", "Det är kallt.", from: Post.silent, on: day("2026-11-12")))
  }

  @Sendable static func untyped() throws -> World {
    try .one(category: nil)
  }

  @Sendable static func attached() throws -> World {
    var mail = Post.mail("Bilder på trappan", "Se bilderna.", on: day("2026-11-13"))
    mail.files = [
      IncomingFile(
        name: "trappan.jpg", mediaType: "image/jpeg", bytes: Array(repeating: 0, count: 48_200)),
      IncomingFile(name: "brev.pdf", mediaType: "application/pdf", bytes: [1, 2, 3]),
    ]
    return try .one(142, mail)
  }

  @Sendable static func eventful() throws -> World {
    try .one(then: [
      ("maja", .setTitle("Sena besök, hemtjänst")), ("maja", .setSubjectArea("tider")),
      ("asa", .logContact(.phone, reached: false, line: "Ringde två gånger")),
      ("asa", .handOver(to: "sigge")), ("asa", .takeBack),
      ("asa", .correct(.phone, new: "070-765 43 21", reason: "Hon har bytt nummer")),
      ("asa", .categorise(.suggestion)), ("asa", .undo),
      ("asa", .giveBack(.other, words: "Ska det hit?")), ("maja", .assign("oster")),
    ])
  }
}
