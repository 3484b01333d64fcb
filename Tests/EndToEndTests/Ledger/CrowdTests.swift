import Foundation
import Testing

/// A backup while fifty people work on one host.
@Suite(.serialized, .needs(.mount, .python, .setpriv, .tmux)) struct CrowdTests {
  private static let people = 50
  private static let account = "65534"
  private let place: Place
  /// Holds the mount namespace in which the installed database is the one in the test's folder.
  private let holder: Child

  init() throws {
    for tool in [Tool.mount, .python, .setpriv, .tmux] { try tool.require() }
    place = try Place()
    let folder = place.folder + "/lib/synpunkt"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
    chmod(folder, 0o700)
    chown(folder, uid_t(65_534), gid_t(65_534))
    let script = "mount --bind \"$0\" /var/lib && echo ready && exec cat"
    holder = try Child(["unshare", "--mount", "sh", "-c", script, place.folder + "/lib"])
    let said = try holder.readOutput { $0.contains(0x0A) }
    try #require(said == "ready\n".data)
    chmod(place.folder + "/lib", 0o755)
  }

  private static let database = "/var/lib/synpunkt/synpunkt.sqlite"

  /// A command line of the service account, for somebody or to administer.
  private func command(_ words: [String], for login: String? = nil) -> [String] {
    [
      "nsenter", "--target", "\(holder.pid)", "--mount", "setpriv", "--reuid", Self.account,
      "--regid", Self.account, "--clear-groups", "env", "SYNPUNKT_DATABASE=\(Self.database)",
      "LC_ALL=C.UTF-8",
    ] + (login.map { ["SUDO_USER=\($0)"] } ?? []) + words
  }

  @discardableResult
  private func administer(
    _ words: String..., input: String = "", sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Program.Outcome {
    let outcome = try Child(command([Program.path] + words)).finish(input: input.data)
    #expect(
      outcome.status == 0, "\(words): \(outcome.text)\(outcome.complaint)",
      sourceLocation: sourceLocation)
    return outcome
  }

  private static func login(_ number: Int) -> String { "person.\(number)" }

  /// Two people for each unit.
  private static func unit(_ number: Int) -> Int { number / 2 }

  private static var organisation: String {
    let units = (0..<people / 2).map {
      "  - {id: enhet-\($0), name: Enhet \($0), level: unit, parent: teknik}"
    }
    let chefs = (0..<people).map {
      "  - {login: \(login($0)), name: Person \($0), "
        + "roles: [{role: manager, unit: enhet-\(unit($0))}]}"
    }
    let service = "  - {login: nobody, name: Tjänst, roles: [{role: triage, unit: teknik}]}"
    return """
      municipality: Provköpings kommun
      units:
        - {id: teknik, name: Tekniska, level: department, routine: kristianstad-oms}
      \(units.joined(separator: "\n"))
      people:
      \((chefs + [service]).joined(separator: "\n"))

      """
  }

  /// Registers a matter for each person and sends it to the person's unit.
  private func register(_ ledger: inout Ledger) throws -> [String] {
    let files = try (0..<Self.people).map { number in
      let name = "lib/\(number).eml"
      let mail = MailFile(
        subject: "Grop \(number)!", daysAgo: 3 + number % 2, body: "Gropen \(number) är djup.")
      chmod(try place.write(name, mail.text), 0o644)
      return "/var/lib/\(number).eml"
    }
    let taken: [ImportResult] = try Child(command([Program.path, "import", "--json"] + files))
      .finish().json()
    let references = taken.compactMap(\.reference)
    try #require(references.count == Self.people)
    for (number, reference) in references.enumerated() {
      ledger.report("registered", "Gropen \(number) är djup.", in: reference)
    }
    let routed = try (0..<4).map { part in
      let lines = references.enumerated().filter { $0.offset % 4 == part }.map { number, name in
        "\"$0\" categorise \(name) klagomål && \"$0\" assign \(name) enhet-\(Self.unit(number))"
      }
      let script = (["set -e"] + lines).joined(separator: "\n")
      return try Child(command(["sh", "-c", script, Program.path]))
    }
    for child in routed {
      let outcome = try child.finish()
      #expect(outcome.status == 0, "\(outcome.complaint)")
    }
    return references
  }

  private func open(_ numbers: some Sequence<Int>) throws -> Crowd {
    try Crowd(
      numbers.map { command([Program.path], for: Self.login($0)) },
      forbidden: ["upptagen", "locked", "gick inte", "okänt fel"])
  }

  /// Moves to the list of work, past what was changed for the person.
  private func enter(_ crowd: Crowd) throws {
    var told: Set<Int> = []
    try crowd.wait(for: "the list") { number, text in
      if text.contains("Ändrat för dig"), told.insert(number).inserted {
        try crowd.press("Enter", on: [number])
      }
      return text.contains("\n > ") && !text.contains("Ändrat för dig")
    }
  }

  /// Opens a matter: one's own, or the one that is shared with the other person of the unit.
  private func openMatter(_ crowd: Crowd, shared: Bool) throws {
    func name(_ number: Int) -> String { "Grop \(shared ? number / 2 * 2 : number)!" }
    try crowd.wait(for: "the row") { number, text in
      let rows = text.split(separator: "\n").filter {
        $0.hasPrefix(" > ") || $0.prefixMatch(of: /\ {3}[0-9]+-[0-9]/) != nil
      }
      guard let row = rows.first(where: { $0.hasPrefix(" > ") }) else { return false }
      // Beside the list the whole title stands, whoever writes there.
      let isWanted = text.split(separator: "\n").contains(" \(name(number))")
      if isWanted, row.contains(name(number)) || row.contains("Skriver:") { return true }
      // There are two, and what the other does may put them in another order.
      try crowd.press(row == rows.first ? "End" : "Home", on: [number])
      return false
    }
    try crowd.press("Enter")
    try crowd.wait(for: "the matter") { number, text in
      text.contains("är djup.") && !text.contains("\n > ")
    }
  }

  /// Writes an internal note; whom the other was faster than does so again.
  ///
  /// - Returns: How many were told that the other was faster.
  @discardableResult
  private func note(_ crowd: Crowd, _ text: (Int) -> String) throws -> Int {
    try crowd.press("i")
    var asked: Set<Int> = []
    try crowd.wait(for: "the note") { number, shown in
      // Who comes second is told of the other.
      if shown.contains("skriva ändå?"), asked.insert(number).inserted {
        try crowd.press("j", on: [number])
      }
      return shown.contains(", aldrig i ett brev")
    }
    try crowd.type(text)
    try crowd.wait(for: "the text") { $1.contains(text($0)) }
    try crowd.press("C-s")
    var again: Set<Int> = []
    try crowd.wait(for: "the note to be stored") { number, shown in
      if shown.contains("hann före"), again.insert(number).inserted {
        #expect(shown.contains(text(number)))
        try crowd.press("C-s", on: [number])
      }
      return shown.contains("anteckningen är sparad") && !shown.contains("hann före")
    }
    return again.count
  }

  /// Answers one's own matter.
  private func answer(_ crowd: Crowd, _ text: (Int) -> String) throws {
    try crowd.press("s")
    try crowd.wait(for: "the templates") { $1.contains("Välj brevmall") }
    try crowd.press("End", "Enter")
    try crowd.wait(for: "the answer") { $1.contains("Svar på") && !$1.contains("Välj brevmall") }
    try crowd.type(text)
    try crowd.wait(for: "the text") { $1.contains(text($0)) }
    try crowd.press("C-s")
    try crowd.wait(for: "the review") { $1.contains("Granska svaret") }
    try crowd.press("Enter")
    try crowd.wait(for: "the answer to be stored") { $1.contains("är sparat som lämnat") }
  }

  @Test func aBackupIsWholeAndNothingIsLost() throws {
    var ledger = Ledger()
    try administer("setup")
    try administer("organisation", "apply", "-", input: Self.organisation)
    let references = try register(&ledger)
    let crowd = try open(0..<Self.people)
    try enter(crowd)

    // Each on a matter of one's own.
    try openMatter(crowd, shared: false)
    let first = try startBackup("one", ledger)
    try note(crowd) { "Anteckning av \($0)." }
    for number in 0..<Self.people {
      ledger.report("internallyNoted", "Anteckning av \(number).", in: references[number])
    }
    let second = try startBackup("two", ledger)
    try answer(crowd) { "Gropen lagas av \($0)." }
    for number in 0..<Self.people {
      ledger.report("answered", "Gropen lagas av \(number).", in: references[number])
    }
    // The note that the answer calls for can wait. Then two are on the same matter.
    try crowd.press("Escape")
    try crowd.wait(for: "the answered matter") { $1.contains("Enter nästa steg") }
    try crowd.press("Escape")
    try enter(crowd)
    try openMatter(crowd, shared: true)
    let third = try startBackup("three", ledger)
    let later = try note(crowd) { "Tanke av \($0)." }
    #expect(later > 0)
    for number in 0..<Self.people {
      ledger.report("internallyNoted", "Tanke av \(number).", in: references[number / 2 * 2])
    }
    try crowd.press("Escape")
    try enter(crowd)
    try expectFollowed(crowd, references)

    try administer("verify")
    let record = try Record(place.folder + "/lib/synpunkt/synpunkt.sqlite")
    try ledger.expectHeld(in: record)
    for backup in [first, second, third] { try expect(backup, isBeginningOf: record, ledger) }

    // With nobody in it, one command puts a copy back.
    try crowd.press("q")
    try crowd.wait(for: "the end") { $1.contains("Pane is dead") }
    try administer("restore", "/var/lib/synpunkt/three")
    try administer("verify")
    let restored = try Record(place.folder + "/lib/synpunkt/synpunkt.sqlite")
    #expect(restored.events.count == (try Record(third.path)).events.count)
    #expect(restored.isBeginning(of: record))
  }

  private struct Backup {
    let child: Child
    let path: String
    /// What had been reported before it began.
    let before: Ledger
  }

  private func startBackup(_ name: String, _ ledger: Ledger) throws -> Backup {
    Backup(
      child: try Child(command([Program.path, "backup", "/var/lib/synpunkt/\(name)"])),
      path: "\(place.folder)/lib/synpunkt/\(name)", before: ledger)
  }

  private func expect(
    _ backup: Backup, isBeginningOf record: Record, _ ledger: Ledger
  ) throws {
    let outcome = try backup.child.finish()
    #expect(outcome.status == 0, "\(outcome.text)\(outcome.complaint)")
    let copy = try Record(backup.path)
    #expect(copy.isBeginning(of: record))
    let lost = backup.before.faults(in: copy).filter { $0.hasPrefix("lost") }
    #expect(lost.isEmpty, "\(lost.prefix(5))")
    let found = ledger.faults(in: copy).filter { !$0.hasPrefix("lost") }
    #expect(found.isEmpty, "\(found.prefix(5))")
    let verified = try Program.run(["verify", "--database", backup.path])
    #expect(verified.status == 0, "\(verified.text)\(verified.complaint)")
  }

  /// Expects that what others do comes on the screens by itself, and makes them just what fresh
  /// ones are.
  private func expectFollowed(_ crowd: Crowd, _ references: [String]) throws {
    let numbers = Array(stride(from: 0, to: Self.people, by: 5))
    for number in numbers {
      let words = [Program.path, "categorise", references[number], "förslag"]
      let outcome = try Child(command(words, for: Self.login(number ^ 1))).finish()
      #expect(outcome.status == 0, "\(outcome.complaint)")
    }
    try crowd.press("Home")
    let fresh = try open(numbers)
    try enter(fresh)
    try fresh.press("Home")
    // At the foot the one says that it is the newer window, the other that it only reads; before
    // the titles may stand who writes just then.
    func upper(_ text: String) -> [Substring] {
      text.split(separator: "\n", omittingEmptySubsequences: false).prefix(17).map {
        $0.prefix(60)
      }
    }
    var truth: [Int: String] = [:]
    try crowd.wait(for: "what a fresh screen shows") { number, text in
      // Each look at all of them begins with the first.
      if number == 0 {
        truth = Dictionary(uniqueKeysWithValues: zip(numbers, try fresh.screens()))
      }
      return truth[number].map { upper($0) == upper(text) } ?? true
    }
  }
}
