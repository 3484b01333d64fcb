/// Why a step cannot be taken now.
public enum Refusal: Error, Hashable, Sendable {
  /// The person has no right to do it.
  case notAllowed(Permission)
  /// The person has no right to take in what comes from outside.
  case mayNotTakeIn
  /// The message that was set aside has been registered.
  case alreadyRegistered
  /// The person would change their own keys, roles or units.
  case ownAccess
  /// A substitute cannot be named or changed so.
  case substitution(SubstitutionProblem)
  /// The matter has been sent to a unit already.
  case alreadyAtUnit(String)
  /// The matter is closed.
  case isClosed
  /// The matter is marked as no synpunkt.
  case isNotMatter
  /// The matter is still in triage.
  case inTriage
  /// The matter has gone back to the triage group.
  case isReturned
  /// The matter is open, so it cannot be opened again.
  case isOpen
  /// The matter is still at its unit.
  case atUnit(String)
  /// There is no such unit.
  case unknownUnit(String)
  /// The unit is closed.
  case unitClosed(String)
  /// The unit has no chef to send it to.
  case unitWithoutManager(String)
  /// There is no such subject area in the routine.
  case unknownSubjectArea(String)
  /// The person does not work at the unit.
  case notAtUnit(person: String)
  /// The matter has been handed to that person already.
  case alreadyHandedTo(String)
  /// The matter has not been handed to anybody.
  case notHandedOver
  /// A category is missing.
  case needsCategory
  /// A subject area is missing.
  case needsSubjectArea
  /// An answer is missing.
  case needsAnswer
  /// The official note is missing.
  case needsOfficialNote
  /// The text is empty.
  case emptyText(String)
  /// The text is longer than the limit, in signs.
  case tooLong(limit: Int)
  /// The sender has left no way back.
  case noWayBack
  /// The sender cannot be answered in this way.
  case wayNotPossible(AnswerWay)
  /// The recipient is missing.
  case needsRecipient
  /// The letter must be mended first.
  case letter(LetterFinding)
  /// The value is not one that the field can have.
  case invalid(field: Field, hint: String)
  /// The value is what it was.
  case unchanged(field: Field)
  /// An anonymous sender has no such thing.
  case senderIsAnonymous
  /// The sender is anonymous already.
  case alreadyAnonymous
  /// Somebody in the matter is marked as having protected identity already.
  case alreadyProtected
  /// Nobody in the matter is marked as having protected identity.
  case notProtected
  /// Somebody in the matter has protected identity, so no e-mail is sent.
  case emailToProtected
  /// What was told has neither been approved nor has a reason why it could not be read back.
  case needsReadBack
  /// Who takes it down at a login that several have in common has not said who they are.
  case needsTaker
  /// The text is not the one that was approved.
  case approvalVoid
  /// There is nothing of one's own to take back.
  case nothingToUndo
  /// Somebody has built on the step.
  case builtUpon
  /// The step cannot be taken back.
  case cannotUndo(String)

  /// What would remove the obstacle.
  public enum Remedy: Hashable, Sendable {
    case chooseCategory
    case chooseSubjectArea
    case answer
    case writeOfficialNote
  }

  /// What would remove the obstacle, where one step does.
  public var remedy: Remedy? {
    switch self {
    case .needsCategory: .chooseCategory
    case .needsSubjectArea: .chooseSubjectArea
    case .needsAnswer: .answer
    case .needsOfficialNote, .noWayBack: .writeOfficialNote
    default: nil
    }
  }
}

