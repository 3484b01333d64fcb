import Domain
import Terminal

extension MatterScreen {
  static let solvedBinding = Binding(
    .solveAtOnce, [.letter("L")], "", "Anteckna att det är löst direkt.")

  static let protectBinding = Binding(
    .protect, [.letter("P")], "", "Märk ärendet med skyddad identitet.")

  static let unprotectBinding = Binding(
    .unprotect, [.letter("H")], "", "Häv märkningen skyddad identitet, med ett skäl.")

  static let openProtectedBinding = Binding(
    .openProtected, [.letter("V")], "", "Visa en skyddad identitet, med ett skäl.")

  /// Whether a protected identity is shown, for a reason that was given.
  var isOpened: Bool { matter.isOpened }

  /// Why a protected identity cannot be shown; nil when it can.
  func obstacleToOpening(in context: Context) -> String? {
    guard matter.state.isProtected else { return Refusal.notProtected.sentence }
    guard context.actor.may(.unprotect, matter.state) else {
      return Refusal.notAllowed(.unprotect).sentence
    }
    return isOpened ? "Uppgifterna visas redan." : nil
  }
}

extension Matter {
  /// Whether it holds a protected identity that is not hidden.
  var isOpened: Bool { state.isProtected && !hidden.contains(.sender) }
}

extension Front {
  /// Hides the protected identities that are shown, since the right to see them may be gone.
  ///
  /// What stands above, and may tell of them, goes too; what was written is kept.
  mutating func hideOpened(from actor: Actor) {
    guard let lowest = layers.firstIndex(where: { $0.shownMatter?.isOpened == true }) else {
      return
    }
    let above = layers[lowest...]
    layers.removeSubrange(lowest...)
    for layer in above {
      switch layer {
      case var screen as MatterScreen:
        screen.hideOpened(from: actor)
        layers.append(screen)
      case var screen as EditorScreen:
        screen.hideOpened(from: actor)
        layers.append(screen)
      case _
      where layer.isDialog || layer is PageScreen || layer is ReviewScreen
        || layer is TemplateScreen:
        keep(layer)
        touch()
      default: layers.append(layer)
      }
    }
    pending = nil
    complain("De skyddade uppgifterna är dolda igen. Det du har skrivit finns kvar.")
  }
}

extension Screen {
  /// The matter whose sender it may show.
  fileprivate var shownMatter: Matter? {
    switch self {
    case let screen as MatterScreen: screen.matter
    case let screen as EditorScreen: screen.matter
    case let screen as ReviewScreen: screen.matter
    default: nil
    }
  }
}

extension ChoiceScreen {
  /// Whether to mark a matter with protected identity, and what that means.
  static func protecting() -> ChoiceScreen {
    ChoiceScreen(
      title: "Skyddad identitet döljer namn, kontakt och bilagor. Går inte att ångra.",
      items: [
        Item(letter: "m", label: "Märk ärendet", answer: .protect(true)),
        Item(letter: "g", label: "Gå tillbaka", answer: .protect(false)),
      ])
  }
}
