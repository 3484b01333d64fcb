import Domain
import Terminal

extension ListScreen {
  static let spokenBinding = Binding(
    .takeDown, [.letter("m")], "muntlig", "Ta emot en muntlig synpunkt, i telefon eller på plats.")

  static let paperBinding = Binding(
    .registerPaper, [.letter("p")], "papper", "Registrera ett brev, ett kort eller en blankett.")

  /// The bindings with the taking down first, for those who do nothing else here.
  func forTaker(_ bindings: [Binding]) -> [Binding] {
    let own: Set<Tab> = [.queue(.mine), .queue(.receipts), .queue(.done)]
    guard Set(tabs).isSubset(of: own), !tabs.isEmpty else { return bindings }
    return [Self.spokenBinding] + bindings.filter { $0 != Self.spokenBinding }
  }

  /// Why a person cannot take in something by hand; nil when it is possible.
  func obstacle(toTaking kind: TakingScreen.Kind, in context: Context) -> String? {
    let permission: Permission = kind == .spoken ? .takeDown : .registerPaper
    return context.actor.mayAnywhere(permission) ? nil : Refusal.notAllowed(permission).sentence
  }

  /// Begins to take in something by hand, or asks whether to go on with what was begun.
  func take(_ kind: TakingScreen.Kind, in context: Context) -> [Step] {
    guard let begun = context.begun[kind] else {
      return [.push(TakingScreen(kind, begun: nil, in: context))]
    }
    return [.push(ChoiceScreen.resumption(of: kind, begun))]
  }

  /// Goes on with what was begun, or begins anew.
  func resume(_ kind: TakingScreen.Kind, goesOn: Bool, in context: Context) -> [Step] {
    let begun = goesOn ? context.begun[kind] : nil
    return [
      .keepTaking(kind, begun), .push(TakingScreen(kind, begun: begun, in: context)),
    ]
  }
}

extension ChoiceScreen {
  /// Asks whether to go on with what was begun.
  static func resumption(of kind: TakingScreen.Kind, _ begun: BegunTaking) -> ChoiceScreen {
    let start = begun.text.split(whereSeparator: \.isWhitespace).prefix(6).joined(separator: " ")
    let words = start.isEmpty ? "" : ": ”\(start) …”"
    return ChoiceScreen(
      title: kind == .spoken
        ? "Du har en påbörjad muntlig synpunkt" : "Du har en påbörjad registrering",
      items: [
        Item(letter: "f", label: "Fortsätt på den\(words)", answer: .resume(kind, true)),
        Item(
          letter: "n", label: "Börja på en ny, och kasta den påbörjade",
          answer: .resume(kind, false)),
      ])
  }
}
