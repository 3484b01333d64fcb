/// Which tables hold personal data, and which do not.
///
/// Every table stands on exactly one of the two lists of its file; a test fails otherwise, so that
/// none is added without a thought of what somebody's data are.
enum PersonalData {
  /// Tables with personal data.
  static let tables: Set<String> = [
    "event",  // content: texts, names, addresses; facts: logins
    "matter",  // titles may name somebody; the handler's login
    "sender",  // addresses and telephone numbers of senders
    "recentUnit",  // logins
    "attachment",  // files from senders
    "searchText",  // all words of matters, names and addresses too
    "search", "search_data", "search_idx",  // the index over them
    "unseenChange",  // logins
    "access",  // logins, and why somebody saw a protected identity
  ]

  /// Tables without: row numbers, and digests that cannot be turned back.
  static let others: Set<String> = [
    "source",
    "aside",
    "organisation",
    "grdb_migrations",
    "search_config",
  ]
  /// Tables of the drafts' file with personal data.
  static let draftTables: Set<String> = [
    "draft",  // all that somebody has begun to write; logins
    "session",  // logins
  ]

  /// Tables of the drafts' file without.
  static let otherDraftTables: Set<String> = ["grdb_migrations"]
}
