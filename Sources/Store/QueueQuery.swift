internal import Domain
internal import GRDB

/// A list of matters as SQL: the same that `Queue.contains` and the right to read say, in the
/// order of the list.
///
/// Somebody who reaches few units gets each unit's matters from an index of its own, so that the
/// cost follows what the person sees; everybody else walks one index in the order of the list.
struct QueueQuery {
  /// The order of a list, and the indexes that give it.
  enum Order {
    /// By urgency, then arrival day, then identity; only what is on somebody's desk.
    case urgency
    /// By the day it was closed or arrived, then identity; backwards.
    case newest
  }

  /// Up to so many units are looked up one by one.
  static let fewUnits = 16

  let today: CivilDay
  let readable: Reach
  let routable: Reach
  let handled: Reach

  init(for actor: Actor, today: CivilDay) throws {
    self.today = today
    readable = try Reach(actor, .read)
    routable = try Reach(actor, .route)
    handled = try Reach(actor, .handle)
  }

  /// The order of a list.
  static func order(of queue: Queue) -> Order {
    switch queue {
    case .new, .mine, .late, .waiting, .toClose: .urgency
    case .done, .all: .newest
    }
  }

  /// Whether a matter that the person may read stands in the list.
  func condition(_ queue: Queue) -> SQL {
    let asTriage = routable.condition
    let asHandler = handled.condition
    let isClosed: SQL = "status = \(Status.closed.rawValue)"
    return switch queue {
    case .new:
      "(desk = 'triage' AND \(asTriage) OR desk = 'manager' AND isFresh AND \(asHandler))"
    case .mine:
      """
      (desk IN ('triage', 'closing') AND \(asTriage)
        OR (desk = 'manager' OR \(isClosed) AND hasNewAddition) AND \(asHandler))
      """
    case .late: "(owesAnswer AND answerBy < \(today.number))"
    case .waiting:
      """
      (desk = 'details' AND \(asTriage)
        OR status = \(Status.returned.rawValue) AND \(asHandler))
      """
    case .done: "(\(isClosed) OR status = \(Status.notMatter.rawValue))"
    case .toClose: "(desk = 'closing' AND \(asTriage))"
    case .all: "1"
    }
  }

  /// One page of a list.
  ///
  /// - Parameters:
  ///   - queue: The list.
  ///   - after: The row that the page follows; nil for the first page.
  ///   - limit: The most rows.
  /// - Returns: A SELECT of the listed columns.
  func page(_ queue: Queue, after: MatterRow?, limit: Int) -> SQL {
    let order = Self.order(of: queue)
    var condition = condition(queue)
    if let after { condition = "\(condition) AND \(Self.follows(after, in: order))" }
    let columns = SQL(sql: MatterTable.listed.joined(separator: ", "))
    let arms = self.arms(order).map { arm in
      arm.select(arm.isOnly ? columns : order.keys, where: condition, order, limit: limit)
    }
    guard arms.count > 1 else { return arms.joined() }
    let ids = arms.map { arm -> SQL in "SELECT * FROM (\(arm))" }.joined(separator: " UNION ALL ")
    return """
      SELECT \(columns) FROM matter
      WHERE id IN (SELECT id FROM (\(ids)) ORDER BY \(order.words) LIMIT \(limit))
      ORDER BY \(order.words)
      """
  }

  /// How many stand in each of some lists; open matters only.
  func counts(_ queues: [Queue]) -> SQL {
    let sums = queues.map { queue -> SQL in "count(*) FILTER (WHERE \(condition(queue)))" }
    let columns: SQL = """
      desk, status, unit, handler, isFresh, hasNewAddition, owesAnswer, answerBy
      """
    let arms = self.arms(.urgency).map { arm in arm.select(columns, .urgency) }
    return """
      SELECT \(sums.joined(separator: ", "))
      FROM (\(arms.joined(separator: " UNION ALL ")))
      """
  }

  private static func follows(_ row: MatterRow, in order: Order) -> SQL {
    switch order {
    case .urgency:
      "(urgency, arrivedOn, id) > (\(row.urgency), \(row.arrivedOn.number), \(row.id))"
    case .newest: "(day, id) < (\(MatterTable.day(row).number), \(row.id))"
    }
  }

  // MARK: - Arms

  /// One way into the table: an index and what it is asked for.
  private struct Arm {
    let index: String
    let condition: SQL
    var isOnly = false

    func select(_ columns: SQL, _ order: Order) -> SQL {
      let open: SQL = order == .urgency ? "desk <> 'none' AND " : ""
      return """
        SELECT \(columns) FROM matter INDEXED BY \(sql: order.prefix + index)
        WHERE \(open)\(condition)
        """
    }

    func select(
      _ columns: SQL, where other: SQL, _ order: Order, limit: Int
    ) -> SQL {
      "\(select(columns, order)) AND \(other) ORDER BY \(order.words) LIMIT \(limit)"
    }
  }

  private func arms(_ order: Order) -> [Arm] {
    guard case .some(let units, let withoutUnit) = readable.units, units.count <= Self.fewUnits
    else { return [Arm(index: "", condition: readable.condition, isOnly: true)] }
    var arms = units.sorted().map { unit in Arm(index: "Unit", condition: "unit = \(unit)") }
    if withoutUnit { arms.append(Arm(index: "Unit", condition: "unit IS NULL")) }
    if let handler = readable.handler {
      arms.append(
        Arm(
          index: "Handler",
          condition: "handler = \(handler) AND (\(readable.byUnit)) IS NOT TRUE"))
    }
    guard !arms.isEmpty else { return [Arm(index: "", condition: "0", isOnly: true)] }
    if arms.count == 1 { arms[0].isOnly = true }
    return arms
  }
}

extension QueueQuery.Order {
  /// The columns that order the list.
  var keys: SQL {
    switch self {
    case .urgency: "urgency, arrivedOn, id"
    case .newest: "day, id"
    }
  }

  /// What stands after ORDER BY.
  var words: SQL {
    switch self {
    case .urgency: "urgency, arrivedOn, id"
    case .newest: "day DESC, id DESC"
    }
  }

  /// What the names of the indexes begin with.
  var prefix: String {
    switch self {
    case .urgency: "matterOpen"
    case .newest: "matterDay"
    }
  }
}
