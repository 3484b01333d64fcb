/// Which tables hold personal data: what gallring and the registerutdrag walk.
///
/// Every table stands on exactly one of the two lists; a test fails otherwise.
enum PersonalData {
  /// Tables with personal data.
  static let tables: Set<String> = [
    "event",  // content: texts, names, addresses; facts: logins
    "matter",  // titles may name somebody; the handler's login
    "sender",  // addresses and telephone numbers of senders
    "recentUnit",  // logins
    "attachment",  // files from senders
    "access",  // logins, and why somebody saw a protected identity
  ]

  /// Tables without: row numbers, and digests that cannot be turned back.
  static let others: Set<String> = [
    "source",
    "aside",
    "organisation",
    "grdb_migrations",
  ]
}
