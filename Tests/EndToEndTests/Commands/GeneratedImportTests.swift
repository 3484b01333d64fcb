import Foundation
import Testing

/// 500 mails and forms by Python's own email library: what was written comes out.
@Suite struct GeneratedImportTests {
  private struct Expected: Decodable {
    struct File: Decodable {
      var name: String
      var size: Int?
    }
    var file: String
    var outcome: String
    var channel: String?
    var text: String?
    var senderName: String?
    var senderEmail: String?
    var anonymous: Bool?
    var arrivedOn: String?
    var files: [File]?
  }

  @Test(.needs(.python)) func eachComesOutAsItWasWritten() throws {
    try Tool.python.require()
    let place = try Place()
    let folder = place.folder + "/generated"
    let made = try Child([
      "python3", Program.file("Tests/IntakeTests/Generator/generate.py"), folder,
      "--count", "500", "--seed", "11", "--today", Day(ago: 0).iso,
    ]).finish()
    try #require(made.status == 0, "\(made.complaint)")
    let expected = try JSONDecoder().decode(
      [Expected].self, from: Data(contentsOf: URL(fileURLWithPath: folder + "/expected.json")))
    #expect(expected.count == 500)

    let files = expected.map { "\(folder)/\($0.file)" }
    let results = try place.importFiles(files)
    #expect(results.map(\.file) == files)
    var registered = 0
    for (result, wanted) in zip(results, expected) {
      guard wanted.outcome == "matter" else {
        #expect(result.result == "set-aside", "\(wanted.file)")
        continue
      }
      #expect(result.result == "registered", "\(wanted.file): \(result.reason ?? "")")
      registered += 1
      guard let reference = result.reference else { continue }
      try compare(try place.matter(reference), with: wanted)
    }
    #expect(registered > 400)
    #expect(try place.matters().count == registered)

    let again = try place.importFiles(files)
    for (result, first) in zip(again, results) {
      #expect(result.result == "duplicate", "\(result.file)")
      #expect(result.reference == first.reference)
    }
    #expect(try place.matters().count == registered)
    try place.expectVerified()
  }

  private func compare(_ matter: MatterAnswer, with wanted: Expected) throws {
    let comment = Comment(rawValue: wanted.file)
    if let text = wanted.text {
      let plain = text.replacingOccurrences(of: "\r\n", with: "\n")
        .replacingOccurrences(of: "\r", with: "\n")
      #expect(Array((matter.text ?? "").utf8) == Array(plain.utf8), comment)
    }
    #expect(matter.arrivedOn == wanted.arrivedOn, comment)
    #expect(matter.sender?.anonymous == wanted.anonymous, comment)
    #expect(matter.sender?.name == wanted.senderName, comment)
    #expect(matter.sender?.email == wanted.senderEmail, comment)
    #expect(matter.attachments?.count == wanted.files?.count, comment)
  }
}
