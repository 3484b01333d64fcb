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
    case .setAside(let kind, _): return "\(number) är ej synpunkt: \(kind.words). u ångrar."
    case .answer(let draft): return "Svaret på \(number) är lämnat \(draft.way.phrase)."
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
    case .takeBack: return "\(number) är tillbaka hos dig. u ångrar."
    case .logContact(_, let reached, _):
      return reached ? "Kontakten är noterad." : "Försöket att nå avsändaren är noterat."
    case .correct(let target, _, _): return "\(target.words.capitalisedFirst) är rättad. u ångrar."
    case .add: return "Kompletteringen är sparad i \(number)."
    case .undo: return "Ditt senaste steg i \(number) är ångrat."
    }
  }
}

extension MatterCommand.CorrectionTarget {
  /// The field's name on the screen.
  var words: String {
    switch self {
    case .name: "namn"
    case .email: "e-postadress"
    case .phone: "telefon"
    case .address: "postadress"
    case .title: "rubrik"
    case .channel: "inkom via"
    case .arrivedOn: "ankomstdag"
    }
  }
}

extension String {
  /// The text with its first letter as a capital.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
