/// A matter that was found.
public struct SearchHit: Hashable, Sendable {
  /// How close it is to what was typed; closer ones come first.
  public enum Closeness: Int, CaseIterable, Comparable, Sendable {
    /// It bears the number that was typed.
    case number
    /// All words stand just as they were typed.
    case whole
    /// All but the last, which may still be typed on.
    case begun
    /// All words begin as they were typed.
    case asTyped
    /// Words have other endings.
    case inflected
    /// Words have å, ä and ö for a and o, and other endings or not.
    case folded

    /// Orders by closeness.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// The matter as a list shows it.
  public var row: MatterRow
  /// How close it is to what was typed.
  public var closeness: Closeness
  /// The words of the query where they stand, with some words around them.
  public var snippet: Snippet
  /// Where words of the query stand in the title of the row.
  public var titleMarks: [Range<String.Index>]

  /// Makes a hit.
  public init(
    row: MatterRow, closeness: Closeness, snippet: Snippet, titleMarks: [Range<String.Index>]
  ) {
    self.row = row
    self.closeness = closeness
    self.snippet = snippet
    self.titleMarks = titleMarks
  }
}

/// A piece of a matter's words, on one line.
public struct Snippet: Hashable, Sendable {
  /// Where it stands.
  public enum Source: Hashable, Sendable {
    /// What came in: the synpunkt or an addition.
    case text
    /// An answer.
    case answer
    /// A note.
    case note
    /// Names and addresses.
    case sender
  }

  /// Where it stands.
  public var source: Source
  /// The words, with … where something is left out.
  public var text: String
  /// Where words of the query stand in it; none when they stand in title, number or unit only.
  public var marks: [Range<String.Index>]

  /// Makes a snippet.
  public init(source: Source, text: String, marks: [Range<String.Index>]) {
    self.source = source
    self.text = text
    self.marks = marks
  }
}
