import Domain
import Terminal

/// The words of a receipt.
enum Receipt {
  /// What the screen says: to read aloud for what was told, to note on what came on paper.
  static func lines(
    _ matter: Matter, code: ReceiptCode?, in context: Context
  ) -> [StyledLine] {
    let state = matter.state
    guard state.channel.isSpoken else { return paper(state, in: context) }
    let whom = state.channel == .phone ? "den som ringer" : "den som är här"
    let opening = StyledLine("Säg till \(whom):", role: .faint)
    let way = [
      StyledLine(path(state, in: context)), StyledLine(answer(state), role: .strong),
    ]
    guard let code else {
      return [
        opening, StyledLine(""),
        StyledLine("Tack för att du hör av dig. Synpunkten är registrerad."),
        StyledLine("Den har nummer \(state.reference.full).", role: .strong), StyledLine(""),
      ] + way
    }
    // The code is shown once: it is on the screen at once, however low that is.
    return [
      opening, StyledLine("Synpunkten har nummer \(state.reference.full).", role: .strong),
      StyledLine("Din kod är \(code.grouped).", role: .strong), StyledLine("\(code.spelled)."),
      StyledLine(""),
      StyledLine(
        "Vill du veta vad den ledde till, så ring och säg numret och koden. Utan koden "
          + "berättar vi inget om ärendet."), StyledLine(""),
    ] + way + [StyledLine(""), StyledLine("Tack för att du hör av dig.")]
  }

  /// The receipt on a paper of its own.
  static func printed(_ matter: Matter, code: ReceiptCode?, in context: Context) -> [String] {
    let state = matter.state
    var lines = [
      context.rules.organisation.municipality, "", "Kvitto på en synpunkt", "",
      "Nummer:       \(state.reference.full)", "Kom in:       \(state.arrivedOn.longSwedish)",
    ]
    if let last = state.answerBy, state.sender.isAnswerable {
      lines.append("Svar senast:  \(last.longSwedish)")
    }
    if let code { lines.append("Kod:          \(code.grouped)") }
    lines += ["", path(state, in: context), answer(state)]
    if code != nil {
      lines += [
        "Vill du veta vad den ledde till, så ring och säg numret och koden.",
        "Utan koden berättar vi inget om ärendet.",
      ]
    }
    return lines
  }

  private static func paper(_ state: Matter.State, in context: Context) -> [StyledLine] {
    [
      StyledLine("Skriv numret på pappret: \(state.reference.full)", role: .strong),
      StyledLine(""), StyledLine(path(state, in: context)),
      StyledLine(
        state.answerBy.map { "Svar senast \($0.weekdaySwedish)." }
          ?? "Rutinen har ingen tidsgräns för svaret."),
      StyledLine(""),
    ] + FileCommands.adding(to: state.reference, in: context)
  }

  /// Where it goes now.
  private static func path(_ state: Matter.State, in context: Context) -> String {
    if state.status == .withManager {
      return "Den går direkt till chefen för \(context.unitName(state.unit))."
    }
    let group = context.rules.routine(at: state.suggestedUnit).triageGroup
    return "\(group.capitalisedFirst) skickar den till den chef som ska ta hand om den."
  }

  /// What becomes of the answer, to the sender.
  private static func answer(_ state: Matter.State) -> String {
    let last = state.answerBy.map { " senast \($0.weekdaySwedish)" } ?? ""
    let sender = state.sender
    if sender.isAnonymous {
      return "Du är anonym, så vi kan inte höra av oss. Vi tar hand om synpunkten\(last)."
    }
    guard sender.wantsAnswer else {
      return "Du har sagt att du inte vill ha svar. Vi tar hand om synpunkten\(last)."
    }
    guard let way = sender.replyVia else {
      return "Du har inte lämnat någon väg tillbaka, så vi kan inte svara dig. "
        + "Vi tar hand om synpunkten\(last)."
    }
    return "Du får svar \(way.phrase)\(last)."
  }
}
