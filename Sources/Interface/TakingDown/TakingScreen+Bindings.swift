import Domain
import Terminal

extension TakingScreen {
  var bindings: [Binding] { Self.bindings(of: kind, phase) }

  /// What can be done on the way, step by step.
  static func bindings(of kind: TakingKind, _ phase: Phase) -> [Binding] {
    switch phase {
    case .taker: taker
    case .card:
      [
        Binding(.accept, [.enter], "börja skriva", "Börja skriva det som berättas."),
        Binding(.back, [.escape, .letter("q"), .left], "tillbaka", "Gå tillbaka till listan."),
      ]
    case .writing: writing(kind)
    case .readBack: reading
    case .details: details
    }
  }

  private static let taker = [
    Binding(.accept, [.enter], "vidare", "Gå till nästa fält, och sedan vidare."),
    Binding(.onward, [.control("s")], "", "Gå vidare från vem du är."),
    Binding(.nextField, [.tab, .down], "nästa fält", "Gå till nästa fält."),
    Binding(.previousField, [.backTab, .up], "", "Gå till förra fältet."),
    Binding(.back, [.escape], "tillbaka", "Gå tillbaka."),
  ]

  private static func writing(_ kind: TakingKind) -> [Binding] {
    let forward =
      kind == .spoken
      ? Binding(
        .readBack, [.control("s")], "läs upp", "Lås texten och läs upp den för den som berättar.")
      : Binding(
        .senderDetails, [.control("s")], "avsändaren", "Fyll i ankomstdag, rubrik och avsändare.")
    return [
      forward,
      Binding(.undoTyping, [.control("z")], "", "Ångra det du skrev eller tog bort sist."),
      Binding(.redoTyping, [.control("y"), .control("r")], "", "Gör om det du ångrade."),
      Binding(.back, [.escape], "tillbaka", "Gå tillbaka; texten finns kvar."),
    ]
  }

  private static let reading = [
    Binding(.approve, [.letter("g")], "godkänner", "Den som berättar godkänner texten."),
    Binding(
      .mend, [.letter("r")], "rätta", "Gå tillbaka och rätta texten; den läses upp igen sedan."),
    Binding(.nextPart, [.enter, .pageDown, .down], "mer text", "Visa nästa del av texten."),
    Binding(
      .whyNotReadBack, [.letter("k")], "kunde inte läsas upp",
      "Skriv varför texten inte kunde läsas upp."),
    Binding(.previousPart, [.pageUp, .up], "", "Visa den förra delen av texten."),
    Binding(.back, [.escape, .letter("q"), .left], "tillbaka", "Gå tillbaka till texten."),
  ]

  private static let details = [
    Binding(.register, [.control("s")], "registrera", "Registrera synpunkten så som den är."),
    Binding(.nextField, [.tab, .down], "nästa fält", "Gå till nästa fält."),
    Binding(.previousField, [.backTab, .up], "", "Gå till förra fältet."),
    Binding(.accept, [.enter], "", "Gå till nästa fält; på sista raden registreras den."),
    Binding(.back, [.escape], "tillbaka", "Gå tillbaka till texten; det du fyllt i finns kvar."),
  ]
}
