/// A page of plain text that grows as a browser would lay it out.
struct PlainPage {
  /// How many quoted blocks are open.
  var quoteDepth = 0

  private var scalars = String.UnicodeScalarView()
  private var length = 0
  /// The line ends since the last sign.
  private var lineEnds = 0
  /// The line ends asked for before the next sign.
  private var wantedLineEnds = 0
  private var wantsSpace = false
  private var isAtLineStart = true
  private var itemMark: String?

  /// The page without white space at its end.
  var text: String { String(scalars).withoutTrailingSpace }

  /// Whether the page is short enough to be taken.
  var isWithinLimit: Bool { length <= FileReader.maximumCharacters }

  /// Writes text, white space as one space unless it is preformatted.
  mutating func write(_ text: String, isPreformatted: Bool) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where isPreformatted: endLine()
      case " ", "\t", "\n", "\r", "\u{0C}":
        if isPreformatted { put(scalar) } else { wantsSpace = true }
      case "\u{00A0}": put(" ")
      default: put(scalar)
      }
    }
  }

  /// Asks for at least `count` line ends before what comes next.
  mutating func breakLine(_ count: Int) {
    // A paragraph at the start of a list item stays beside its mark.
    if itemMark == nil { wantedLineEnds = max(wantedLineEnds, count) }
    wantsSpace = false
  }

  /// Ends the line here.
  mutating func endLine() {
    settleLineEnds()
    if itemMark != nil { beginLine() }
    wantsSpace = false
    addLineEnd()
  }

  /// Begins a list item.
  mutating func beginItem(_ mark: String) { itemMark = mark }

  /// Asks for a space before the next sign on this line.
  mutating func space() { wantsSpace = true }

  private mutating func put(_ scalar: Unicode.Scalar) {
    settleLineEnds()
    if isAtLineStart {
      beginLine()
    } else if wantsSpace {
      append(" ")
    }
    wantsSpace = false
    append(scalar)
    lineEnds = 0
  }

  private mutating func settleLineEnds() {
    guard length > 0 else {
      wantedLineEnds = 0
      return
    }
    while lineEnds < wantedLineEnds { addLineEnd() }
    wantedLineEnds = 0
  }

  /// Adds a line end; never more than two blank lines in a row, and none at the top.
  private mutating func addLineEnd() {
    isAtLineStart = true
    guard length > 0, lineEnds < 3 else { return }
    while scalars.last == " " || scalars.last == "\t" {
      scalars.removeLast()
      length -= 1
    }
    append("\n")
    lineEnds += 1
  }

  private mutating func beginLine() {
    for _ in 0..<min(quoteDepth, 50) {
      append(">")
      append(" ")
    }
    for scalar in (itemMark ?? "").unicodeScalars { append(scalar) }
    itemMark = nil
    isAtLineStart = false
    lineEnds = 0
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    scalars.append(scalar)
    length += 1
  }
}

extension String {
  fileprivate var withoutTrailingSpace: String {
    let last = unicodeScalars.lastIndex { !$0.properties.isWhitespace }
    return last.map { String(unicodeScalars[...$0]) } ?? ""
  }
}
