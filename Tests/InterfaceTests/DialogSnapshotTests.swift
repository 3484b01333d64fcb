import Domain
import Terminal
import Testing

@testable import Interface

/// Choices, prompts, help, palette and pages as they look.
struct DialogSnapshotTests {
  static let scenes = [
    Scene("choice-type", as: "asa", "c"),
    Scene("choice-type-technical", as: "ulf", "c"),
    Scene("choice-subject", as: "maja", "nnä"),
    Scene("choice-subject-filtered", as: "asa", "<Enter>ämat"),
    Scene("choice-subject-no-fit", as: "asa", "<Enter>äxyz"),
    Scene("choice-unit", as: "maja", "no e", in: { try World.onlyNew() }),
    Scene("choice-not-matter", as: "maja", "nnx"),
    Scene("choice-return", as: "asa", "<Enter>r"),
    Scene("choice-contact", as: "asa", "<Enter>o"),
    Scene("choice-person", as: "asa", "<Enter>l"),
    Scene("choice-correction", as: "asa", "<Enter>R"),
    Scene("choice-correction-anonymous", as: "asa", "<Enter>R", in: MatterSnapshotTests.anonymous),
    Scene("choice-addition", as: "asa", "<Enter>K"),
    Scene("choice-demo-people", as: "maja", "<F2>", isDemo: true),
    Scene("prompt-title", as: "maja", "nnt"),
    Scene("prompt-went-to", as: "maja", "nnxf"),
    Scene("prompt-return-words", as: "asa", "<Enter>rb"),
    Scene("prompt-return-other-empty", as: "asa", "<Enter>ra<Enter>"),
    Scene("prompt-contact", as: "asa", "<Enter>or"),
    Scene("prompt-correction", as: "asa", "<Enter>Rn"),
    Scene("prompt-correction-channel", as: "asa", "<Enter>Rk"),
    Scene("prompt-correction-day", as: "asa", "<Enter>Rd"),
    Scene("prompt-correction-reason", as: "asa", "<Enter>Rn<Enter>"),
    Scene("prompt-reopen", as: "maja", "<S-Tab><S-Tab>j<Enter>ö"),
    Scene("help-list", as: "asa", "?"),
    Scene("help-triage", as: "maja", "n?"),
    Scene("help-matter", as: "asa", "<Enter>?"),
    Scene("help-matter-closed", as: "maja", "<S-Tab><S-Tab>j<Enter>?"),
    Scene("help-editor", as: "asa", "<Enter>s<Enter><F1>"),
    Scene("help-search", as: "asa", "<Enter>?svar"),
    Scene("palette", as: "asa", "<Enter>:"),
    Scene("palette-typed", as: "asa", "<Enter>:av"),
    Scene("palette-completed", as: "asa", "<Enter>:sv<Tab>"),
    Scene("palette-no-fit", as: "asa", "<Enter>:xyz<Enter>"),
    Scene("messages", as: "asa", "j<Enter>rfHör hit?<Enter>uM"),
    Scene("handbook", as: "asa", "?<F1>", in: withHandbook),
  ]

  @Test(arguments: scenes, Size.both)
  func looksAsBefore(_ scene: Scene, size: Size) throws {
    Snapshot.expect(try scene.play(size), scene.name)
  }

  /// Nothing can be read on such a screen, so nothing is shown.
  @Test func tooSmall() throws {
    for size in [Size(columns: 30, rows: 5), Size(columns: 20, rows: 5)] {
      Snapshot.expect(Session(try .kommun(), as: "asa", size: size), "too-small")
    }
  }

  /// The smallest screen that is used.
  @Test(arguments: [
    ("smallest-list", ""), ("smallest-matter", "<Enter>"), ("smallest-help", "?"),
    ("smallest-choice", "c"), ("smallest-answer", "<Enter>s<Enter>"),
  ])
  func smallest(name: String, keys: String) throws {
    var session = Session(try .kommun(), as: "asa", size: Front.smallest)
    session.press(keys)
    Snapshot.expect(session, name)
  }

  /// What is known of the sender, and has no room above the text, stands below it.
  @Test func smallestTriage() throws {
    var session = Session(try .kommun(), as: "maja", size: Front.smallest)
    session.press("n")
    Snapshot.expect(session, "smallest-triage")
    session.press("<End>")
    let isBelow = session.shows("Vill ha svar")
    #expect(isBelow)
    session.press("k")
    Snapshot.expect(session, "smallest-triage-unit")
  }

  @Sendable static func withHandbook() throws -> World {
    let world = try World.kommun()
    world.handbook = """
      # Handbok för Synpunkt

      Allt görs med tangentbordet. Raden längst ned visar de vanligaste tangenterna,
      och ? visar allt som går att göra just nu.


      ## Svara

      1. Tryck s och välj en brevmall. Den visas som den kommer att se ut, med ditt namn
         och ärendets nummer.
      2. Skriv.

      {{tangenter: svaret}}

      ## Överallt

      {{tangenter: överallt}}
      """
    return world
  }
}
