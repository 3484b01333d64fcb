public import Domain

/// A routine file: one förvaltning's own rules.
public enum RoutineFile {
  private enum Demand: String, CaseIterable {
    case required
    case optional
  }

  /// Reads a routine.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - name: Its name for errors.
  /// - Returns: The routine.
  /// - Throws: `ConfigurationError` with the line of the first thing that is wrong.
  public static func read(
    _ bytes: [UInt8], name: String
  ) throws(ConfigurationError) -> Routine {
    let keys = try YAMLFields(
      try YAMLValue.read(bytes, file: name), kind: "the routine", naming: "id",
      keys: [
        "id", "name", "labels", "triage-group", "answer", "official-note", "closes",
        "subject-areas", "sources", "taken-in-at-unit",
      ])
    let id = try keys.requiredText("id", .code)
    let areas = try keys.texts("subject-areas")
    guard !areas.isEmpty else {
      throw keys.refused("subject-areas", "\(keys.subject) has no ‘subject-areas’")
    }
    let answer = try YAMLFields(
      try keys.required("answer"), kind: "‘answer’ of \(keys.subject)",
      keys: Category.allCases.map(\.rawValue) + ["uncategorised", "moves-to-working-day"])
    var terms: [Category: DeadlineTerm] = [:]
    for category in Category.allCases {
      terms[category] = try term(category.rawValue, of: answer)
    }
    return Routine(
      id: id, name: try keys.requiredText("name"), labels: try labels(of: keys),
      triageGroup: try keys.requiredText("triage-group"), answerTerms: terms,
      uncategorisedTerm: try term("uncategorised", of: answer),
      requiresOfficialNote: try keys.requiredChoice("official-note", of: Demand.allCases)
        == .required,
      closedBy: try keys.requiredChoice("closes", of: [Role.triage, .manager]),
      subjectAreas: areas, sources: try sources(of: keys),
      takenInAtUnit: try keys.choice(
        "taken-in-at-unit", of: Routine.TakenInAtUnit.allCases) ?? .triage)
  }

  private static func labels(
    of keys: YAMLFields
  ) throws(ConfigurationError) -> [Category: String] {
    let words = try YAMLFields(
      try keys.required("labels"), kind: "‘labels’ of \(keys.subject)",
      keys: Category.allCases.map(\.rawValue))
    var labels: [Category: String] = [:]
    for category in Category.allCases {
      labels[category] = try words.requiredText(category.rawValue)
    }
    return labels
  }

  private static func term(
    _ key: String, of answer: YAMLFields
  ) throws(ConfigurationError) -> DeadlineTerm? {
    let value = try answer.required(key)
    if case .text("none", _) = value.content { return nil }
    let moves = try answer.flag("moves-to-working-day") ?? true
    let kind = "‘\(key)’ of \(answer.subject)"
    guard case .mapping = value.content else {
      throw value.refused("\(kind) must be none, {working-days: 10} or {calendar-days: 14}")
    }
    let days = try YAMLFields(value, kind: kind, keys: ["working-days", "calendar-days"])
    let working = try days.number("working-days", in: 0...3_650)
    let calendar = try days.number("calendar-days", in: 0...3_650)
    switch (working, calendar) {
    case (let count?, nil):
      return DeadlineTerm(count: count, unit: .workingDays, movesToWorkingDay: moves)
    case (nil, let count?):
      return DeadlineTerm(count: count, unit: .calendarDays, movesToWorkingDay: moves)
    default:
      throw value.refused("\(kind) must have either ‘working-days’ or ‘calendar-days’")
    }
  }

  private static func sources(
    of keys: YAMLFields
  ) throws(ConfigurationError) -> [Routine.Source: String] {
    guard let value = try keys.value("sources") else { return [:] }
    let words = try YAMLFields(
      value, kind: "‘sources’ of \(keys.subject)", keys: Routine.Source.allCases.map(\.rawValue))
    var sources: [Routine.Source: String] = [:]
    for source in Routine.Source.allCases {
      sources[source] = try words.text(source.rawValue, .passage)
    }
    return sources
  }
}
