import Domain
import Foundation
import Intake
import Testing

/// Five hundred mails and forms made by Python's email library are read exactly.
struct GeneratedFilesTests {
  @Test("500 mails and forms are read as they were made")
  func everyFile() throws {
    let files = try GeneratedFiles(count: 500, seed: 7)
    defer { files.remove() }
    #expect(files.expected.count == 500)
    var mismatches: [String] = []
    for expected in files.expected {
      let bytes = try files.bytes(expected.file)
      do {
        let incoming = try FileReader.read(bytes, today: GeneratedFiles.today)
        mismatches += Self.differences(incoming, expected).map { "\(expected.file): \($0)" }
      } catch {
        mismatches.append("\(expected.file): refused: \(error)")
      }
    }
    let first = mismatches.prefix(10).joined(separator: "\n")
    #expect(mismatches.isEmpty, "\(mismatches.count), the first:\n\(first)")
  }

  private static func differences(
    _ incoming: Incoming, _ expected: GeneratedFiles.Expected
  ) -> [String] {
    switch incoming {
    case .aside(let message):
      guard expected.outcome == "aside" else { return ["set aside as \(message.reason)"] }
      return expected.reason == "\(message.reason)" ? [] : ["reason \(message.reason)"]
    case .matter(let matter):
      guard expected.outcome == "matter" else { return ["not set aside"] }
      var found: [String] = []
      // Swift's own == holds NFC and NFD for equal; here every byte counts.
      func compare(_ name: String, _ value: String?, _ wanted: String?) {
        guard value.map({ Array($0.utf8) }) != wanted.map({ Array($0.utf8) }) else { return }
        found.append(
          "\(name) \(value.debugDescription)\n      wanted \(wanted.debugDescription)")
      }
      switch matter.body {
      case .text(let text): compare("text", text, expected.text)
      case .inEService: compare("text", nil, expected.text)
      }
      compare("title", matter.title, expected.title)
      compare("channel", "\(matter.channel)", expected.channel)
      compare("name", matter.sender.name, expected.senderName)
      compare("e-mail", matter.sender.email, expected.senderEmail)
      compare("reply", matter.sender.replyVia.map { "\($0)" }, expected.replyVia)
      compare("day", matter.arrivedOn.iso, expected.arrivedOn)
      compare("category", matter.suggestedCategory.map { "\($0)" }, expected.category)
      compare("unit", matter.unitWords, expected.unit)
      compare("family", matter.formFamily, expected.formFamily)
      compare("key", matter.key?.canonical, expected.key)
      compare("anonymous", "\(matter.sender.isAnonymous)", "\(expected.anonymous ?? false)")
      compare(
        "files", matter.files.map(\.name).joined(separator: "|"),
        (expected.files ?? []).map(\.name).joined(separator: "|"))
      for (file, wanted) in zip(matter.files, expected.files ?? []) {
        guard let content = wanted.content, file.bytes != Array(content) else { continue }
        found.append("the content of \(file.name) differs")
      }
      return found
    }
  }
}
