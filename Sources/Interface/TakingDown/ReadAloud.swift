import Terminal

/// A text in short lines, so that it can be read aloud without losing the place.
///
/// A sentence begins a line of its own, and a line ends where a clause does as far as that can be
/// done. Every character is kept: the lines are slices of the text, in order, with nothing between
/// them but the line feeds.
struct ReadAloud: Equatable, Sendable {
  /// The columns of a line: what the eye takes in at once.
  static let columns = 40

  /// One line.
  struct Line: Equatable, Sendable {
    /// What it says; blanks at its end may hang over the edge.
    var text: Substring
    /// Its place in the text, in bytes of UTF-8.
    var place: Range<Int>
    /// Whether a sentence begins here.
    var startsSentence: Bool
  }

  /// The lines.
  let lines: [Line]
  /// The most columns of a line.
  let columns: Int

  /// Breaks a text into lines.
  ///
  /// - Parameters:
  ///   - text: Any text.
  ///   - columns: The most columns of a line.
  init(_ text: String, columns: Int = Self.columns) {
    self.columns = columns
    var lines: [Line] = []
    var start = 0
    func add(_ row: Substring, startsSentence: Bool) {
      let end = start + row.utf8.count
      lines.append(Line(text: row, place: start..<end, startsSentence: startsSentence))
      start = end
    }
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let sentences = Clauses.sentences(of: paragraph)
      if sentences.isEmpty { add(paragraph, startsSentence: true) }
      for sentence in sentences {
        let rows = Self.rows(of: Clauses.clauses(of: sentence), columns: max(1, columns))
        for (index, row) in rows.enumerated() { add(row, startsSentence: index == 0) }
      }
      // The line feed.
      start += 1
    }
    self.lines = lines
  }

  /// Joins clauses to lines as long as they fit; one that fits on no line is broken between words.
  private static func rows(of clauses: [Substring], columns: Int) -> [Substring] {
    var rows: [Substring] = []
    for clause in clauses {
      if let last = rows.last {
        let joined = last.base[last.startIndex..<clause.endIndex]
        if width(joined) <= columns {
          rows[rows.count - 1] = joined
          continue
        }
      }
      rows += width(clause) <= columns ? [clause] : broken(clause, columns: columns)
    }
    return rows
  }

  /// Breaks between words into lines of about the same length.
  private static func broken(_ clause: Substring, columns: Int) -> [Substring] {
    let count = TextWidth.wrap(String(clause), columns: columns).count
    var narrow = columns
    while narrow > columns / 2,
      TextWidth.wrap(String(clause), columns: narrow - 1).count == count
    { narrow -= 1 }
    // Back from the slices of a copy to slices of the text itself.
    var start = clause.startIndex
    return TextWidth.wrap(String(clause), columns: narrow).map { row in
      let end = clause.utf8.index(start, offsetBy: row.utf8.count)
      defer { start = end }
      return clause.base[start..<end]
    }
  }

  private static func width(_ text: Substring) -> Int {
    var text = text
    while text.last?.isWhitespace == true { text.removeLast() }
    return TextWidth.width(of: String(text))
  }

  /// The lines as parts that each fit on the screen at once.
  ///
  /// A part ends with a sentence, where that leaves it at least two thirds full.
  ///
  /// - Parameter rows: The rows that there are.
  /// - Returns: The places of the lines of each part; at least one part.
  func parts(rows: Int) -> [Range<Int>] {
    let rows = max(1, rows)
    var parts: [Range<Int>] = []
    var start = 0
    repeat {
      var end = min(start + rows, lines.count)
      if end < lines.count, !lines[end].startsSentence {
        let early = start + max(1, rows * 2 / 3)
        end = (early..<max(early, end)).last { lines[$0].startsSentence } ?? end
      }
      parts.append(start..<end)
      start = end
    } while start < lines.count
    return parts
  }
}
