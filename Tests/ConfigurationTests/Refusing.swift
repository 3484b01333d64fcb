import Testing

@testable import Configuration

/// Expects a reading to be refused at a line, in a sentence that holds some words.
func expectRefusal<Value>(
  line: Int?, holding words: String, sourceLocation: SourceLocation = #_sourceLocation,
  _ read: () throws(ConfigurationError) -> Value
) {
  do {
    let value = try read()
    Issue.record("was read: \(value)", sourceLocation: sourceLocation)
  } catch {
    #expect(error.line == line, "\(error.sentence)", sourceLocation: sourceLocation)
    #expect(error.problem.contains(words), "\(error.sentence)", sourceLocation: sourceLocation)
    let start = line.map { "bad.yaml:\($0): " } ?? "bad.yaml: "
    #expect(error.sentence.hasPrefix(start), sourceLocation: sourceLocation)
  }
}

/// One bad file of a table: a name, the text, and what is said about it.
struct Bad: CustomTestStringConvertible, Sendable {
  let name: String
  let text: String
  let line: Int?
  let words: String

  init(_ name: String, line: Int?, _ words: String, _ text: String) {
    self.name = name
    self.text = text
    self.line = line
    self.words = words
  }

  var testDescription: String { name }
}
