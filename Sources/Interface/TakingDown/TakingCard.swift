import Domain
import Terminal

/// What to say to somebody who wants to leave a synpunkt by word of mouth.
enum TakingCard {
  /// The card, with what the routine at the person's workplace promises.
  static func lines(in context: Context) -> [StyledLine] {
    let places = context.rules.organisation.workplaces(of: context.actor.login)
    let routine = context.rules.routine(at: places.first)
    let term = routine.answerTerm(for: nil).map { " inom \($0.words)" } ?? ""
    let steps = [
      "Tacka för att personen hör av sig. Vi vill lära oss av det som sägs.",
      "Berätta vad som händer: synpunkten registreras och får ett nummer, en chef tar hand om "
        + "den, och den som vill ha svar får det\(term).",
      "Erbjud först att personen skickar den själv: med e-tjänsten på kommunens webbplats, i "
        + "ett brev eller med e-post.",
      "Vill personen hellre berätta, så skriver du ned det medan ni talar. Du läser sedan upp "
        + "texten, och den registreras när personen har godkänt den.",
      "Det går bra att vara anonym, men då kan vi inte höra av oss med ett svar.",
    ]
    let points = steps.enumerated().map { index, words in
      StyledLine(words, indent: 3, lead: "\(index + 1).", leadRole: .strong)
    }
    return points + [
      StyledLine(""), StyledLine("Fråga aldrig efter personnummer."), StyledLine(""),
      StyledLine("Enter: börja skriva", role: .notice),
    ]
  }
}
