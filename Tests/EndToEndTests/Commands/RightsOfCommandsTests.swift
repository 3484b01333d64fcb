import Foundation
import Testing

/// The subcommands beside the table of rights, for every role.
@Suite struct RightsOfCommandsTests {
  /// What a subcommand does with the record.
  enum Row {
    /// It works on one matter; what follows the number, and what it reads.
    case matter([String] = [], input: String = "")
    /// It names matters that the person may see.
    case list
    /// It reads the log of who has seen what; tested where it is.
    case log
    /// It takes in or changes something that is no matter of somebody's yet.
    case intake
    /// It touches no matter.
    case none
  }

  /// The table; a subcommand without a row fails.
  static let rows: [String: Row] = [
    "open": .none, "demo": .none, "deadline": .none, "verify": .none, "organisation apply": .none,
    "organisation show": .none, "keys": .none, "backup": .none, "restore": .none, "setup": .none,
    "doctor": .none, "import": .intake, "list": .list, "search": .list, "access": .log,
    "show": .matter(), "letter": .matter(), "close": .matter(),
    "categorise": .matter(["beröm"]), "assign": .matter(["gata"]),
    "answer": .matter(["--how", "telefon"], input: "Sagt."), "note": .matter(input: "Text."),
    "return": .matter(["--reason", "klar"]), "attachment": .matter(["1"]),
    "attach": .matter(["-"], input: "fil"), "protect": .matter(),
    "solved": .matter(input: "Gjort."),
  ]

  /// More ways to call some of them.
  static let variants: [(String, [String], String)] = [
    ("show", ["--json"], ""), ("show", ["--open-protected"], "Skäl."),
    ("attachment", ["1", "--open-protected"], "Skäl."),
    ("note", ["--internal"], "Text."), ("protect", ["--lift"], "Skäl."),
    ("close", ["--subject-area", "mat"], ""),
  ]

  private struct Help: Decodable {
    struct Command: Decodable {
      var commandName: String
      var subcommands: [Command]?
    }
    var command: Command
  }

  @Test func everySubcommandHasARow() throws {
    let help: Help = try Program.run(["--experimental-dump-help"]).json()
    func leaves(_ command: Help.Command, _ path: [String]) -> [String] {
      guard let subcommands = command.subcommands, !subcommands.isEmpty else {
        return [path.joined(separator: " ")]
      }
      return subcommands.filter { $0.commandName != "help" }
        .flatMap { leaves($0, path + [$0.commandName]) }
    }
    let found = Set(leaves(help.command, []))
    #expect(found == Set(Self.rows.keys))
  }

  static let roles = [
    "triage", "manager", "head", "registrar", "secretary", "analyst", "staff", "administrator",
    "custodian", "unit-login",
  ]
  /// Roles that know of a matter that they reach.
  static let readers: Set = ["triage", "manager", "head", "registrar", "secretary", "analyst"]
  /// Those that reach what has no unit yet.
  static let early: Set = ["triage", "registrar"]

  @Test(arguments: roles)
  func whatOneMayNotSeeAnswersAsWhatDoesNotExist(role: String) throws {
    let place = try Place.withOrganisation()
    let new = try place.register("new.eml", MailFile(from: "Ny <ny@exempel.se>").text)
    let near = try place.register("near.eml", MailFile().text)
    let far = try place.register("far.eml", MailFile().text)
    try place.succeed("assign", near, "gata")
    try place.succeed("assign", far, "oster")
    try place.become("{role: \(role), unit: teknik}")
    let seen = [near: Self.readers.contains(role), new: Self.early.contains(role), far: false]
    let list = try place.run("list", "--queue", "all", "--json")
    #expect(list.status == 0, "\(list.complaint)")
    for (reference, isSeen) in seen {
      #expect(list.text.contains(reference) == isSeen, "\(reference) \(isSeen)")
    }
    let found = try place.run("search", "nr:26-", "--json")
    #expect(found.status == 0, "\(found.complaint)")
    for (reference, isSeen) in seen {
      #expect(found.text.contains(reference) == isSeen, "\(reference) \(isSeen)")
    }
    for call in Self.calls {
      let missing = try place.run(call.arguments("SYN-2026-99999"), input: call.input)
      #expect(missing.status == 1)
      for (reference, isSeen) in seen where !isSeen {
        let outcome = try place.run(call.arguments(reference), input: call.input)
        #expect(outcome.status == missing.status, "\(role) \(call.name): \(outcome.text)")
        #expect(outcome.output == missing.output, "\(role) \(call.name)")
        #expect(outcome.errors == missing.errors, "\(role) \(call.name): \(outcome.complaint)")
      }
    }
  }

  private struct Call {
    var name: String
    var more: [String]
    var input: String
    func arguments(_ reference: String) -> [String] { [name, reference] + more }
  }

  private static var calls: [Call] {
    let plain = rows.compactMap { name, row -> Call? in
      guard case .matter(let more, let input) = row else { return nil }
      return Call(name: name, more: more, input: input)
    }
    return plain + variants.map { Call(name: $0.0, more: $0.1, input: $0.2) }
  }
}
