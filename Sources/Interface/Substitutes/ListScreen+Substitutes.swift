import Domain
import Terminal

extension ListScreen {
  static let substitutesBinding = Binding(
    .substitutes, [.letter("V")], "vikarie", "Visa och utse vikarier för chefer.")

  /// Why a person cannot name substitutes; nil when that may be possible.
  func obstacleToSubstitutes(in context: Context) -> String? {
    if fixedTitle != nil { return "Gå tillbaka till köerna först." }
    return context.actor.mayNameSubstitutes
      ? nil : "Vikarier utses av chefen, chefens chef eller arbetsgruppen."
  }

  /// Draws who does a chef's work just now, to the right of the tabs where there is room.
  func drawSubstitute(after column: Int, on surface: inout Surface, in context: Context) {
    let variants = SubstituteWords.own(in: context)
    let room = surface.size.columns - column - 2
    guard let shortest = variants.last, room >= 16 else { return }
    let fitting = variants.first { TextWidth.width(of: $0) <= room }
    let shown = fitting ?? TextWidth.clip(shortest, to: room)
    let start = surface.size.columns - TextWidth.width(of: shown) - 1
    surface.write(shown, at: Point(column: start, row: 0), role: .notice)
  }
}

extension ChoiceScreen {
  /// Asks whether somebody is to be a substitute no longer.
  static func ending(_ substitution: Substitution, in context: Context) -> ChoiceScreen {
    let name = context.personName(substitution.substitute)
    let chef = context.personName(substitution.chef)
    return ChoiceScreen(
      title: "Ska \(name) inte längre vara vikarie för \(chef)?",
      items: [
        Item(letter: "j", label: "Ja, avsluta nu", answer: .endSubstitution(substitution)),
        Item(letter: "n", label: "Nej", answer: .leave(false)),
      ], takesEnter: false)
  }
}
