import Domain

extension ListScreen {
  static let accessLogBinding = Binding(
    .accessLog, [.letter("Ö")], "logg", "Visa loggen: vem som har läst vad.")

  /// Why a person cannot read the log; nil when that is possible.
  func obstacleToAccessLog(in context: Context) -> String? {
    if fixedTitle != nil { return "Gå tillbaka till köerna först." }
    return context.actor.mayAnywhere(.readLog) ? nil : Refusal.notAllowed(.readLog).sentence
  }
}

extension MatterScreen {
  static let readersBinding = Binding(
    .readers, [.letter("Ö")], "vem har läst", "Visa vem som har läst ärendet.")

  /// Why a person cannot see who has read the matter; nil when that is possible.
  func obstacleToReaders(in context: Context) -> String? {
    context.actor.may(.readLog, matter.state) ? nil : Refusal.notAllowed(.readLog).sentence
  }
}
