internal import Domain
internal import FoundationEssentials
internal import GRDB

/// The matters that a person reaches with a permission, as conditions on `matter`.
///
/// They look at the columns `unit` and `handler`. A condition is true, false or null; null is no.
struct Reach {
  /// Up to so many units are looked up one by one.
  ///
  /// With more, one walk that passes over what others have costs less than so many look-ups.
  static let fewUnits = 16

  /// The units that the person's roles reach.
  let units: ReadableUnits
  /// The person, when more is reached of what has been handed over to him or her.
  let handler: PersonID?
  /// The person, when only what he or she took down is reached.
  let taker: PersonID?
  /// The units as one JSON array: one argument however many they are, so that the statement stays
  /// the same.
  private let list: String
  /// The units whose unsorted matters are not reached, in the same shape.
  private let others: String
  /// Those further units where what has been handed over is reached, in the same shape.
  private let handlerList: String

  /// What lies on the person's own desk when it is at its unit.
  init(owning actor: Actor) throws {
    try self.init(
      .some(actor.ownUnits, .none), asHandler: actor.workplaces, of: actor)
  }

  /// What the person took down; of a login that several have in common, nothing.
  init(taking actor: Actor) {
    units = .some([], .none)
    handler = nil
    taker = actor.isUnitLogin ? nil : actor.login
    list = "[]"
    others = "[]"
    handlerList = "[]"
  }

  /// What the person reaches with a permission.
  init(_ actor: Actor, _ permission: Permission) throws {
    try self.init(
      actor.units(for: permission), asHandler: actor.unitsAsHandler(for: permission), of: actor)
  }

  /// What the person sees a part of.
  init(_ actor: Actor, seeing part: Sight) throws {
    try self.init(
      actor.units(seeing: part), asHandler: actor.unitsAsHandler(for: .read), of: actor)
  }

  private init(_ units: ReadableUnits, asHandler workplaces: Set<UnitID>, of actor: Actor) throws {
    self.units = units
    taker = nil
    guard case .some(let some, let unsorted) = units else {
      handler = nil
      list = "[]"
      others = "[]"
      handlerList = "[]"
      return
    }
    let further = workplaces.subtracting(some)
    handler = further.isEmpty ? nil : actor.login
    list = try Self.list(some)
    others = if case .all(let others) = unsorted { try Self.list(others) } else { "[]" }
    handlerList = try Self.list(further)
  }

  private static func list(_ units: Set<UnitID>) throws -> String {
    String(decoding: try EventCoding.bytes(units.sorted()), as: UTF8.self)
  }

  /// All that is reached.
  var condition: SQL {
    byHand.map { "(\(byUnit) OR \($0))" } ?? byUnit
  }

  /// What is reached only because it has been handed to the person; nil when nothing is.
  var byHand: SQL? {
    handler.map { handler in
      "handler = \(handler) AND unit IN (SELECT value FROM json_each(\(handlerList)))"
    }
  }

  /// What is reached through roles.
  var byUnit: SQL {
    switch (units, unsorted) {
    case (.all, _): "1"
    case (.some(let units, _), nil) where units.isEmpty: "0"
    case (.some, let unsorted?): "(\(unsorted) OR \(inUnits))"
    case (.some, nil): "(\(inUnits))"
    }
  }

  private var inUnits: SQL { "unit IN (SELECT value FROM json_each(\(list)))" }

  /// What is reached of the matters that are not sorted yet; nil when nothing is.
  var unsorted: SQL? {
    guard case .some(_, .all(let others)) = units else { return nil }
    if others.isEmpty { return "unit IS NULL" }
    return """
      (unit IS NULL AND (suggestedUnit IS NULL
        OR suggestedUnit NOT IN (SELECT value FROM json_each(\(self.others)))))
      """
  }
}
