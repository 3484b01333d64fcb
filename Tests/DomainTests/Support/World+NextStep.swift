import Domain
import Testing

extension World {
  /// The logins who are told to do something with a matter, with what.
  func turns(on matter: Matter) -> [(login: PersonID, step: NextStep)] {
    logins.compactMap { login in
      let actor = actor(login)
      guard actor.may(.read, matter.state) else { return nil }
      let step = matter.nextStep(for: actor, rules: rules)
      if case .wait = step { return nil }
      return (login, step)
    }
  }

  /// Takes the step that a person is shown, with all that it asks for filled in.
  func follow(
    _ step: NextStep, as login: PersonID, on matter: inout Matter, sendingTo unit: UnitID = "oster"
  ) throws(Refusal) {
    let category = matter.state.category == nil ? Category.complaint : nil
    switch step {
    case .triage, .fetchDetails:
      try take(.triage(category, unit: unit), as: login, on: &matter)
    case .categorise: try take(.categorise(.suggestion), as: login, on: &matter)
    case .answer:
      let way = matter.state.possibleWays.first ?? .phone
      let known = matter.state.recipient(for: way)
      let letter = Self.letter(way, to: known.isEmpty ? "x@exempel.se" : known)
      try take(.answer(letter), as: login, on: &matter)
    case .writeOfficialNote: try take(.writeOfficialNote("Nytt schema."), as: login, on: &matter)
    case .giveBack: try take(.giveBack(.done, words: nil), as: login, on: &matter)
    case .close, .readAddition: try close(matter: &matter, as: login)
    case .wait: break
    }
  }

  /// Closes, choosing a subject area when that is what is asked for.
  private func close(matter: inout Matter, as login: PersonID) throws(Refusal) {
    if refusal(of: .close, as: login, on: matter)?.remedy == .chooseSubjectArea {
      let area = rules.routine(at: matter.state.unit).subjectAreas.first
      try take(.setSubjectArea(area), as: login, on: &matter)
    }
    try take(.close, as: login, on: &matter)
  }

  /// Follows the next steps until nobody has a turn; everybody's every step must succeed.
  ///
  /// - Returns: The steps that were taken, and the matter as it is then.
  func followToTheEnd(
    _ matter: Matter, sendingTo unit: UnitID = "oster", location: SourceLocation = #_sourceLocation
  ) -> (steps: [NextStep], matter: Matter) {
    var matter = matter
    var taken: [NextStep] = []
    while taken.count < 20 {
      let turns = turns(on: matter)
      guard let first = turns.first else {
        let isOver = matter.state.desk == .none
        #expect(isOver, "Nobody has the turn: \(matter.state.status)", sourceLocation: location)
        return (taken, matter)
      }
      var next: Matter?
      for (login, step) in turns {
        var copy = matter
        do {
          try follow(step, as: login, on: &copy, sendingTo: unit)
          if copy == matter { Issue.record("\(step) did nothing", sourceLocation: location) }
          next = next ?? copy
        } catch {
          Issue.record("\(login) \(step): \(error.sentence)", sourceLocation: location)
          return (taken, matter)
        }
      }
      taken.append(first.step)
      if let next { matter = next }
    }
    Issue.record("No end: \(taken)", sourceLocation: location)
    return (taken, matter)
  }
}
