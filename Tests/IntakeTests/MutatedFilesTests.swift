import Domain
import Intake
import Testing

/// Files that are broken in any way are read or refused, never crash, and never take long.
struct MutatedFilesTests {
  @Test("2 000 broken files: no crash, and none takes a second", .timeLimit(.minutes(5)))
  func mutations() throws {
    let files = try GeneratedFiles(count: 100, seed: 11)
    defer { files.remove() }
    let originals = try files.expected.map { try files.bytes($0.file) }
    var dice = Dice(seed: 20_261_101)
    let clock = ContinuousClock()
    var slowest = Duration.zero
    var read = 0
    for round in 0..<2_000 {
      var bytes = originals[round % originals.count]
      for _ in 0..<Int.random(in: 1...6, using: &dice) { Self.break(&bytes, using: &dice) }
      slowest = max(
        slowest,
        clock.measure {
          switch reading(bytes) {
          case .success(let incoming):
            read += 1
            Self.check(incoming)
          case .failure(let refusal):
            #expect(refusal.sentence.hasSuffix("."))
          }
        })
    }
    #expect(slowest < .seconds(1))
    // Most breaks leave something that can be read.
    #expect(read > 500)
  }

  /// What holds for anything that was read, however broken the file.
  private static func check(_ incoming: Incoming) {
    guard case .matter(let matter) = incoming else { return }
    #expect(matter.arrivedOn <= GeneratedFiles.today)
    #expect((matter.title?.unicodeScalars.count ?? 0) <= 200)
    #expect(matter.title?.contains { $0.isNewline } != true)
    if case .text(let text) = matter.body {
      #expect(!text.utf8.contains(0))
      #expect(!text.utf8.contains(0x0D))
    }
    for file in matter.files { #expect(!file.name.isEmpty && !file.name.contains("/")) }
  }

  private static let injections = [
    "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n", "Content-Type: text/html\n",
    "Content-Transfer-Encoding: base64\n", "From: <\n", "To: a:a:a:a:a:;;;;\n", "Date: x\n",
    "Subject: =?utf-8?b?\n", "\n\n", "<![CDATA[", "]]>", "<!--", "&#0;", "</Values>", "<x>",
    "<!DOCTYPE x [<!ENTITY a \"b\">]>", "&a;", "\u{0}", "=?iso-2022-jp?b?GyRC?=", "begin 644 x\n",
    "Content-Type: text/plain; charset=utf-7\n", "<html><body><table><td><ul><li>", "--", "\r",
  ].map { Array($0.utf8) }

  private static func `break`(_ bytes: inout [UInt8], using dice: inout Dice) {
    guard !bytes.isEmpty else { return }
    let place = Int.random(in: 0..<bytes.count, using: &dice)
    let length = Int.random(in: 1...200, using: &dice)
    let range = place..<min(place + length, bytes.count)
    switch Int.random(in: 0..<7, using: &dice) {
    case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &dice)
    case 1: bytes[place] = .random(in: 0...255, using: &dice)
    case 2: bytes.removeSubrange(place...)
    case 3: bytes.insert(contentsOf: bytes[range], at: place)
    case 4: bytes.removeSubrange(range)
    case 5:
      let other = Int.random(in: 0..<bytes.count, using: &dice)
      bytes.swapAt(place, other)
    default: bytes.insert(contentsOf: injections.randomElement(using: &dice) ?? [], at: place)
    }
  }
}
