import Domain

extension GuideForm {
  /// What choosing an option sets.
  enum Choice: Hashable, Sendable {
    case routine(String)
    case regulation(Unit.Regulation?)
    case roles(Int, [Role])
  }

  /// What a field can be; nothing for one that is written in.
  func options(of field: GuideField) -> OptionField<Choice> {
    OptionField(options: listed(field))
  }

  private func listed(_ field: GuideField) -> [Option<Choice>] {
    switch field {
    case .answer(.routine):
      return routines.map {
        Option(words: $0.name, value: .routine($0.id), isChosen: answers.routine == $0.id)
      }
    case .answer(.regulation):
      return ([nil] + Unit.Regulation.allCases.map { $0 }).map {
        Option(
          words: Self.words(for: $0), value: .regulation($0), isChosen: answers.regulation == $0)
      }
    case .answer(.roles(let index)):
      let groups: [[Role]] = [[.triage, .registrar], [.triage], [.registrar], [.administrator]]
      // Who answers may be a chef, and nothing beside.
      return (groups + (index == 0 ? [[]] : [])).map {
        Option(
          words: words(for: $0), value: .roles(index, $0),
          isChosen: answers.colleagues[index].roles == $0)
      }
    default: return []
    }
  }

  static func words(for regulation: Unit.Regulation?) -> String {
    switch regulation {
    case nil: "annat"
    case .socialServices: "socialtjänst"
    case .healthCare: "hälso- och sjukvård"
    case .school: "skola"
    }
  }

  /// What somebody does, in words.
  func words(for roles: [Role]) -> String {
    switch roles {
    case [.triage, .registrar]: "båda"
    case [.triage]: triageGroup
    case [.registrar]: "registrator"
    case [.administrator]: "systemförvaltare"
    default: "inget"
    }
  }

  /// What those who sort are called.
  private var triageGroup: String { routine?.triageGroup ?? "medborgarcenter" }

  /// The routine that is chosen.
  var routine: Routine? { routines.first { $0.id == answers.routine } }

  /// What the field with the focus means.
  var note: String {
    switch focus {
    case .answer(.routine): routine.map(\.inShort) ?? ""
    case .answer(.roles): "Båda betyder \(triageGroup) och registrator."
    default: ""
    }
  }
}

extension Routine {
  /// What it means, on a line.
  var inShort: String {
    let term = answerTerm(for: .complaint).map { "Svar inom \($0.words)." } ?? "Ingen svarstid."
    let note = requiresOfficialNote ? " Tjänsteanteckning krävs." : ""
    let closer = closedBy == .triage ? triageGroup.capitalisedFirst : "Chefen"
    return "\(term)\(note) \(closer) avslutar."
  }
}
