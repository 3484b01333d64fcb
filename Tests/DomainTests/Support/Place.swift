import Domain

/// A matter brought to a place in its life in the usual way.
enum Place: CaseIterable {
  case received
  case withManager
  case answered
  case returned
  case closed
  case notMatter

  /// What was done, and by whom, since the registration by maja.
  var steps: [(PersonID, MatterCommand)] {
    let sent: [(PersonID, MatterCommand)] = [("maja", .triage(.complaint, unit: "oster"))]
    let answered = sent + [("asa", .answer(World.letter()))]
    let returned = answered + [("asa", .noteAndReturn("Nya tider.", .done, words: nil))]
    switch self {
    case .received: return []
    case .withManager: return sent
    case .answered: return answered
    case .returned: return returned
    case .closed:
      return returned + [("maja", .setSubjectArea("information")), ("maja", .close)]
    case .notMatter: return [("maja", .setAside(.question, wentTo: "Kundtjänst"))]
    }
  }
}
