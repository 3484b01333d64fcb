internal import Yams

extension YAMLValue {
  /// Reads the one document of a file.
  ///
  /// - Parameters:
  ///   - bytes: The file; UTF-8, with or without a byte order mark, LF or CRLF.
  ///   - file: The name for errors.
  /// - Returns: The value of the whole document.
  /// - Throws: `ConfigurationError` for what is no YAML, and for what this program does not use:
  ///   anchors, aliases, tags, directives, several documents, keys that are no text, duplicate
  ///   keys, more than ten levels.
  static func read(_ bytes: [UInt8], file: String) throws(ConfigurationError) -> YAMLValue {
    let source = try SourceText.read(bytes, file: file)
    try SourceScan.check(Array(source.utf8), file: file)
    let root: Yams.Node
    do {
      // The default resolver matches every key with regular expressions, and the default encoding
      // comes from an environment variable.
      let parser = try Yams.Parser(yaml: source, resolver: .basic, encoding: .utf8)
      guard let node = try parser.singleRoot() else {
        throw ConfigurationError(file: file, line: nil, problem: "the file is empty")
      }
      root = node
    } catch {
      throw ConfigurationError(error, file: file)
    }
    return try YAMLValue(root, file: file, under: 1, depth: 1)
  }

  private init(
    _ node: Yams.Node, file: String, under line: Int, depth: Int
  ) throws(ConfigurationError) {
    let line = node.mark?.line ?? line
    guard depth <= SourceScan.depthLimit else {
      throw ConfigurationError(
        file: file, line: line, problem: "nested deeper than \(SourceScan.depthLimit) levels")
    }
    self.line = line
    self.file = file
    switch node {
    case .scalar(let scalar): content = .text(scalar.string, isPlain: scalar.style == .plain)
    case .sequence(let sequence):
      var list: [YAMLValue] = []
      for item in sequence {
        list.append(try YAMLValue(item, file: file, under: line, depth: depth + 1))
      }
      content = .list(list)
    case .mapping(let mapping):
      content = .mapping(try Self.entries(of: mapping, file: file, under: line, depth: depth))
    case .alias:
      throw ConfigurationError(file: file, line: line, problem: "YAML aliases are not used here")
    }
  }

  private static func entries(
    of mapping: Yams.Node.Mapping, file: String, under line: Int, depth: Int
  ) throws(ConfigurationError) -> [Entry] {
    var entries: [Entry] = []
    for (key, node) in mapping {
      let keyLine = key.mark?.line ?? line
      guard case .scalar(let name) = key else {
        throw ConfigurationError(file: file, line: keyLine, problem: "a key must be plain text")
      }
      if name.string == "<<", name.style == .plain {
        throw ConfigurationError(
          file: file, line: keyLine, problem: "YAML merge keys (<<) are not used here")
      }
      let value = try YAMLValue(node, file: file, under: keyLine, depth: depth + 1)
      entries.append(Entry(key: name.string, line: keyLine, value: value))
    }
    return entries
  }
}

extension ConfigurationError {
  /// Translates what Yams throws; its own description would print the whole file.
  fileprivate init(_ error: any Error, file: String) {
    switch error {
    case let error as ConfigurationError: self = error
    case YamlError.scanner(let context, let problem, let mark, _),
      YamlError.parser(let context, let problem, let mark, _),
      YamlError.composer(let context, let problem, let mark, _):
      let during = context.map { " (\($0.text))" } ?? ""
      self.init(file: file, line: mark.line, problem: "not valid YAML: \(problem)\(during)")
    case YamlError.duplicatedKeysInMapping(let keys, let context):
      let names = keys.map { quoted($0) }.joined(separator: ", ")
      self.init(
        file: file, line: context.mark.line,
        problem: "the key \(names) stands twice in the mapping that has it here")
    case YamlError.reader(let problem, _, _, _):
      self.init(file: file, line: nil, problem: "not valid YAML: \(problem)")
    default: self.init(file: file, line: nil, problem: "not valid YAML")
    }
  }
}
