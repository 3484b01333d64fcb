import Domain
import Terminal

extension ListScreen {
  static let spokenBinding = Binding(
    .takeDown, [.letter("m")], "muntlig", "Ta emot en muntlig synpunkt, i telefon eller på plats.")

  static let paperBinding = Binding(
    .registerPaper, [.letter("p")], "papper", "Registrera ett brev, ett kort eller en blankett.")

  static let draftsBinding = Binding(
    .drafts, [.letter("P")], "påbörjade", "Visa de texter som du har börjat på.")

  /// The bindings with the taking down first, for those who do nothing else here.
  func forTaker(_ bindings: [Binding]) -> [Binding] {
    let own: Set<Tab> = [.queue(.mine), .queue(.receipts), .queue(.done)]
    guard Set(tabs).isSubset(of: own), !tabs.isEmpty else { return bindings }
    return [Self.spokenBinding] + bindings.filter { $0 != Self.spokenBinding }
  }

  /// The bindings with what a registrator does all day next to the opening, after what was begun.
  func forRegistrar(_ bindings: [Binding]) -> [Binding] {
    guard tabs.contains(.asides) else { return bindings }
    let own = [Self.draftsBinding, Self.paperBinding, Self.spokenBinding]
    return bindings.prefix(1) + own + bindings.dropFirst().filter { !own.contains($0) }
  }
}

extension Screen {
  /// Why a person cannot take in something by hand; nil when it is possible.
  func obstacle(toTaking kind: TakingKind, in context: Context) -> String? {
    let permission: Permission = kind == .spoken ? .takeDown : .registerPaper
    return context.actor.mayAnywhere(permission) ? nil : Refusal.notAllowed(permission).sentence
  }

  /// Begins to take in something by hand, or asks whether to go on with what was begun.
  func take(_ kind: TakingKind, in context: Context) -> [Step] {
    let begun = context.drafts.items(at: .taking(kind))
    guard !begun.isEmpty else { return [.push(TakingScreen(kind, begun: nil, in: context))] }
    return [.push(ChoiceScreen.resumption(of: kind, begun))]
  }

  /// Goes on with what was begun, or begins anew.
  func resume(_ kind: TakingKind, _ number: Int?, in context: Context) -> [Step] {
    guard let number, case .taking(_, let begun)? = context.drafts.item(number)?.draft else {
      return [.layAside(.taking(kind)), .push(TakingScreen(kind, begun: nil, in: context))]
    }
    return goOn(kind, number, begun, in: context)
  }

  /// Opens what was begun, and says that an approval does not outlast the call.
  func goOn(
    _ kind: TakingKind, _ number: Int, _ begun: BegunTaking, in context: Context
  ) -> [Step] {
    let opening: [Step] = [
      .takeUp(number), .push(TakingScreen(kind, begun: begun, in: context)),
    ]
    guard kind == .spoken, begun.whyNotReadBack == nil, begun.text.contains(where: \.isLetter)
    else { return opening }
    return opening + [
      .say("Läs upp texten innan den registreras, även om den redan är uppläst.")
    ]
  }
}

extension ChoiceScreen {
  /// Asks whether to go on with what was begun.
  static func resumption(of kind: TakingKind, _ begun: [DraftShelf.Item]) -> ChoiceScreen {
    let isOne = begun.count == 1
    let owner = begun.contains { DraftWords.beginner(of: $0.draft) != nil } ? "Här finns" : "Du har"
    let items = begun.prefix(8).enumerated().map { index, item in
      let start = item.firstWords(6)
      return Item(
        letter: isOne ? "f" : Character("\(index + 1)"),
        label: "Fortsätt på den"
          + (DraftWords.beginner(of: item.draft).map { " som \($0) började" } ?? "")
          + (start.isEmpty ? "" : ": ”\(start)”"),
        answer: .resume(kind, item.number))
    }
    let title =
      isOne
      ? (kind == .spoken
        ? "\(owner) en påbörjad muntlig synpunkt" : "Du har en påbörjad registrering")
      : (kind == .spoken
        ? "\(owner) flera påbörjade muntliga synpunkter" : "Du har flera påbörjade registreringar")
    let anew = Item(
      letter: "n", label: "Börja på en ny; det påbörjade finns kvar", answer: .resume(kind, nil))
    return ChoiceScreen(title: title, items: items + [anew])
  }
}
