internal import Domain
internal import FoundationEssentials
internal import GRDB

/// The matters that a person reaches with a permission, as conditions on `matter`.
///
/// They look at the columns `unit` and `handler`. A condition is true, false or null; null is no.
struct Reach {
  /// The units that the person's roles reach.
  let units: ReadableUnits
  /// The person, when a matter that has been handed over is reached too.
  let handler: PersonID?
  /// The person, when only what he or she took down is reached.
  let taker: PersonID?
  /// The units as one JSON array: one argument however many they are, so that the statement stays
  /// the same.
  private let list: String

  /// What lies on the person's own desk when it is at its unit.
  init(owning actor: Actor) throws {
    units = .some(actor.ownUnits, withoutUnit: false)
    handler = actor.login
    taker = nil
    list = String(decoding: try EventCoding.bytes(actor.ownUnits.sorted()), as: UTF8.self)
  }

  /// What the person took down; of a login that several have in common, nothing.
  init(taking actor: Actor) {
    units = .some([], withoutUnit: false)
    handler = nil
    taker = actor.isUnitLogin ? nil : actor.login
    list = "[]"
  }

  /// What the person reaches with a permission.
  init(_ actor: Actor, _ permission: Permission) throws {
    units = actor.units(for: permission)
    // No role reaches a unit without a code, so what is reached there is reached as handler.
    let byHand = actor.mayReach(permission, unit: "", handler: actor.login)
    handler = byHand && units != .all ? actor.login : nil
    taker = nil
    guard case .some(let some, _) = units else {
      list = "[]"
      return
    }
    list = String(decoding: try EventCoding.bytes(some.sorted()), as: UTF8.self)
  }

  /// All that is reached.
  var condition: SQL {
    guard let handler else { return byUnit }
    return "(\(byUnit) OR handler = \(handler))"
  }

  /// What is reached through roles.
  var byUnit: SQL {
    switch units {
    case .all: "1"
    case .some(let units, false) where units.isEmpty: "0"
    case .some(_, true): "(unit IS NULL OR unit IN (SELECT value FROM json_each(\(list))))"
    case .some(_, false): "(unit IN (SELECT value FROM json_each(\(list))))"
    }
  }
}
