import Domain

/// Substitutes in words.
enum SubstituteWords {
  /// Whose work the person does now, after the name: ", vikarie för Åsa Lind"; empty when nobody's.
  static func standing(in context: Context) -> String {
    let names = context.actor.standsInFor.map { context.personName($0) }
    return names.isEmpty ? "" : ", vikarie för \(names.joined(separator: " och "))"
  }

  /// Who does the person's own work now, and the same in fewer words.
  ///
  /// "vikarie: Bo Falk t.o.m. 1 dec"; nothing when nobody else does.
  static func own(in context: Context) -> [String] {
    let organisation = context.rules.organisation
    guard let now = organisation.substitution(for: context.actor.login, on: context.today) else {
      return []
    }
    let words = "vikarie: \(context.personName(now.substitute))"
    return ["\(words) t.o.m. \(now.to.shortSwedish)", words]
  }

  /// What a command did, as the notice line says it.
  static func past(_ command: SubstitutionCommand, in context: Context) -> String {
    let asked = command.substitution
    let (chef, name) = (context.personName(asked.chef), context.personName(asked.substitute))
    switch command {
    case .name:
      let days = span(asked.from, asked.to)
      return "\(name) är vikarie för \(chef) \(days). Båda får veta det."
    case .move(_, let last):
      return "\(name) är vikarie för \(chef) till \(last.weekdaySwedish). Båda får veta det."
    case .end: return "\(name) är inte längre vikarie för \(chef). Båda får veta det."
    }
  }

  /// From one day to another: "tisdag 24 november till fredag 27 november".
  static func span(_ from: CivilDay, _ to: CivilDay) -> String {
    from == to ? from.weekdaySwedish : "\(from.weekdaySwedish) till \(to.weekdaySwedish)"
  }
}
