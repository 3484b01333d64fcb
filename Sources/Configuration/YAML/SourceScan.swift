/// A look at YAML before it is parsed, which refuses what could stall the parser or mislead it.
///
/// Anchors and aliases are the reason: four hundred bytes of aliases in a key make Yams compare
/// for hours, and Yams shows its tokens to nobody. So this follows libyaml's own scanner
/// (`scanner.c`, the same rules for indentation, plain, quoted and block scalars) just far enough
/// to know where a token begins. Tags, directives, `?` keys and deep nesting are refused too;
/// everything else that is wrong is left to the parser.
struct SourceScan {
  /// The deepest nesting of lists and mappings.
  static let depthLimit = 10

  let bytes: [UInt8]
  let file: String
  var place = 0
  var line = 1
  var lineStart = 0
  /// The columns of the open block collections.
  var indents: [Int] = []
  /// The number of open `[` and `{`.
  var flow = 0
  /// Whether a key may begin here.
  var allowsKey = true
  /// Where a key may have begun.
  var key: (line: Int, column: Int)?
  private var hasBegun = false

  private init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
  }

  /// Refuses what must not come to the parser.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8 whose only line breaks are line feeds.
  ///   - file: The name for errors.
  /// - Throws: `ConfigurationError` with the line.
  static func check(_ bytes: [UInt8], file: String) throws(ConfigurationError) {
    var scan = SourceScan(bytes, file: file)
    while scan.skipToToken() { try scan.token() }
  }

  private func refused(_ problem: String) -> ConfigurationError {
    ConfigurationError(file: file, line: line, problem: problem)
  }

  // MARK: - Tokens

  /// Goes past blanks, comments and line breaks; false at the end.
  private mutating func skipToToken() -> Bool {
    while let next = byte() {
      if isBlank() {
        advance()
      } else if next == UInt8(ascii: "#") {
        while byte() != nil, byte() != UInt8(ascii: "\n") { advance() }
      } else if next == UInt8(ascii: "\n") {
        advance()
        if flow == 0 { allowsKey = true }
      } else {
        return true
      }
    }
    return false
  }

  private mutating func token() throws(ConfigurationError) {
    guard let next = byte() else { return }
    if flow == 0 { indents.removeLast(indents.reversed().prefix { $0 > column }.count) }
    if isDocumentMark { return try documentMark() }
    defer { hasBegun = true }
    switch next {
    case UInt8(ascii: "%") where column == 0:
      throw refused("a line that begins with % is a YAML directive, which is not used here")
    case UInt8(ascii: "&"), UInt8(ascii: "*"):
      throw refused(
        "YAML anchors and aliases (& and *) are not used here; put text that begins so in quotes")
    case UInt8(ascii: "!"):
      throw refused("YAML tags (!) are not used here; put text that begins so in quotes")
    case UInt8(ascii: "?") where flow > 0 || endsWord(1):
      throw refused("YAML keys with ? are not used here; put text that begins so in quotes")
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      rememberKey()
      flow += 1
      allowsKey = true
      try checkDepth()
      advance()
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      flow = max(0, flow - 1)
      allowsKey = false
      advance()
    case UInt8(ascii: ","):
      allowsKey = true
      advance()
    case UInt8(ascii: "-") where endsWord(1):
      try openBlock(at: column)
      allowsKey = true
      key = nil
      advance()
    case UInt8(ascii: ":") where flow > 0 || endsWord(1): try valueMark()
    case UInt8(ascii: "|") where flow == 0, UInt8(ascii: ">") where flow == 0: blockScalar()
    case UInt8(ascii: "'"), UInt8(ascii: "\""):
      rememberKey()
      allowsKey = false
      quotedScalar(next)
    default:
      rememberKey()
      allowsKey = false
      plainScalar()
    }
  }

  private mutating func documentMark() throws(ConfigurationError) {
    if hasBegun, byte() == UInt8(ascii: "-") {
      throw refused("a second YAML document begins here; one file holds one document")
    }
    hasBegun = true
    indents = []
    allowsKey = false
    key = nil
    for _ in 0..<3 { advance() }
  }

  private mutating func rememberKey() {
    guard flow == 0 else { return }
    key = allowsKey ? (line, column) : nil
  }

  private mutating func valueMark() throws(ConfigurationError) {
    if flow == 0 {
      if let key, key.line == line {
        try openBlock(at: key.column)
        allowsKey = false
      } else {
        try openBlock(at: column)
        allowsKey = true
      }
      key = nil
    }
    advance()
  }

  private mutating func openBlock(at column: Int) throws(ConfigurationError) {
    guard flow == 0, column > indents.last ?? -1 else { return }
    indents.append(column)
    try checkDepth()
  }

  private func checkDepth() throws(ConfigurationError) {
    guard indents.count + flow <= Self.depthLimit else {
      throw refused("nested deeper than \(Self.depthLimit) levels")
    }
  }
}