extension Refusal {
  /// One Swedish sentence: what is missing and what to do.
  public var sentence: String {
    switch self {
    case .notAllowed(let permission): Self.notAllowed(permission)
    case .mayNotTakeIn: "Du kan inte ta in synpunkter som kommer utifrån: be en registrator."
    case .alreadyRegistered:
      "Meddelandet är redan registrerat eller finns inte längre, så ta nästa."
    case .ownAccess:
      "Ingen ändrar sina egna nycklar, roller eller enheter, så låt någon annan läsa in filen."
    case .substitution(let problem): problem.sentence
    case .alreadyAtUnit(let unit): "Ärendet är redan skickat till \(unit)."
    case .isClosed: "Ärendet är avslutat, så öppna det igen först."
    case .isNotMatter: "Ärendet är ingen synpunkt, så öppna det igen först."
    case .inTriage: "Ärendet är inte skickat till någon enhet än, så skicka det dit först."
    case .isReturned: "Ärendet är redan åter till arbetsgruppen."
    case .isOpen: "Ärendet är inte avslutat, så det behöver inte öppnas igen."
    case .atUnit(let unit): "Ärendet är hos \(unit) och kan avslutas när det har kommit åter."
    case .unknownUnit(let unit): "Det finns ingen enhet som heter ”\(unit)”, så välj en annan."
    case .unitClosed(let unit): "\(unit) är nedlagd, så välj en annan enhet."
    case .unitWithoutManager(let unit):
      "\(unit) har ingen chef att skicka till, så välj en annan enhet."
    case .unknownSubjectArea(let area):
      "Rutinen har inget ämne som heter ”\(area)”, så välj ett annat."
    case .notAtUnit(let person): "\(person) arbetar inte på enheten, så välj någon annan."
    case .alreadyHandedTo(let person): "\(person) har redan ärendet."
    case .notHandedOver: "Ärendet är inte lämnat till någon, så det finns inget att ta tillbaka."
    case .needsCategory: "Välj först om det är beröm, förslag eller klagomål."
    case .needsSubjectArea: "Välj ett ämne innan ärendet avslutas."
    case .needsAnswer: "Svara först, för avsändaren väntar på svar."
    case .needsOfficialNote: "Skriv en tjänsteanteckning först."
    case .emptyText(let what): "\(what) saknas, så skriv något först."
    case .tooLong(let limit):
      "Texten är för lång: korta den till högst \(Self.grouped(limit)) tecken."
    case .noWayBack:
      "Avsändaren har inte lämnat någon väg tillbaka, så skriv en tjänsteanteckning i stället."
    case .wayNotPossible(let way): "Avsändaren kan inte nås \(way.phrase), så välj ett annat sätt."
    case .needsRecipient: "Skriv först vem svaret går till."
    case .letter(let finding): finding.sentence
    case .invalid(let field, let hint): "Det går inte att använda som \(field.words): \(hint)."
    case .unchanged(let field):
      "Nytt och gammalt värde är lika för \(field.words), så ändra det eller gå tillbaka."
    case .senderIsAnonymous: "Avsändaren är anonym, så det finns inga uppgifter att rätta."
    case .alreadyAnonymous: "Avsändaren är redan anonym."
    case .alreadyProtected: "Ärendet är redan märkt med skyddad identitet."
    case .notProtected: "Ärendet är inte märkt med skyddad identitet."
    case .emailToProtected:
      "Ärendet är märkt med skyddad identitet, så svara på annat sätt än med e-post."
    case .needsReadBack: "Läs upp texten och få den godkänd, eller skriv varför det inte gick."
    case .needsTaker: "Skriv ditt namn och din yrkesroll, för inloggningen delas av flera."
    case .approvalVoid:
      "Texten är inte den som godkändes, så läs upp den igen och få den godkänd."
    case .nothingToUndo: "Det finns inget eget steg att ångra här."
    case .builtUpon: "Någon har arbetat vidare med ärendet, så steget kan inte ångras."
    case .cannotUndo(let what): "\(what) kan inte ångras."
    }
  }

  /// A number with its digits in threes: 1 000 000.
  private static func grouped(_ number: Int) -> String {
    guard number >= 1_000 else { return "\(number)" }
    return grouped(number / 1_000) + " " + "\(1_000 + number % 1_000)".dropFirst()
  }

  private static func notAllowed(_ permission: Permission) -> String {
    switch permission {
    case .read: "Det finns inget sådant ärende."
    case .describe: "Du kan inte ändra typ, ämne eller rubrik: be arbetsgruppen."
    case .route: "Bara arbetsgruppen kan skicka ärendet vidare eller markera det."
    case .handle: "Bara enhetens chef, eller den som har fått ärendet, kan göra det."
    case .annotate: "Du kan inte anteckna i det här ärendet: be arbetsgruppen."
    case .close: "Du kan inte avsluta eller öppna ärendet: be arbetsgruppen."
    case .correct: "Du kan inte rätta eller komplettera ärendet: be arbetsgruppen."
    case .hideSender: "Du kan inte göra avsändaren anonym: be arbetsgruppen."
    case .undo: "Du kan inte ångra något i det här ärendet."
    case .takeDown: "Du kan inte ta emot muntliga synpunkter: be arbetsgruppen."
    case .registerPaper: "Bara registrator och arbetsgruppen registrerar papper."
    case .solveAtOnce: "Bara personal och chef på enheten kan anteckna att något är löst direkt."
    case .protect: "Du kan inte märka det här ärendet."
    case .unprotect:
      "Bara den som är utsedd får se, ändra eller häva uppgifter om en skyddad identitet."
    case .readLog: "Bara förvaltningschefen kan läsa vem som har öppnat ärenden."
    }
  }
}
