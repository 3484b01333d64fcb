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

  @Test func aThousandWritesOfManyProcesses() throws {
    try Tool.python.require()
    let place = try Place.withOrganisation()
    var ledger = Ledger()
    let noted = try matters(place, 3, &ledger)
    var importers = try (0..<Self.importers).map { try importer($0, place) }
    var notes = 0
    var kills = 0
    while ledger.done.count < 1_000 {
      for index in importers.indices {
        try start(&importers[index], place, &ledger)
      }
      var children: [(child: Child, text: String, reference: String)] = []
      for reference in noted {
        notes += 1
        let text = "Anteckning \(notes)."
        let child = try Program.start(
          ["note", reference, "--internal"], environment: place.environment)
        ledger.attempt(text)
        try child.write(text.data)
        child.closeInput()
        children.append((child, text, reference))
      }
      if let index = importers.indices.filter({ importers[$0].child != nil }).randomElement() {
        try kill(&importers[index], place, &ledger)
        kills += 1
      }
      for (index, noter) in children.enumerated() {
        if index == 0 {
          drawnPause()
          noter.child.send(SIGKILL)
        }
        let outcome = try noter.child.finish()
        if outcome.status == 0 {
          ledger.report("internallyNoted", noter.text, in: noter.reference)
        } else if outcome.signal == nil {
          // Somebody else was faster with the same matter: it says so, and has not written.
          outcome.expectRefused(noter.reference)
        } else {
          kills += 1
        }
      }
    }
    for var importer in importers { try kill(&importer, place, &ledger) }
    #expect(kills > 20)
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

  private func matters(
    _ place: Place, _ count: Int, _ ledger: inout Ledger
  ) throws -> [String] {
    try (1...count).map { number in
      let text = "Ärende \(number)."
      let reference = try place.register("matter-\(number).eml", MailFile(body: text).text)
      ledger.report("registered", text, in: reference)
      return reference
    }
  }

  private func importer(_ number: Int, _ place: Place) throws -> Importer {
    let files = try (1...Self.filesEach).map { file in
      let text = "Synpunkt \(number)-\(file)."
      return (try place.write("\(number)-\(file).eml", MailFile(body: text).text), text)
    }
    return Importer(files: files, left: Array(files.indices))
  }

  private func start(
    _ importer: inout Importer, _ place: Place, _ ledger: inout Ledger
  ) throws {
    guard importer.child == nil, !importer.left.isEmpty else { return }
    for index in importer.left { ledger.attempt(importer.files[index].text) }
    importer.child = try Program.start(
      ["import"] + importer.left.map { importer.files[$0].path }, environment: place.environment)
  }

  /// Kills it once it has reported something, and takes down all that it has reported.
  private func kill(
    _ importer: inout Importer, _ place: Place, _ ledger: inout Ledger
  ) throws {
    guard let child = importer.child else { return }
    let said = try child.readOutput { $0.contains(0x0A) }
    drawnPause()
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
  }

  /// The moment of a kill is drawn, so that it meets every part of the work; what is expected
  /// holds whatever it meets.
  private func drawnPause() { usleep(.random(in: 0...120_000)) }
}
