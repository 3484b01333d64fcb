import Domain
import Terminal

/// Drafts in words.
enum DraftWords {
  /// What a draft is to become.
  static func kind(of draft: Draft) -> String {
    switch draft {
    case .text(_, let kind, _): words(kind)
    case .line: "rad i en fråga"
    case .taking(.spoken, _): "muntlig synpunkt"
    case .taking(.paper, _): "registrering"
    }
  }

  /// A kind of text.
  static func words(_ kind: TextKind) -> String {
    switch kind {
    case .answer: "svar"
    case .officialNote: "tjänsteanteckning"
    case .internalNote: "intern anteckning"
    case .addition: "komplettering"
    }
  }

  /// When it was saved: "i dag 14.05".
  static func time(of item: DraftShelf.Item, in context: Context) -> String {
    let time = SwedishTime(item.stored?.savedAt ?? context.now)
    let day = time.day == context.today ? "i dag" : time.day.shortSwedish
    return "\(day) \(time.clock)"
  }

  /// Whether a draft was saved within two minutes: it may be written still, in another session.
  private static func isFresh(_ item: DraftShelf.Item, in context: Context) -> Bool {
    guard let saved = item.stored?.savedAt else { return false }
    return abs(context.now.milliseconds - saved.milliseconds) < 120_000
  }

  /// What has happened since, and the text.
  static func lines(of item: DraftShelf.Item, in context: Context) -> [StyledLine] {
    var lines: [StyledLine] = []
    if let news = news(of: item.stored?.standing, in: context) {
      lines += [StyledLine(news, role: .notice), StyledLine("")]
    }
    if let beginner = beginner(of: item.draft) {
      lines.append(StyledLine("Påbörjad av \(beginner)", role: .notice))
      if isFresh(item, in: context) {
        lines.append(
          StyledLine("Sparad nyss: fråga om någon ännu skriver på den.", role: .notice))
      }
      lines.append(StyledLine(""))
    }
    if case .line(_, _, let question, _) = item.draft {
      lines.append(StyledLine(question, role: .faint))
    }
    return lines + MatterLines.paragraphs(item.draft.text)
  }

  /// That a matter has gone out of reach.
  static func gone(_ matter: Matter? = nil) -> String {
    "Du kan inte läsa \(matter?.state.reference.short ?? "ärendet") längre."
  }

  /// That a matter has gone out of reach, and where what was written in it is.
  static func gone(_ matter: Matter, isKept: Bool) -> String {
    gone(matter)
      + (isKept ? " Det du har skrivit finns kvar: P i listan, och där visar B texten." : "")
  }

  /// Who began it at a login that several have in common; nil for what is one person's.
  static func beginner(of draft: Draft) -> String? {
    guard case .taking(_, var begun) = draft else { return nil }
    begun.details.pass()
    return begun.details.begunBy
  }

  /// What has happened since it was written; nil when that is nothing.
  static func news(of standing: DraftStanding?, in context: Context) -> String? {
    switch standing {
    case .changed(let event)?:
      let what = Timeline.words(event.facts, context: context)
      return "Sedan dess: \(what) (\(context.personName(event.by)))."
    case .unreachable?:
      return "\(gone()) B visar texten, för att läsa och kopiera."
    case .lost?:
      return "Ärendet finns inte kvar: en säkerhetskopia har lästs in, och numret kan vara ett "
        + "annat ärendes nu. B visar texten, för att läsa och kopiera."
    case .unchanged?, nil: return nil
    }
  }
}
