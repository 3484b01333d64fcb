public import Domain

/// One difference between two organisations.
public struct OrganisationChange: Hashable, Sendable {
  /// What differs.
  public enum Subject: Hashable, Sendable {
    case municipality
    case unit(UnitID)
    case person(PersonID)
    /// All units together.
    case units
    /// All people together.
    case people
  }

  /// How it differs.
  public enum Difference: Hashable, Sendable {
    /// It is new; the detail says what it is.
    case added(detail: String)
    /// It is there no more.
    case removed
    /// They stand in another order; the first of two chefs is the one who is written to.
    case reordered
    /// One of its values is another; nil where there is none.
    case changed(field: String, from: String?, to: String?)
  }

  /// What differs.
  public let subject: Subject
  /// How it differs.
  public let difference: Difference

  /// Makes a change.
  public init(_ subject: Subject, _ difference: Difference) {
    self.subject = subject
    self.difference = difference
  }

  /// The change in one line: "unit hemtjanst-oster: name ‘A’ -> ‘B’".
  public var line: String {
    let name =
      switch subject {
      case .municipality: "municipality"
      case .unit(let id): "unit \(id)"
      case .person(let login): "person \(login)"
      case .units: "units"
      case .people: "people"
      }
    switch difference {
    case .added(let detail): return "\(name): added, \(detail)"
    case .removed: return "\(name): removed"
    case .reordered: return "\(name): in another order"
    case .changed(let field, let from, let to):
      let (was, now) = (from.map { quoted($0, limit: 400) }, to.map { quoted($0, limit: 400) })
      return "\(name): \(field) \(was ?? "none") -> \(now ?? "none")"
    }
  }
}

extension Organisation {
  /// What differs in another organisation, in its order; what it no longer has comes after.
  public func changes(to other: Organisation) -> [OrganisationChange] {
    var changes: [OrganisationChange] = []
    if municipality != other.municipality {
      changes.append(
        OrganisationChange(
          .municipality,
          .changed(
            field: "name", from: municipality.isEmpty ? nil : municipality,
            to: other.municipality)))
    }
    changes += order(.units, from: units.map(\.id), to: other.units.map(\.id))
    changes += differences(
      from: units.map { ($0.id, $0.details, $0.summary) },
      to: other.units.map { ($0.id, $0.details, $0.summary) }, subject: { .unit($0) })
    changes += order(.people, from: people.map(\.login), to: other.people.map(\.login))
    changes += differences(
      from: people.map { ($0.login, $0.details, $0.summary) },
      to: other.people.map { ($0.login, $0.details, $0.summary) }, subject: { .person($0) })
    return changes
  }
}

private typealias Detail = (field: String, value: String?)
private typealias Described = (id: String, details: [Detail], summary: String)

private func differences(
  from old: [Described], to new: [Described], subject: (String) -> OrganisationChange.Subject
) -> [OrganisationChange] {
  let before = Dictionary(old.map { ($0.id, $0) }) { first, _ in first }
  let after = Set(new.map(\.id))
  var changes: [OrganisationChange] = []
  for entry in new {
    guard let former = before[entry.id] else {
      changes.append(OrganisationChange(subject(entry.id), .added(detail: entry.summary)))
      continue
    }
    for (was, now) in zip(former.details, entry.details) where was.value != now.value {
      changes.append(
        OrganisationChange(
          subject(entry.id), .changed(field: now.field, from: was.value, to: now.value)))
    }
  }
  for entry in old where !after.contains(entry.id) {
    changes.append(OrganisationChange(subject(entry.id), .removed))
  }
  return changes
}

private func order(
  _ subject: OrganisationChange.Subject, from old: [String], to new: [String]
) -> [OrganisationChange] {
  let kept = Set(old).intersection(new)
  let isSame = old.filter(kept.contains) == new.filter(kept.contains)
  return isSame ? [] : [OrganisationChange(subject, .reordered)]
}

extension Unit {
  fileprivate var details: [Detail] {
    [
      ("name", name), ("level", level.rawValue), ("parent", parent), ("routine", routine),
      ("regulation", joined(regulation.map(\.rawValue))), ("mail", joined(mail)),
      ("forms", joined(forms)), ("aliases", joined(aliases)),
      ("shared-triage", sharesTriage.map { $0 ? "true" : "false" }),
      ("closed", isClosed.map { $0 ? "true" : "false" }),
    ]
  }

  fileprivate var summary: String {
    "\(level.rawValue) \(quoted(name))" + (parent.map { " under \($0)" } ?? "")
  }
}

extension Person {
  fileprivate var details: [Detail] {
    [
      ("name", name), ("title", title), ("email", email), ("phone", phone),
      ("roles", joined(grants.map(\.words))), ("keys", joined(keys.map(\.fingerprint))),
    ]
  }

  fileprivate var summary: String {
    let roles = joined(grants.map(\.words)) ?? "no roles"
    return keys.isEmpty
      ? roles : "\(roles), keys \(keys.map(\.fingerprint).joined(separator: ", "))"
  }
}

extension Grant {
  fileprivate var words: String {
    unit.map { "\(role.rawValue) at \($0)" } ?? "\(role.rawValue) in the whole organisation"
  }
}

private func joined(_ values: [String]) -> String? {
  values.isEmpty ? nil : values.joined(separator: ", ")
}
