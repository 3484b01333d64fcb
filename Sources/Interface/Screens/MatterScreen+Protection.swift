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
