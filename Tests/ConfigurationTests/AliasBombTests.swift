import Testing
import Yams

@testable import Configuration

@Suite struct AliasBombTests {
  static let bombs: [String] = {
    let names = (0..<25).map { "k\($0)" }
    var text = "a: &k0 [x, x]\n"
    for (inner, outer) in zip(names, names.dropFirst()) {
      text += "\(outer): &\(outer) [*\(inner), *\(inner)]\n"
    }
    let last = names[24]
    return [
      text,
      text + "? [*\(last), *\(last)]\n: x\n",
      text + "[*\(last), *\(last)]: x\n",
      text + "{*\(last) : x, *\(last) : y}\n",
      text.replacing("&", with: "!!seq &"),
      "text: |\n   deep\n  less\n" + text,
    ]
  }()

  @Test(arguments: bombs, [0, 1])
  func answersWithinASecond(bomb: String, indentation: Int) throws {
    let lines = bomb.split(separator: "\n").map {
      String(repeating: " ", count: indentation) + $0
    }
    let source = Array(lines.joined(separator: "\n").utf8)
    let time = ContinuousClock().measure {
      #expect(throws: ConfigurationError.self) {
        _ = try OrganisationFile.read(source, name: "bomb.yaml", routines: [])
      }
    }
    #expect(time < .seconds(1))
  }

  /// Whatever Yams takes for an anchor has been refused before: thousands of small files, most of
  /// which nearly mislead about where a text ends.
  @Test func seesEveryAnchorThatYamsSees() throws {
    let indents = ["", " ", "  ", "   ", "    "]
    let dashes = ["", "", "- ", "- - ", "-   "]
    let values = [
      "a", "a b", "|", ">-", "|2", "|1-", "| # c", "'a", "a'", "'a'", "\"a", "a\"", "\"\\\"\"",
      "[a,",
      "b]", "[a, b]", "{a: b}", "{a", "}", "a: b}", "# 'd", "", "a #b", "a: b", "it's", "a:b",
      "---",
      "...", "x, y", "å", "'it''s'", "''", "'''", "{a: b, c: {d: e}}", "\\", "- a", "k: - a",
      "b ]: c",
    ]
    let marks = [
      "&x ", "&x", "&x c", "[&x c]", "{&x a: b}", "a, &x c]", "} &x", "' &x", "\" &x",
      "{a: b}, &x c]",
    ]
    var random = SplitMix(state: 42)
    var parsed = 0
    for _ in 0..<20_000 {
      let count = Int.random(in: 2...6, using: &random)
      let marked = Int.random(in: 0..<count, using: &random)
      var source = ""
      for line in 0..<count {
        source += try #require(indents.randomElement(using: &random))
        source += try #require(dashes.randomElement(using: &random))
        if Bool.random(using: &random) { source += "k\(line): " }
        let choice = line == marked ? marks : values
        source += try #require(choice.randomElement(using: &random)) + "\n"
      }
      guard (try? SourceScan.check(Array(source.utf8), file: "x")) != nil else { continue }
      guard let parser = try? Parser(yaml: source, encoding: .utf8) else { continue }
      // The parser keeps the anchors alive.
      withExtendedLifetime(parser) {
        guard let root = try? parser.singleRoot() else { return }
        parsed += 1
        #expect(!Self.isMarked(root), "not seen: \(source.debugDescription)")
      }
    }
    #expect(parsed > 500)
  }

  private static func isMarked(_ node: Node) -> Bool {
    switch node {
    case .scalar(let scalar): scalar.anchor != nil
    case .sequence(let list): list.anchor != nil || list.contains { isMarked($0) }
    case .mapping(let map):
      map.anchor != nil || map.contains { isMarked($0.key) || isMarked($0.value) }
    case .alias: true
    }
  }
}

/// A small generator with a fixed seed, so that a failure comes again.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
