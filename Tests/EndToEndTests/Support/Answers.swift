import Foundation
import Testing

/// A row of `import --json`.
struct ImportResult: Decodable {
  var file: String
  var result: String
  var reference: String?
  var reason: String?
}

/// A matter of `list --json` and `show --json`.
struct MatterAnswer: Decodable, Equatable {
  struct SenderAnswer: Decodable, Equatable {
    var anonymous: Bool
    var name: String?
    var email: String?
    var replyVia: String?
    var wantsAnswer: Bool
  }

  struct FileAnswer: Decodable, Equatable {
    var name: String
    var size: Int
  }

  struct EventAnswer: Decodable, Equatable {
    var at: String
    var by: String
    var kind: String
    var text: String?
    var how: String?
    var recipient: String?
    var unit: String?
    var reason: String?
  }

  struct AdditionAnswer: Decodable, Equatable {
    var text: String
  }

  var reference: String
  var title: String?
  var arrivedOn: String
  var category: String?
  var subjectArea: String?
  var status: String
  var unit: String?
  var unitCode: String?
  var answerBy: String?
  var closedOn: String?
  var text: String?
  var additions: [AdditionAnswer]?
  var sender: SenderAnswer?
  var externalId: String?
  var attachments: [FileAnswer]?
  var events: [EventAnswer]?

  /// The kinds of what has happened, in order.
  var kinds: [String] { (events ?? []).map(\.kind) }
}

extension Program.Outcome {
  /// Standard output read as JSON.
  func json<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
    try JSONDecoder().decode(type, from: output)
  }

  /// The keys of the first object on standard output.
  func keys() throws -> Set<String> {
    let value = try JSONSerialization.jsonObject(with: output)
    let object = (value as? [[String: Any]])?.first ?? value as? [String: Any]
    return Set(try #require(object, "no object: \(text)").keys)
  }

  /// Expects that it could not be done: exit status 1, and one clear sentence on standard error.
  func expectRefused(
    _ words: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(status == 1, "signal \(signal ?? 0): \(text)", sourceLocation: sourceLocation)
    let lines = complaint.split(separator: "\n")
    #expect(lines.count == 1, "\(complaint)\(text)", sourceLocation: sourceLocation)
    #expect(lines.first?.hasSuffix(".") == true, "\(complaint)", sourceLocation: sourceLocation)
    for word in words {
      #expect(complaint.contains(word), "\(complaint)", sourceLocation: sourceLocation)
    }
    expectPlain(sourceLocation: sourceLocation)
  }

  /// Expects that nothing it said could move a cursor or turn the direction of writing.
  func expectPlain(sourceLocation: SourceLocation = #_sourceLocation) {
    for (name, said) in [("standard output", text), ("standard error", complaint)] {
      #expect(said.forbiddenScalars.isEmpty, "\(name)", sourceLocation: sourceLocation)
    }
  }
}

extension String {
  /// The characters that a terminal would obey: C0 but for line feeds, DEL, C1, marks of direction.
  var forbiddenScalars: [String] {
    unicodeScalars.filter { scalar in
      switch scalar.value {
      case 0x0A: false
      case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
      default: false
      }
    }.map { String($0.value, radix: 16) }
  }
}

extension Place {
  /// Takes in files.
  func importFiles(_ paths: [String]) throws -> [ImportResult] {
    try run(["import", "--json"] + paths).json()
  }

  /// Takes in one file, and expects that it is registered.
  ///
  /// - Returns: Its number.
  func register(
    _ name: String, _ text: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    let result = try importFiles([try write(name, text)])[0]
    #expect(result.result == "registered", "\(result)", sourceLocation: sourceLocation)
    return try #require(result.reference, sourceLocation: sourceLocation)
  }

  /// All matters.
  func matters(in queue: String = "all") throws -> [MatterAnswer] {
    try succeed("list", "--queue", queue, "--json").json()
  }

  /// One matter.
  func matter(_ reference: String) throws -> MatterAnswer {
    try succeed("show", reference, "--json").json()
  }
}
