import Domain
import Terminal
import Testing

@testable import Interface

/// Key bindings as data: what they must fulfil on every screen.
struct BindingTests {
  /// All scenes of the snapshots: every screen in every place of a matter's life.
  static let scenes =
    ListSnapshotTests.scenes + TriageSnapshotTests.scenes + MatterSnapshotTests.scenes
    + DialogSnapshotTests.scenes + WritingSnapshotTests.scenes + TakingSnapshotTests.scenes
    + SearchSnapshotTests.scenes
    + GuideSnapshotTests.scenes
    + DraftSnapshotTests.scenes
    + SubstituteSnapshotTests.scenes
    + AccessSnapshotTests.scenes

  @Test(arguments: scenes)
  func noTwoBindingsShareAKey(_ scene: Scene) throws {
    let session = try scene.play(.standard)
    let bindings = session.top.bindings + session.front.commonBindings(for: session.top)
    let keys = bindings.flatMap(\.keys)
    let twice = keys.filter { key in keys.count { $0 == key } > 1 }
    #expect(twice.isEmpty, "\(twice.map(\.label)) on \(type(of: session.top))")
    let commands = bindings.map(\.command)
    #expect(Set(commands).count == commands.count)
  }

  @Test(arguments: scenes)
  func everyBindingHasASentenceAndAKey(_ scene: Scene) throws {
    let session = try scene.play(.standard)
    for binding in session.top.bindings + session.front.commonBindings(for: session.top) {
      #expect(!binding.keys.isEmpty)
      #expect(binding.help.hasSuffix(".") && binding.help.first?.isUppercase == true)
      #expect(TextWidth.width(of: binding.help) <= 80 - 22, "\(binding.help)")
      #expect(TextWidth.width(of: binding.keyLabels) <= 17, "\(binding.keyLabels)")
      #expect(!binding.hint.contains("."))
    }
  }

  @Test(arguments: scenes)
  func whereLettersAreTextNoCommandIsOnALetterOnly(_ scene: Scene) throws {
    let session = try scene.play(.standard)
    guard session.top.takesText else { return }
    for binding in session.top.bindings {
      let isReachable = binding.keys.contains { if case .character = $0 { false } else { true } }
      #expect(isReachable, "\(binding.command)")
    }
  }

  @Test(arguments: scenes)
  func noKeyNeedsAltGrOrIsEatenByScreen(_ scene: Scene) throws {
    let session = try scene.play(.standard)
    let unfit: Set<Key> = [.control("a"), .control("b"), .control("c"), .control("q")]
    for binding in session.top.bindings + Front.commonBindings {
      for key in binding.keys {
        #expect(!unfit.contains(key))
        if case .character(let character) = key { #expect(!"@$[]{}\\|~^".contains(character)) }
      }
    }
  }

  @Test(arguments: scenes)
  func theWayOutIsAlwaysShown(_ scene: Scene) throws {
    let session = try scene.play(.standard)
    guard !session.isFrameless else { return }
    #expect(session.hints.contains("Esc ") || session.hints.contains("q avsluta"))
    #expect(session.hints.contains("hjälp") || session.top is HelpScreen)
  }

  @Test(arguments: [40, 60, 80, 120])
  func theHintBarFitsTheWidth(columns: Int) throws {
    for scene in Self.scenes {
      let session = try scene.play(Size(columns: columns, rows: 24))
      guard !session.isFrameless else { continue }
      let possible = session.front.possibleBindings(on: session.top).filter { !$0.hint.isEmpty }
      // Whole words only: what does not fit is left out, never cut.
      var rest = session.hints
      for binding in possible where rest.hasPrefix(" ") || !rest.isEmpty {
        let label = binding.keys.first { key in
          if session.top.takesText, case .character = key { return false }
          return true
        }?.label
        guard let label, rest.contains(" \(label) \(binding.hint)") else { continue }
        rest = String(rest).replacing(" \(label) \(binding.hint)", with: "", maxReplacements: 1)
      }
      #expect(rest.trimmingSpaces.isEmpty, "\(scene.name) at \(columns): \(session.hints)")
    }
  }

  @Test func everyCommandIsReachableSomewhere() throws {
    var reachable = Set(Front.commonBindings.map(\.command))
    for scene in Self.scenes {
      let session = try scene.play(.standard)
      reachable.formUnion(session.front.layers.flatMap { $0.bindings.map(\.command) })
    }
    let missing = Command.allCases.filter { !reachable.contains($0) }
    #expect(missing.isEmpty, "\(missing)")
  }

  @Test func commandsAreSwedishWordsWithoutSpaces() {
    for command in Command.allCases {
      #expect(command.rawValue.allSatisfy { $0.isLowercase || $0 == "-" }, "\(command.rawValue)")
    }
    #expect(Set(Command.allCases.map(\.rawValue)).count == Command.allCases.count)
  }

  @Test func f2IsThereInADemoOnly() throws {
    for isDemo in [false, true] {
      var session = Session(try .kommun(), as: "asa", isDemo: isDemo)
      session.press("?")
      #expect(session.shows("Byt person i demon.") == isDemo)
      #expect(session.screen.count { $0.contains("Byt person") } == (isDemo ? 1 : 0))
      session.press("<Esc><F2>")
      #expect((session.top is ChoiceScreen) == isDemo)
      session.press("<Esc><Enter><F2>")
      #expect((session.top is ChoiceScreen) == isDemo)
      #expect(session.screen[0].contains("DEMO") == isDemo)
    }
  }

  @Test func f2ChangesThePersonAndTheQueues() throws {
    var session = Session(try .kommun(), as: "asa", isDemo: true)
    session.press("<Enter><F2>1")
    #expect(session.notice == "Nu är du Maja Ek.")
    #expect(session.shows("[Nya 4]"))
    #expect(session.front.layers.count == 1)
    session.press("<F2><Esc>")
    #expect(session.front.context.actor.login == "maja")
  }
}
