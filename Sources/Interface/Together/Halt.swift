import Domain

/// Why nothing can be written in a session, though it can still be read in.
enum Halt: Hashable, Sendable {
  /// The same person works in a newer session, since then.
  case replaced(since: Instant)
  /// A newer program has changed the database.
  case updated

  /// What stands on the screen as long as it is so.
  func line(in context: Context) -> String {
    switch self {
    case .replaced(let since):
      "Läsläge: du arbetar i ett annat fönster sedan \(Self.time(since, context)). "
        + "F4 skriver här."
    case .updated: "Synpunkt har uppdaterats. F4 avslutar, starta sedan igen."
    }
  }

  /// What is said when it begins, and when something is refused because of it.
  var sentence: String {
    switch self {
    case .replaced:
      "Du arbetar nu i ett annat fönster. Det du skrev är sparat och finns där; här går det "
        + "bara att läsa. F4 skriver här igen."
    case .updated:
      "Synpunkt har uppdaterats medan du var inne. Här går det inte att arbeta vidare, men det du "
        + "skrev är sparat. F4 avslutar, starta sedan igen."
    }
  }

  /// What ends it.
  var command: Command {
    switch self {
    case .replaced: .workHere
    case .updated: .quit
    }
  }

  private static func time(_ instant: Instant, _ context: Context) -> String {
    let time = SwedishTime(instant)
    return time.day == context.today ? time.clock : "\(time.day.shortSwedish) \(time.clock)"
  }
}
