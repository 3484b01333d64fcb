/// The one step that a matter waits for, as shown to the person who looks.
public enum NextStep: Hashable, Sendable {
  /// Choose category and unit, and send.
  case triage
  /// Choose the category.
  case categorise
  /// Answer the sender.
  case answer
  /// Write the official note.
  case writeOfficialNote
  /// Give it back to the triage group.
  case giveBack
  /// Close it.
  case close
  /// Read what the sender added to a closed matter: open it again, or close it again.
  case readAddition
  /// Ask the sender for details, then send it on.
  case fetchDetails
  /// Nothing for this person: somebody else's turn, or done.
  case wait(String)

  /// The step as one line: what Enter does, or whom the matter waits for.
  public var words: String {
    switch self {
    case .triage: "Välj typ och enhet"
    case .categorise: "Välj typ: beröm, förslag eller klagomål"
    case .answer: "Svara avsändaren"
    case .writeOfficialNote: "Skriv tjänsteanteckningen"
    case .giveBack: "Ge åter till arbetsgruppen"
    case .close: "Avsluta ärendet"
    case .readAddition: "Läs vad avsändaren har lagt till, och avsluta igen"
    case .fetchDetails: "Fråga avsändaren, och skicka sedan vidare"
    case .wait(let why): why
    }
  }
}

extension Matter {
  /// The step that this matter waits for, as seen by a person.
  public func nextStep(for actor: Actor, rules: Rulebook) -> NextStep {
    let routine = rules.routine(at: state.unit)
    switch state.desk {
    case .triage:
      guard actor.may(.route, state) else { return .wait("Väntar på \(routine.triageGroup).") }
      return .triage
    case .details:
      guard actor.may(.route, state) else {
        return .wait("Väntar på uppgifter från avsändaren.")
      }
      return .fetchDetails
    case .manager:
      // Who stands above the chef may act, but it is not his or her turn.
      guard actor.owns(unit: state.unit, handler: state.handler) else {
        let unit = rules.organisation.unit(state.unit)?.name ?? "enheten"
        return .wait("Väntar på \(unit).")
      }
      return handlingStep(routine)
    case .closing where state.status != .returned:
      let permission: Permission = state.status == .closed ? .close : .route
      let isTheirs =
        actor.owns(unit: state.unit, handler: state.handler) || actor.may(.route, state)
      guard isTheirs, actor.may(permission, state) else { return .wait(Self.over(state)) }
      return .readAddition
    case .closing:
      guard actor.may(.close, state), actor.has(.triage, at: state.unit) else {
        return .wait("Väntar på att \(routine.triageGroup) avslutar.")
      }
      return state.hasNewAddition ? .readAddition : .close
    case .none: return .wait(Self.over(state))
    }
  }

  private static func over(_ state: State) -> String {
    state.status == .closed ? "Ärendet är avslutat." : "Ärendet är ingen synpunkt."
  }

  private func handlingStep(_ routine: Routine) -> NextStep {
    if state.category == nil { return .categorise }
    if state.lacksAnswer { return .answer }
    // An answer that no term demands, such as thanks for praise, is offered until the note.
    if state.status == .withManager, state.sender.isAnswerable, state.officialNotes.isEmpty {
      return .answer
    }
    if state.lacksOfficialNote(routine) { return .writeOfficialNote }
    let unitCloses = routine.closedBy == .manager || !state.sender.isAnswerable
    return unitCloses ? .close : .giveBack
  }
}
