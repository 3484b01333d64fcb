extension Decision {
  /// Takes back one's own last step.
  func undo() throws(Refusal) -> Matter.Outcome.Element {
    guard let last = matter.standing.last else { throw .nothingToUndo }
    guard last.by == asking.actor.login else {
      let mine = matter.standing.contains { $0.by == asking.actor.login }
      throw mine ? .builtUpon : .nothingToUndo
    }
    for event in matter.standing where event.step == last.step {
      switch event.facts {
      case .registered: throw .nothingToUndo
      case .textArrived: throw .cannotUndo("Text som har kommit in")
      case .added(_, _, .some, _): throw .cannotUndo("En komplettering som har kommit in")
      case .answered: throw .cannotUndo("Ett svar som har lämnats")
      case .identityProtected: throw .cannotUndo("Märkningen skyddad identitet")
      case .moved: throw .cannotUndo("En flytt när organisationen har ändrats")
      default: break
      }
    }
    try requireOpenUnit(without: last.step)
    return (.undone(step: last.step), nil)
  }

  /// Refuses to take back a step that took the matter from a unit which has been closed since, or
  /// from somebody who has left it.
  private func requireOpenUnit(without step: Int) throws(Refusal) {
    let before = matter.without(step: step, asking).state
    guard before.desk == .manager else { return }
    if rules.organisation.isClosed(before.unit) { throw .unitClosed(unitName(before.unit)) }
    guard let handler = before.handler, handler != state.handler else { return }
    guard rules.organisation.works(handler, at: before.unit) else {
      throw .notAtUnit(person: rules.organisation.person(handler)?.name ?? handler)
    }
  }
}

extension Matter {
  /// The matter as it would be with a step taken back.
  func without(step: Int, _ asking: Asking) -> Matter {
    var before = self
    before.apply(
      MatterEvent(
        sequence: version + 1, step: version + 1, at: asking.now, by: asking.actor.login,
        facts: .undone(step: step)))
    return before
  }
}
