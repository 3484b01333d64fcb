internal import Domain
internal import FoundationEssentials
internal import GRDB

/// The filters of a search as conditions on `matter`: what `SearchFilters.contains` says.
struct FilterCondition {
  let filters: SearchFilters
  let today: CivilDay

  /// All of them; nil when they let everything through.
  func sql() throws -> SQL? {
    var conditions: [SQL] = []
    if let categories = filters.categories { conditions.append(Self.codes("category", categories)) }
    if let statuses = filters.statuses { conditions.append(Self.codes("status", statuses)) }
    if let channels = filters.channels { conditions.append(Self.codes("channel", channels)) }
    if let areas = filters.subjectAreas {
      conditions.append("subjectArea IN \(areas.map(\.storable).sorted())")
    }
    if let units = filters.units {
      // One argument however many there are, so that the statement stays the same.
      let list = String(
        decoding: try EventCoding.bytes(units.map(\.storable).sorted()), as: UTF8.self)
      conditions.append("unit IN (SELECT value FROM json_each(\(list)))")
    }
    if let from = filters.from { conditions.append("arrivedOn >= \(from.number)") }
    if let to = filters.to { conditions.append("arrivedOn <= \(to.number)") }
    if let numbers = filters.numbers { conditions.append(Self.any(numbers.map(Self.number))) }
    conditions += filters.states.map { states in Self.any(states.map(state)) }
    return conditions.isEmpty ? nil : conditions.joined(separator: " AND ")
  }

  /// A letter that must begin a word of the title.
  static func letter(_ letter: Character) -> SQL {
    let small = String(letter).searchable
    let marked = (0xC0..<UInt32(0x250)).compactMap(Unicode.Scalar.init).map { String($0) }.filter {
      $0.searchable.foldedLatin == small
    }
    let letters = [small, small.uppercased()] + marked
    // Most titles do not have a rare letter at all, and that is quickly seen.
    let somewhere = letters.map { letter -> SQL in "instr(title, \(letter))" }
    let set = "[\(letters.joined())]"
    let inside = "*[^0-9A-Za-zÀ-ÖØ-öø-ɏ]\(set)*"
    return """
      ((\(somewhere.joined(separator: " OR ")))
        AND (title GLOB \(set + "*") OR title GLOB \(inside)))
      """
  }

  private static func codes<Code: RawRepresentable<String>>(
    _ column: String, _ codes: Set<Code>
  ) -> SQL {
    "\(sql: column) IN \(codes.map(\.rawValue).sorted())"
  }

  private static func any(_ conditions: [SQL]) -> SQL {
    "(\(conditions.joined(separator: " OR ")))"
  }

  private static func number(_ prefix: ReferencePrefix) -> SQL {
    let serial: SQL = prefix.isPadded ? "printf('%05d', serial)" : "CAST(serial AS TEXT)"
    let begins: SQL = "\(serial) GLOB \(prefix.digits + "*")"
    guard let year = prefix.year else { return begins }
    return "(year = \(year) AND \(begins))"
  }

  /// Numbers that were typed whole; with no year, those of each.
  static func whole(_ prefixes: Set<ReferencePrefix>) -> SQL? {
    let numbers = prefixes.compactMap { prefix -> SQL? in
      guard let serial = prefix.serial else { return nil }
      return "(serial = \(serial) AND year IN \(prefix.year.map { [$0] } ?? Array(2_000...2_099)))"
    }
    return numbers.isEmpty ? nil : any(numbers)
  }

  private func state(_ state: SearchState) -> SQL {
    switch state {
    case .late: "(owesAnswer AND desk <> 'none' AND answerBy < \(today.number))"
    case .today: "(owesAnswer AND desk <> 'none' AND answerBy = \(today.number))"
    case .new: "(desk = 'triage' OR desk = 'manager' AND isFresh)"
    case .open: "status NOT IN (\(Status.closed.rawValue), \(Status.notMatter.rawValue))"
    case .unanswered: "(owesAnswer AND desk <> 'none')"
    case .answered: "status = \(Status.answered.rawValue)"
    case .returned: "status = \(Status.returned.rawValue)"
    case .closed: "status = \(Status.closed.rawValue)"
    case .added: "hasNewAddition"
    case .unplaced: "unit IS NULL"
    }
  }
}
