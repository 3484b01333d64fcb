import Terminal

/// A JSON value that is written with its keys in order and with every control character as `\u`.
///
/// JSONEncoder leaves C1 and bidi controls raw, which a terminal would obey.
indirect enum JSON {
  case null
  case bool(Bool)
  case number(Int)
  case string(String)
  case array([JSON])
  case object([(String, JSON)])

  /// A string, or null.
  static func optional(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }

  /// The value as text, two spaces to a level, without a final line end.
  var text: String {
    var out = ""
    write(to: &out, indent: 0)
    return out
  }

  private func write(to out: inout String, indent: Int) {
    switch self {
    case .null: out += "null"
    case .bool(let value): out += value ? "true" : "false"
    case .number(let value): out += String(value)
    case .string(let value): Self.write(value, to: &out)
    case .array(let values):
      Self.writeList(values, open: "[", close: "]", to: &out, indent: indent) {
        $0.write(to: &$1, indent: indent + 2)
      }
    case .object(let entries):
      Self.writeList(entries, open: "{", close: "}", to: &out, indent: indent) {
        Self.write($0.0, to: &$1)
        $1 += ": "
        $0.1.write(to: &$1, indent: indent + 2)
      }
    }
  }

  private static func writeList<Element>(
    _ list: [Element], open: String, close: String, to out: inout String, indent: Int,
    each: (Element, inout String) -> Void
  ) {
    guard !list.isEmpty else {
      out += open + close
      return
    }
    out += open
    for (index, element) in list.enumerated() {
      out += index == 0 ? "\n" : ",\n"
      out += String(repeating: " ", count: indent + 2)
      each(element, &out)
    }
    out += "\n" + String(repeating: " ", count: indent) + close
  }

  private static func write(_ text: String, to out: inout String) {
    out += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      case "\r": out += "\\r"
      default:
        if scalar.properties.generalCategory == .control || isHidden(scalar) {
          for unit in String(scalar).utf16 {
            let digits = String(unit, radix: 16)
            out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
          }
        } else {
          out.unicodeScalars.append(scalar)
        }
      }
    }
    out += "\""
  }

  /// Marks of direction, zero-width signs and line separators: all that a screen does not show.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .format, .lineSeparator, .paragraphSeparator: scalar != "\u{200D}"
    default: false
    }
  }
}

/// Standard output in lines, without anything a terminal would obey.
enum Output {
  /// Prints lines of text.
  static func print(lines: [String]) throws(Failure) {
    guard !lines.isEmpty else { return }
    let text = lines.map(VisibleText.clean).joined(separator: "\n") + "\n"
    try Files.write(Array(text.utf8))
  }

  /// Prints JSON.
  static func print(_ json: JSON) throws(Failure) {
    try Files.write(Array((json.text + "\n").utf8))
  }
}
