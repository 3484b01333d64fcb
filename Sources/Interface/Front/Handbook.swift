import Domain

/// The handbook: its words from a file, its key tables from the bindings.
public enum Handbook {
  /// The tables by the name that a line `{{tangenter: namn}}` in the handbook bears.
  static let tables: [String: [Binding]] = [
    "listor": ListScreen.bindings(isFixed: false),
    "sortera": TriageScreen.typeBindings + TriageScreen.unitBindings,
    "ärendet": MatterScreen.allBindings,
    "svaret": EditorScreen.bindings(for: .answer, isAnswerable: true),
    "anteckningen": EditorScreen.bindings(for: .officialNote, isAnswerable: true),
    "granska": ReviewScreen.bindings(asksHealth: true, asksMayKnow: true),
    "muntligt": TakingScreen.bindings(of: .spoken, .writing)
      + TakingScreen.bindings(of: .spoken, .readBack),
    "avsändaren": TakingScreen.bindings(of: .paper, .details),
    "sökningen": SearchScreen.typingBindings + SearchScreen.walkingBindings,
    "påbörjade": DraftsScreen.allBindings,
    "vikarier": SubstitutesScreen.listBindings
      + SubstitutesScreen.formBindings(choosesPerson: true),
    "överallt": Front.commonBindings,
  ]

  /// The handbook with its key tables filled in.
  ///
  /// - Parameter source: The handbook's file; a line that names an unknown table is left as it is.
  /// - Returns: The text to read.
  public static func text(from source: String) -> String {
    source.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard line.hasPrefix("{{tangenter: "), line.hasSuffix("}}"),
        let bindings = tables[String(line.dropFirst(13).dropLast(2))]
      else { return String(line) }
      return bindings.filter { !$0.keys.isEmpty }.map(row).joined(separator: "\n")
    }.joined(separator: "\n")
  }

  /// The columns before the sentence in a row of a key table.
  static let keyColumns = 21

  private static func row(_ binding: Binding) -> String {
    // At least two spaces, which no name of a key holds, part the keys from the sentence.
    "  \(binding.keyLabels)".padded(to: keyColumns - 2) + "  \(binding.help)"
  }
}
