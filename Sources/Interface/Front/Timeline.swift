public import Domain

/// The events of a matter in words.
public enum Timeline {
  /// What happened, in a few words: "skickat till Hemtjänst Öster".
  static func words(_ facts: MatterFacts, context: Context) -> String {
    switch facts {
    case .registered(let facts): return "registrerat, kom in via \(facts.channel.rawValue)"
    case .textArrived: return "texten kom från e-tjänsten"
    case .added(let channel, _, _, _): return "komplettering via \(channel.rawValue)"
    case .categorised(let category, _): return "typ \(category.word)"
    case .subjectAreaSet(let area): return area.map { "ämne \($0)" } ?? "ämnet borttaget"
    case .titled: return "ny rubrik"
    case .assigned(let unit, let untyped, _):
      return "skickat till \(context.unitName(unit))" + (untyped ? " utan typ" : "")
    case .setAside(let kind): return "ej synpunkt: \(kind.words)"
    case .answered(let answer): return "besvarat \(answer.way.phrase)"
    case .officiallyNoted: return "tjänsteanteckning"
    case .internallyNoted: return "intern anteckning"
    case .returned(let reason): return "åter till arbetsgrupp: \(reason.words)"
    case .closed: return "avslutat"
    case .reopened: return "öppnat igen"
    case .handedOver(let person): return "lämnat till \(context.personName(person))"
    case .takenBack: return "återtaget"
    case .moved(let move): return words(move, context)
    case .contacted(let means, let reached):
      return "kontakt via \(means.rawValue), " + (reached ? "nådd" : "inte nådd")
    case .corrected(let correction): return "rättat: \(correction.target.words)"
    case .attached(let files): return files == 1 ? "bilaga" : "\(files) bilagor"
    case .senderHidden: return "avsändaren gjord anonym"
    case .solvedAtOnce: return "löst direkt"
    case .identityProtected: return "märkt med skyddad identitet"
    case .protectionLifted: return "märkningen skyddad identitet hävd"
    case .undone: return "ångrat ett steg"
    }
  }

  private static func words(_ move: MatterFacts.Move, _ context: Context) -> String {
    if let closed = move.closed {
      let handler = move.leaver == nil ? nil : move.handler
      return "enheten \(context.unitName(closed)) lades ned; ärendet flyttades till "
        + context.unitName(move.unit)
        + (handler.map { " och lämnades till \(context.personName($0))" } ?? "")
    }
    let place = move.handler.map { "lämnades till \(context.personName($0))" }
    return "\(context.personName(move.leaver)) handlägger inte ärendet längre; det "
      + (place ?? "gick tillbaka till enhetens chef")
  }

  /// What has happened to a matter, as far as it is shown: when, and in words by whom and what.
  public static func entries(
    of matter: Matter, context: Context
  ) -> [(at: Instant, words: String)] {
    let standing = Set(matter.standing.map(\.sequence))
    return matter.shownEvents.map { event in
      (event.at, line(event, isStanding: standing.contains(event.sequence), context: context))
    }
  }

  /// One event: who, what, and the words that belong to it.
  private static func line(_ event: MatterEvent, isStanding: Bool, context: Context) -> String {
    var line = "\(context.personName(event.by)): " + words(event.facts, context: context)
    switch event.facts {
    case .registered:
      if let taker = event.content?.taker { line += ", mottaget av \(taker.words)" }
    case .corrected:
      let old = event.content?.old ?? "tomt"
      let new = event.content?.new ?? "tomt"
      line += " från ”\(old)” till ”\(new)” (\(event.content?.text ?? ""))"
    case .setAside, .returned, .reopened, .contacted, .senderHidden, .solvedAtOnce,
      .protectionLifted:
      if let text = event.content?.text, !text.isEmpty { line += " – \(text)" }
    case .titled:
      if let title = event.content?.title { line += " ”\(title)”" }
    default: break
    }
    if case .undone = event.facts { return line }
    return isStanding ? line : line + " (ångrat)"
  }
}
