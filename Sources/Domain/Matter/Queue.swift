/// The lists that a person works from.
public enum Queue: String, CaseIterable, Hashable, Sendable {
  /// What came in and nobody has touched.
  case new
  /// What the person should act on.
  case mine
  /// What should have been answered.
  case late
  /// What awaits somebody else.
  case waiting
  /// What is closed or no synpunkt.
  case done
  /// What the triage group should close.
  case toClose = "to-close"
  /// Everything the person may see.
  case all
  /// What the person took down: the receipts.
  case receipts

  /// The name of the tab.
  public var title: String {
    switch self {
    case .new: "Nya"
    case .mine: "Att göra"
    case .late: "Sena"
    case .waiting: "Väntar"
    case .done: "Klara"
    case .toClose: "Att avsluta"
    case .all: "Alla"
    case .receipts: "Kvitton"
    }
  }

  /// The tabs that a person has, in order.
  public static func tabs(for actor: Actor) -> [Queue] {
    if actor.isUnitLogin { return [] }
    let handles = actor.roles.contains(.manager) || actor.roles.contains(.head)
    if actor.roles.contains(.triage) {
      return (handles ? [.mine] : []) + [.new, .toClose, .waiting, .late, .done, .all]
    }
    if handles {
      return [.mine, .new, .late, .waiting, .done]
        + (actor.roles.isDisjoint(with: [.registrar, .head]) ? [] : [.all])
    }
    if actor.roles.contains(.registrar) { return [.all, .late, .done] }
    let takes = actor.roles.contains(.staff) ? [Queue.receipts] : []
    return actor.roles.isDisjoint(with: [.analyst, .secretary])
      ? [.mine] + takes + [.done] : [.all, .late, .done] + takes
  }

  /// Whether a matter stands in this list for a person who may read it or, of receipts, who took it
  /// down.
  public func contains(_ row: MatterRow, for actor: Actor, today: CivilDay) -> Bool {
    let asTriage = actor.mayReach(.route, row.place, handler: nil)
    let asHandler = actor.owns(unit: row.unit, handler: row.handler)
    switch self {
    case .new:
      return asTriage && row.desk == .triage
        || asHandler && row.desk == .manager && row.isFresh
    case .mine:
      return asTriage && (row.desk == .triage || row.desk == .closing)
        || asHandler && (row.desk == .manager || row.status == .closed && row.hasNewAddition)
    case .late:
      return row.owesAnswer && row.desk != .none && row.answerBy.map { $0 < today } == true
    case .waiting:
      return asTriage && row.desk == .details
        || asHandler && row.status == .returned
    case .done: return row.status == .closed || row.status == .notMatter
    case .toClose: return asTriage && row.desk == .closing
    case .all: return true
    case .receipts: return row.taker == actor.login && !actor.isUnitLogin
    }
  }
}
