extension String {
  /// The text with CRLF and CR as LF, and nothing else changed.
  var withLineFeeds: String {
    guard utf8.contains(0x0D) else { return self }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    var afterReturn = false
    for byte in utf8 {
      if byte == 0x0D {
        bytes.append(0x0A)
      } else if byte != 0x0A || !afterReturn {
        bytes.append(byte)
      }
      afterReturn = byte == 0x0D
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text without its last line end, if it has one.
  ///
  /// Line ends must be LF.
  var withoutFinalLineEnd: String {
    utf8.last == 0x0A ? String(decoding: utf8.dropLast(), as: UTF8.self) : self
  }

  /// The text without white space around it.
  var trimmed: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }

  /// The trimmed text, or nil when there is nothing but white space.
  var nonBlank: String? {
    let text = trimmed
    return text.isEmpty ? nil : text
  }

  /// Whether there is nothing but white space.
  var isBlank: Bool { unicodeScalars.allSatisfy { $0.properties.isWhitespace } }

  /// The text on one line of at most 200 characters, or nil when it is blank.
  ///
  /// Line ends and tabs become spaces and NUL goes; nothing else changes within.
  var oneLine: String? {
    var line = String.UnicodeScalarView()
    for scalar in trimmed.withLineFeeds.unicodeScalars.prefix(2_000) where scalar != "\0" {
      switch scalar {
      case "\n", "\t", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}": line.append(" ")
      default: line.append(scalar)
      }
    }
    let text = String(line).trimmed
    guard text.unicodeScalars.count > 200 else { return text.isEmpty ? nil : text }
    var short = ""
    for character in text {
      guard short.unicodeScalars.count + character.unicodeScalars.count < 200 else { break }
      short.append(character)
    }
    return short + "…"
  }

  /// The text for comparing words: lower case, å and ä as a, ö as o, é as e, marks gone.
  var folded: String {
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count)
    for scalar in unicodeScalars {
      if scalar.isASCII {
        // Nearly all of a text, and whole texts are folded.
        result.append(UInt8(ascii: scalar).lowercased)
        continue
      }
      for lower in scalar.properties.lowercaseMapping.unicodeScalars {
        switch lower {
        case "å", "ä", "à", "á": result.append(UInt8(ascii: "a"))
        case "ö", "ø": result.append(UInt8(ascii: "o"))
        case "é", "è": result.append(UInt8(ascii: "e"))
        case "ü": result.append(UInt8(ascii: "u"))
        case "\u{00A0}": result.append(UInt8(ascii: " "))
        case "\u{0300}"..."\u{036F}": break
        default: result += String(lower).utf8
        }
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The folded letters and digits alone: "Typ av synpunkt" as "typavsynpunkt".
  var foldedLetters: String {
    String(
      String.UnicodeScalarView(
        folded.unicodeScalars.filter {
          ("a"..."z").contains($0) || ("0"..."9").contains($0)
        }
      )
    )
  }

  /// The folded words: runs of letters and digits.
  var foldedWords: [String] {
    folded.unicodeScalars
      .split { !$0.properties.isAlphabetic && !("0"..."9").contains($0) }
      .map { String($0) }
  }
}
