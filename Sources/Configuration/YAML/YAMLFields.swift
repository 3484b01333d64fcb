import Domain

/// The keys of one mapping, read by name and type; says by name what is missing or wrong.
struct YAMLFields {
  /// How errors call the mapping: "unit ‘hemtjanst’".
  let subject: String
  private let whole: YAMLValue
  private let entries: [String: YAMLValue.Entry]

  /// Takes a mapping apart.
  ///
  /// - Parameters:
  ///   - value: The mapping.
  ///   - kind: What it describes, with an article: "a unit".
  ///   - naming: The key whose text names it in errors.
  ///   - keys: All keys that it may have.
  /// - Throws: `ConfigurationError` when it is no mapping, or has another key.
  init(
    _ value: YAMLValue, kind: String, naming: String? = nil, keys: [String]
  ) throws(ConfigurationError) {
    guard case .mapping(let list) = value.content else {
      throw value.refused("\(kind) must be a mapping (key: value), not \(value.typeName)")
    }
    whole = value
    entries = Dictionary(list.map { ($0.key, $0) }) { first, _ in first }
    if let naming, case .text(let name, _)? = entries[naming]?.value.content, !name.isEmpty {
      let noun = kind.split(separator: " ").dropFirst().joined(separator: " ")
      subject = "\(noun) \(quoted(name))"
    } else {
      subject = kind
    }
    for entry in list where !keys.contains(entry.key) {
      let known = keys.joined(separator: ", ")
      throw ConfigurationError(
        file: value.file, line: entry.line,
        problem: "\(subject) has an unknown key \(quoted(entry.key)); the keys are \(known)")
    }
  }

  /// The line of a key's value, or of the mapping when it has no such key.
  func line(of key: String) -> Int { entries[key]?.value.line ?? whole.line }

  /// An error at a key, or at the mapping when it has no such key.
  func refused(_ key: String?, _ problem: String) -> ConfigurationError {
    let line = key.map { self.line(of: $0) } ?? whole.line
    return ConfigurationError(file: whole.file, line: line, problem: problem)
  }

  private func refused(_ key: String, must shape: String) -> ConfigurationError {
    refused(key, "\(quoted(key)) of \(subject) must be \(shape)")
  }

  // MARK: - Values

  /// The value of a key; nil when the key is absent.
  func value(_ key: String) throws(ConfigurationError) -> YAMLValue? {
    guard let entry = entries[key] else { return nil }
    guard !entry.value.isEmpty else {
      throw refused(
        key, "\(quoted(key)) of \(subject) has no value; leave the key out, or put text in quotes")
    }
    return entry.value
  }

  /// The value of a key that must be there.
  func required(_ key: String) throws(ConfigurationError) -> YAMLValue {
    guard let value = try value(key) else { throw refused(nil, "\(subject) has no \(quoted(key))") }
    return value
  }

  /// The text of a key, checked and trimmed by its kind.
  func text(_ key: String, _ kind: SettingKind = .name) throws(ConfigurationError) -> String? {
    guard let value = try value(key) else { return nil }
    return try text(of: value, key, kind)
  }

  /// The text of a key that must be there.
  func requiredText(_ key: String, _ kind: SettingKind = .name) throws(ConfigurationError) -> String
  {
    try text(of: try required(key), key, kind)
  }

  private func text(
    of value: YAMLValue, _ key: String, _ kind: SettingKind
  ) throws(ConfigurationError) -> String {
    guard case .text(let written, _) = value.content else {
      throw refused(key, must: "text, not \(value.typeName)")
    }
    guard let text = kind.checked(written) else {
      throw value.refused(
        "\(quoted(key)) of \(subject) is \(quoted(written)); it must be \(kind.demand)")
    }
    return text
  }

  /// The items of a list; empty when the key is absent.
  func list(_ key: String) throws(ConfigurationError) -> [YAMLValue] {
    guard let value = try value(key) else { return [] }
    guard case .list(let items) = value.content else {
      throw refused(key, must: "a list ([…] or lines with -), not \(value.typeName)")
    }
    return items
  }

  /// The texts of a list, each once; empty when the key is absent.
  func texts(_ key: String, _ kind: SettingKind = .name) throws(ConfigurationError) -> [String] {
    var texts: [String] = []
    for item in try list(key) {
      let text = try text(of: item, key, kind)
      guard !texts.contains(text) else {
        throw item.refused("\(quoted(key)) of \(subject) names \(quoted(text)) twice")
      }
      texts.append(text)
    }
    return texts
  }

  /// Whether a key says so; nil when it is absent.
  func flag(_ key: String) throws(ConfigurationError) -> Bool? {
    guard let value = try value(key) else { return nil }
    guard case .text(let text, _) = value.content else { throw refused(key, must: "true or false") }
    switch text.lowercased() {
    case "true", "yes", "on": return true
    case "false", "no", "off": return false
    default: throw refused(key, must: "true or false, not \(quoted(text))")
    }
  }

  /// The whole number of a key; nil when it is absent.
  func number(_ key: String, in range: ClosedRange<Int>) throws(ConfigurationError) -> Int? {
    guard let value = try value(key) else { return nil }
    guard case .text(let text, _) = value.content, let number = Int(text), range.contains(number)
    else {
      throw refused(
        key, must: "a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  /// The value of a key that takes one of a few words; nil when it is absent.
  func choice<Choice: RawRepresentable<String>>(
    _ key: String, of choices: [Choice]
  ) throws(ConfigurationError) -> Choice? {
    guard let value = try value(key) else { return nil }
    return try choice(of: value, key, choices)
  }

  /// The value of a key that must be there and takes one of a few words.
  func requiredChoice<Choice: RawRepresentable<String>>(
    _ key: String, of choices: [Choice]
  ) throws(ConfigurationError) -> Choice {
    try choice(of: try required(key), key, choices)
  }

  /// The values of a list whose items are each one of a few words; empty when it is absent.
  func choices<Choice: RawRepresentable<String>>(
    _ key: String, of choices: [Choice]
  ) throws(ConfigurationError) -> [Choice] {
    var chosen: [Choice] = []
    for item in try list(key) { chosen.append(try choice(of: item, key, choices)) }
    return chosen
  }

  private func choice<Choice: RawRepresentable<String>>(
    of value: YAMLValue, _ key: String, _ choices: [Choice]
  ) throws(ConfigurationError) -> Choice {
    let words = choices.map(\.rawValue).joined(separator: ", ")
    guard case .text(let text, _) = value.content else {
      throw refused(key, must: "one of \(words), not \(value.typeName)")
    }
    guard let choice = choices.first(where: { $0.rawValue == text }) else {
      throw value.refused(
        "\(quoted(key)) of \(subject) is \(quoted(text)); it must be one of \(words)")
    }
    return choice
  }
}
