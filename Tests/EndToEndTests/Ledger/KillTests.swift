import Foundation
import Testing

/// Processes that are killed in the middle of their writes.
@Suite(.needs(.python)) struct KillTests {
  /// A process that takes in files until it is killed.
  private struct Importer {
    let files: [(path: String, text: String)]
    var left: [Int] = []
    var child: Child?
  }

  private static let importers = 4
  private static let filesEach = 220

  let place: Place

  init() throws {
    try Tool.python.require()
    place = try Place.withOrganisation()
  }

  @Test func aThousandWritesOfManyProcesses() throws {
    var ledger = Ledger()
    let noted = try matters(3, &ledger)
    var importers = try (0..<Self.importers).map(importer)
    var notes = 0
    var kills = 0
    var refused = 0
    let time = try timeOfANote(on: noted[0], &ledger)
    while ledger.done.count < 1_000 || kills <= 20 {
      for index in importers.indices { try start(&importers[index], &ledger) }
      // Two on each matter, of which each has read it before anybody has written.
      let noters = try (noted + noted).map { reference in
        notes += 1
        return try Noter(text: "Anteckning \(notes).", reference: reference, in: place)
      }
      if let index = importers.indices.filter({ importers[$0].child != nil }).randomElement() {
        kills += try kill(&importers[index], within: time, &ledger)
      }
      for noter in noters { try noter.child.waitUntilRead() }
      for noter in noters {
        ledger.attempt(noter.text)
        noter.child.closeInput()
      }
      for (index, noter) in noters.enumerated() {
        if index == 0 {
          drawnPause(within: time)
          noter.child.send(SIGKILL)
        }
        let outcome = try noter.child.finish()
        if outcome.status == 0 {
          ledger.report("internallyNoted", noter.text, in: noter.reference)
        } else if outcome.signal == nil {
          // Somebody else was faster with the same matter: it says so, and has not written.
          outcome.expectRefused(noter.reference)
          ledger.giveUp(noter.text)
          refused += 1
        } else {
          kills += 1
        }
      }
    }
    for index in importers.indices { kills += try kill(&importers[index], within: 0, &ledger) }
    #expect(refused > 20)
    try ledger.expectHeld(in: place)
    // What was not reported can be done again, and nothing becomes two.
    for importer in importers {
      for (result, file) in zip(try place.importFiles(importer.files.map(\.path)), importer.files) {
        #expect(["registered", "duplicate"].contains(result.result), "\(result)")
        ledger.report("registered", file.text, in: result.reference)
      }
    }
    #expect(try place.matters().count == Self.importers * Self.filesEach + noted.count)
    try ledger.expectHeld(in: place)
  }

  /// A process that has been given a note, and writes it when its input ends.
  private struct Noter {
    let child: Child
    let text: String
    let reference: String

    init(text: String, reference: String, in place: Place) throws {
      self.text = text
      self.reference = reference
      child = try Program.start(["note", reference, "--internal"], environment: place.environment)
      try child.write(text.data)
    }
  }

  /// How long it takes to write a note when nothing else is done, in seconds.
  private func timeOfANote(on reference: String, _ ledger: inout Ledger) throws -> Double {
    let noter = try Noter(text: "Anteckning 0.", reference: reference, in: place)
    try noter.child.waitUntilRead()
    let start = Date()
    noter.child.closeInput()
    #expect(try noter.child.finish().status == 0)
    ledger.report("internallyNoted", noter.text, in: reference)
    return Date().timeIntervalSince(start)
  }

  private func matters(_ count: Int, _ ledger: inout Ledger) throws -> [String] {
    try (1...count).map { number in
      let text = "Ärende \(number)."
      let reference = try place.register("matter-\(number).eml", MailFile(body: text).text)
      ledger.report("registered", text, in: reference)
      return reference
    }
  }

  private func importer(_ number: Int) throws -> Importer {
    let files = try (1...Self.filesEach).map { file in
      let text = "Synpunkt \(number)-\(file)."
      return (try place.write("\(number)-\(file).eml", MailFile(body: text).text), text)
    }
    return Importer(files: files, left: Array(files.indices))
  }

  private func start(_ importer: inout Importer, _ ledger: inout Ledger) throws {
    guard importer.child == nil, !importer.left.isEmpty else { return }
    for index in importer.left { ledger.attempt(importer.files[index].text) }
    importer.child = try Program.start(
      ["import"] + importer.left.map { importer.files[$0].path }, environment: place.environment)
  }

  /// Kills it once it has reported something, and takes down all that it has reported.
  ///
  /// - Returns: 1 when that has ended it, 0 when it had ended by itself.
  private func kill(
    _ importer: inout Importer, within time: Double, _ ledger: inout Ledger
  ) throws -> Int {
    guard let child = importer.child else { return 0 }
    let said = try child.readOutput { $0.contains(0x0A) }
    drawnPause(within: time)
    child.send(SIGKILL)
    let outcome = try child.finish()
    importer.child = nil
    // The last line may be cut off.
    let lines = String(decoding: said + outcome.output, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    for (index, line) in zip(importer.left, lines) {
      let file = importer.files[index]
      let words = line.dropFirst(file.path.count + 2)
      #expect(words.hasPrefix("registrerad SYN-") || words.hasPrefix("finns redan SYN-"), "\(line)")
      let reference = words.split(separator: " ").first { $0.hasPrefix("SYN-") }
      ledger.report("registered", file.text, in: reference.map(String.init))
    }
    importer.left.removeFirst(lines.count)
    return outcome.signal == SIGKILL ? 1 : 0
  }

  /// The moment of a kill is drawn, so that it meets every part of the work, and also what follows
  /// it; what is expected holds whatever it meets.
  private func drawnPause(within time: Double) {
    usleep(useconds_t(.random(in: 0...2 * time) * 1_000_000))
  }
}
