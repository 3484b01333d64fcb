/// The names that a search knows: what the organisation and its routines call things.
public struct SearchVocabulary: Sendable {
  private let organisation: Organisation
  /// What each category is called, in scripts and by the routines.
  let categories: [(name: String, category: Category)]
  /// The subject areas of all routines, each once, in order.
  let subjectAreas: [String]

  /// Gathers the names.
  public init(_ rules: Rulebook) {
    organisation = rules.organisation
    let routines =
      [rules.fallback]
      + rules.routines.values.filter { $0.id != rules.fallback.id }.sorted { $0.id < $1.id }
    var categories = Category.allCases.map { (name: $0.word, category: $0) }
    var areas: [String] = []
    for routine in routines {
      for category in Category.allCases {
        let label = routine.label(category)
        if !categories.contains(where: { $0 == (label, category) }) {
          categories.append((label, category))
        }
      }
      for area in routine.subjectAreas where !areas.contains(area) { areas.append(area) }
    }
    self.categories = categories
    subjectAreas = areas
  }

  /// The units, as words find them.
  var units: [SearchUnit] {
    organisation.units.map { SearchUnit(id: $0.id, name: $0.name) }
  }

  /// The units that a filter names: each word that was typed begins a word of the name, of another
  /// name or of the code.
  ///
  /// - Parameters:
  ///   - typed: What was typed.
  ///   - isWhole: Whether it is whole, so that a unit of just that name goes before longer names.
  /// - Returns: The units, in the order of the file; those below them are not among them.
  func units(named typed: String, isWhole: Bool) -> [Unit] {
    let name = TypedName(typed)
    if isWhole {
      let exact = organisation.units.filter { name.is($0.name) || $0.id == typed.lowercased() }
      if !exact.isEmpty { return exact }
    }
    let words = typed.split { !($0.isLetter || $0.isNumber) }.map { TypedName(String($0)) }
    return organisation.units.filter { unit in
      ([unit.name, unit.id] + unit.aliases).contains { name in
        words.allSatisfy { $0.begins(name) }
      }
    }
  }

  /// The names of the open units that a filter can become.
  func openUnits(named typed: String) -> [String] {
    let closed = organisation.closedUnits
    return units(named: typed, isWhole: false).filter { !closed.contains($0.id) }.map(\.name)
  }

  /// The unit and all below it.
  func subtree(of unit: UnitID) -> Set<UnitID> { organisation.subtree(of: unit) }
}
