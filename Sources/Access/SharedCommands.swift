/// What there is of the command line in a shared session, and what there is not.
///
/// Every command and every option stands in exactly one of the two lists; a test fails otherwise,
/// and what stands in none does not exist in a shared session.
public enum SharedCommands {
  /// The commands that work on matters as the person who calls.
  public static let commands: Set<String> = [
    "open", "import", "list", "search", "show", "deadline", "categorise", "assign", "answer",
    "note", "return", "close", "letter", "attachment", "attach", "protect", "solved", "access",
  ]

  /// The commands that administer, destroy, send, or open another database.
  public static let otherCommands: Set<String> = [
    "demo", "organisation", "verify", "keys", "backup", "restore", "setup", "doctor",
  ]

  /// The options that name neither a file nor a folder.
  public static let options: Set<String> = [
    "--help", "-help", "-h", "--version", "--json", "--queue", "--how", "--recipient", "--health",
    "--no-health", "--sender-may-know", "--no-sender-may-know", "--internal", "--reason",
    "--words", "--subject-area", "--name", "--limit", "--working-days", "--calendar-days",
    "--lift", "--open-protected", "--matter", "--person", "--sample",
  ]

  /// The options that name a file or a folder, or belong to the other commands.
  public static let otherOptions: Set<String> = [
    "--database", "--dry-run", "--move-matters", "--hand-over", "--hand-back", "--keep", "--head",
    "--saved-heads", "--faulty", "--migrate",
  ]

  /// Lets a command line through that holds nothing but what there is; `help` tells of no more.
  ///
  /// - Throws: `AccessError`, the same for what is kept back as for what nobody has heard of.
  public static func check(_ words: [String]) throws(AccessError) {
    if let first = words.first, !first.hasPrefix("-"), first != "help", !commands.contains(first) {
      throw .unknownCommand(first)
    }
    for word in words.prefix(while: { $0 != "--" }) where word.hasPrefix("-") && word != "-" {
      let name = String(word.prefix { $0 != "=" })
      guard options.contains(name) else { throw .unknownOption(name) }
    }
  }
}
