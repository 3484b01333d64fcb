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
  /// A newer program has changed the database.
  case newerVersion(String)
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
      "\(path) är ingen databas för Synpunkt, eller är skadad: välj en annan fil."
    case .newerVersion(let path):
      "\(path) är gjord av ett nyare Synpunkt: starta om programmet, eller uppgradera det."
    case .notADemo(let path):
      "\(path) är ingen övningsdatabas: välj en annan fil för övningen."
    case .unwritable(let path, let reason): "\(path) går inte att använda: \(reason)."
    case .diskFull: "Disken är full, så inget sparades: frigör plats och försök igen."
    case .busy: "Databasen är upptagen av någon annan, så försök igen om en stund."
    case .damaged(let what): "Databasen är skadad (\(what)), så kör synpunkt verify."
    case .other(let what): "\(what): försök igen, och kör annars synpunkt verify."
    }
  }
}
