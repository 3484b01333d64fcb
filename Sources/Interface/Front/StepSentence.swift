import Domain

/// What a step did, as the notice line says it.
enum StepSentence {
  /// The sentence for a command that was carried out.
  static func past(_ command: MatterCommand, _ matter: Matter, _ context: Context) -> String {
    let number = matter.state.reference.short
    let unit = context.unitName(matter.state.unit)
    switch command {
    case .categorise(let category):
      let label = context.label(category, at: matter.state.unit).lowercased()
      return "\(number) är nu \(label). u ångrar."
    case .setSubjectArea(let area):
      return area.map { "\(number) har ämnet \($0). u ångrar." } ?? "\(number) har inget ämne."
    case .setTitle: return "\(number) har fått ny rubrik. u ångrar."
    case .assign: return "\(number) är skickat till \(unit). u ångrar."
    case .triage(let category?, _):
      let label = context.label(category, at: matter.state.unit).lowercased()
      return "\(number) är skickat till \(unit) som \(label). u ångrar."
    case .triage(nil, _): return "\(number) är skickat till \(unit) utan typ. u ångrar."
    case .setAside(let kind, _): return "\(number) är ingen synpunkt: \(kind.words). u ångrar."
    case .answer(let draft):
      return draft.way.isSpoken
        ? "Svaret på \(number) är sparat: lämnat \(draft.way.phrase)."
        : "Svaret på \(number) är sparat som lämnat \(draft.way.phrase). "
          + "Skicka det själv: B i ärendet visar texten."
    case .writeOfficialNote: return "Tjänsteanteckningen är sparad i \(number). u ångrar."
    case .noteAndReturn(_, let reason, _):
      return "Anteckningen är sparad och \(number) är åter till arbetsgruppen: \(reason.words)."
    case .noteAndClose: return "Anteckningen är sparad och \(number) är avslutat. u ångrar."
    case .writeInternalNote: return "Den interna anteckningen är sparad i \(number)."
    case .giveBack(let reason, _):
      return "\(number) är åter till arbetsgruppen: \(reason.words). u ångrar."
    case .close: return "\(number) är avslutat. u ångrar."
    case .reopen: return "\(number) är öppet igen. u ångrar."
    case .handOver(let person): return "\(number) är lämnat till \(context.personName(person))."
    case .takeBack:
      return context.actor.ownUnits.contains(matter.state.unit ?? "")
        ? "\(number) är tillbaka hos dig. u ångrar."
        : "\(number) är lämnat tillbaka till enhetens chef. u ångrar."
    case .logContact(_, let reached, _):
      return reached ? "Kontakten är noterad." : "Försöket att nå avsändaren är noterat."
    case .correct(let target, _, _): return "Rättat: \(target.words). u ångrar."
    case .add: return "Kompletteringen är sparad i \(number)."
    case .hideSender: return "Avsändaren i \(number) är nu anonym. u ångrar."
    case .solveAtOnce: return "\(number) är antecknat som löst direkt. u ångrar."
    case .protect:
      return "\(number) är märkt med skyddad identitet. Namn och kontaktuppgifter är dolda."
    case .unprotect: return "Märkningen skyddad identitet är hävd i \(number). u ångrar."
    case .undo: return "Ångrat i \(number): \(undone(matter, context))."
    }
  }

  /// What the step was that has just been taken back.
  private static func undone(_ matter: Matter, _ context: Context) -> String {
    guard case .undone(let step)? = matter.events.last?.facts else { return "ditt senaste steg" }
    return matter.events.filter { $0.step == step }
      .map { Timeline.words($0.facts, context: context) }.joined(separator: ", ")
  }
}
