public import Domain

/// Why the store could not do what was asked.
///
/// A value first, words last: ``sentence`` is what a person meets. No case carries what stands in
/// a matter, but for ``conflict(_:)``, which is shown to somebody who may read it.
public enum StoreError: Error, Equatable {
  /// The rules say no.
  case refused(Refusal)
  /// Somebody else has changed the matter since; here it is as it stands now.
  case conflict(Matter)
  /// There is no such matter, or the person may not read it.
  case noSuchMatter
  /// The file may tell who the sender is, which the person may not see.
  case hiddenFile
  /// The file is no database of Synpunkt, or is too damaged to be one.
  case notADatabase(String)
  /// The database was there, and is gone or not what it was; the last backup where one is known.
  case lost(String, Loss, backup: String?)
  /// The database cannot be replaced while a process works with it.
  case inUse(String, process: Int32)
  /// A newer program has changed the database.
  case newerVersion(String)
  /// An older program has made the database, and it has not been brought up to date.
  case olderVersion(String)
  /// A new organisation would leave open matters without an owner, or send them where they cannot
  /// go.
  case notMoved(MoveFault)
  /// Somebody has applied an organisation meanwhile.
  case alreadyOrganised
  /// The database is a real one, and a demo was asked for.
  case notADemo(String)
  /// The file, or its folder, cannot be read or written.
  case unwritable(String, reason: String)
  /// The disk is full.
  case diskFull
  /// Somebody else has been writing for longer than the wait.
  case busy
  /// Something in the database is not as it was written; the words say what.
  case damaged(String)
  /// Anything else; the words say what.
  case other(String)
}

extension StoreError {
  /// One Swedish sentence: what happened and what to do.
  public var sentence: String {
    switch self {
    case .refused(let refusal): refusal.sentence
    case .conflict(let matter):
      """
      Någon annan hann ändra \(matter.state.reference.full), så läs vad som hänt och gör om \
      steget.
      """
    case .noSuchMatter: "Det finns inget sådant ärende."
    case .hiddenFile:
      "Bilagan kan visa vem avsändaren är, så den visas bara för dem som får se avsändaren."
    case .notADatabase(let path):
      """
      \(path) är ingen databas för Synpunkt, eller är skadad: välj en annan fil, eller lägg \
      tillbaka en säkerhetskopia med synpunkt restore.
      """
    case .lost(let path, let loss, let backup):
      "\(path) \(loss.words), så inget görs: \(Self.remedy(path, loss, backup))."
    case .inUse(let path, let process):
      "\(path) används av process \(process): avsluta den och försök igen."
    case .newerVersion(let path):
      "\(path) är gjord av ett nyare Synpunkt: starta om programmet, eller uppgradera det."
    case .olderVersion(let path):
      "\(path) är gjord av ett äldre Synpunkt: öppna den en gång med synpunkt och försök igen."
    case .notMoved:
      "Öppna ärenden skulle bli utan ägare, så organisationen är som den var: säg vart de ska."
    case .alreadyOrganised:
      "Någon annan hann lägga in en organisation, så inget sparades: starta om synpunkt."
    case .notADemo(let path):
      "\(path) är ingen övningsdatabas: välj en annan fil för övningen."
    case .unwritable(let path, let reason):
      """
      \(path) går inte att använda, för \(reason): välj en annan plats, eller fråga \
      systemförvaltaren.
      """
    case .diskFull: "Disken är full, så inget sparades: frigör plats och försök igen."
    case .busy: "Databasen är upptagen av någon annan, så försök igen om en stund."
    case .damaged(let what):
      """
      Databasen är skadad (\(what)): be systemförvaltaren köra synpunkt verify, och lägga tillbaka \
      en säkerhetskopia med synpunkt restore.
      """
    case .other(let what): "\(what): försök igen, och kör annars synpunkt verify."
    }
  }
  private static func remedy(_ path: String, _ loss: Loss, _ backup: String?) -> String {
    let anew = loss == .missing
    guard HostDatabase.installed.isAt(path) else {
      let start = anew ? ", eller börja från början med synpunkt setup" : ""
      return "lägg tillbaka en säkerhetskopia med synpunkt restore FIL\(start)"
    }
    if let backup {
      return "be systemförvaltaren lägga tillbaka den med synpunkt-admin restore \(backup)"
    }
    let start = anew ? ", eller börja från början med synpunkt-admin setup" : ""
    return "ingen säkerhetskopia finns i \(HostDatabase.installed.backups), så be "
      + "systemförvaltaren leta upp en och köra synpunkt-admin restore FIL\(start)"
  }
}
