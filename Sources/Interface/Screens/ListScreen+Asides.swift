import Domain
import Terminal

extension ListScreen {
  static let registerBinding = Binding(
    .register, [.letter("r")], "registrera", "Registrera det som lagts åt sidan som en synpunkt.")

  /// The bindings with the registering among the first where there is something to register, and
  /// without it elsewhere.
  func forAsides(_ bindings: [Binding]) -> [Binding] {
    let others = bindings.filter { $0 != Self.registerBinding }
    return tab == .asides ? others.prefix(1) + [Self.registerBinding] + others.dropFirst() : others
  }

  /// Why the selected message cannot be registered; nil when it can.
  var obstacleToRegistering: String? { selectedAside == nil ? "Listan är tom." : nil }

  /// Asks whether the selected message is a synpunkt.
  func askToRegister() -> [Step] {
    guard let aside = selectedAside else { return [] }
    return [.push(ChoiceScreen.registration(of: aside))]
  }

  private var selectedAside: AsideRow? {
    tab == .asides && asides.indices.contains(cursor.selected) ? asides[cursor.selected] : nil
  }
}

extension ChoiceScreen {
  /// Asks whether a message that was set aside is to be registered.
  static func registration(of aside: AsideRow) -> ChoiceScreen {
    ChoiceScreen(
      title: "Ska ”\(aside.message.subject)” registreras som en synpunkt?",
      items: [
        Item(letter: "j", label: "Ja, registrera", answer: .registerAside(aside.id)),
        Item(letter: "n", label: "Nej, låt det ligga", answer: .leave(false)),
      ], takesEnter: false)
  }
}
