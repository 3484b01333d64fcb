internal import Domain
internal import GRDB

/// A list of matters as SQL: the same that `Queue.contains` and the right to read say, in the
/// order of the list.
///
/// A list is made of arms, each of which walks one index in the order of the list and stops when
/// the page is full: one for each desk, or one for each unit where the person reaches few. So the
/// cost follows what the list shows, however much is closed or lies on other desks. No two arms
/// have a matter in common.
struct QueueQuery {
  private let today: CivilDay
  private let readable: Reach
  private let routable: Reach
  private let handled: Reach
  private let taken: Reach

  init(for actor: Actor, today: CivilDay) throws {
    self.today = today
    readable = try Reach(actor, .read)
    routable = try Reach(actor, .route)
    handled = try Reach(owning: actor)
    taken = Reach(taking: actor)
  }

  /// One page of a list.
  ///
  /// - Parameters:
  ///   - queue: The list.
  ///   - after: The row that the page follows; nil for the first page.
  ///   - limit: The most rows.
  /// - Returns: A SELECT of the listed columns.
  func page(_ queue: Queue, after: MatterRow?, limit: Int) -> SQL {
    let order = QueueOrder(of: queue)
    let columns = SQL(sql: MatterTable.listed.joined(separator: ", "))
    var end: SQL = " ORDER BY \(order.words) LIMIT \(limit)"
    if let after { end = " AND \(order.follows(after))\(end)" }
    let arms = arms(of: queue)
    switch arms.count {
    // Equal to NULL is nothing.
    case 0: return "SELECT \(columns) FROM matter WHERE id = NULL"
    case 1: return "SELECT \(columns) FROM \(arms[0])\(end)"
    default:
      let keys = arms.map { arm -> SQL in
        "SELECT * FROM (SELECT \(order.keys) FROM \(arm)\(end))"
      }
      return """
        SELECT \(columns) FROM matter
        WHERE id IN (
          SELECT id FROM (\(keys.joined(separator: " UNION ALL ")))
          ORDER BY \(order.words) LIMIT \(limit))
        ORDER BY \(order.words)
        """
    }
  }

  /// How many stand in each of some lists of what is on somebody's desk.
  func counts(_ queues: [Queue]) -> SQL {
    let sums = queues.map { queue -> SQL in
      let parts = arms(of: queue).map { arm -> SQL in "(SELECT count(*) FROM \(arm))" }
      return parts.isEmpty ? "0" : parts.joined(separator: " + ")
    }
    return "SELECT \(sums.joined(separator: ", "))"
  }

  // MARK: - Shares

  /// A part of a list: matters on some desks, or over and not, that are reached in one way.
  private struct Share {
    /// Conditions that the widest index begins with; they get an arm each.
    let slices: [SQL]
    /// The same for the indexes of one unit and one handler.
    let slicesWithin: [SQL]
    let reach: Reach
    let condition: SQL

    init(desks: [Desk], reach: Reach, condition: SQL = "1") {
      // The first words are those of the indexes: https://www.sqlite.org/partialindex.html
      slices = desks.map { "desk <> 'none' AND desk = \($0.rawValue)" }
      slicesWithin = ["desk <> 'none' AND desk IN \(desks.map(\.rawValue))"]
      self.reach = reach
      self.condition = condition
    }

    init(isOver: [Bool], reach: Reach) {
      slices = isOver.map { "isOver = \($0)" }
      slicesWithin = slices
      self.reach = reach
      condition = "1"
    }
  }

  /// What a list consists of; no two shares have a matter in common.
  ///
  /// Who may route or handle a matter may read it, so the right to read need not be asked again.
  private func shares(of queue: Queue) -> [Share] {
    let isClosed: SQL = "status = \(Status.closed.rawValue)"
    let isNotRouted: SQL = "\(routable.condition) IS NOT TRUE"
    switch queue {
    case .new:
      return [
        Share(desks: [.triage], reach: routable),
        Share(desks: [.manager], reach: handled, condition: "isFresh"),
      ]
    case .mine:
      return [
        Share(desks: [.triage, .closing], reach: routable),
        Share(desks: [.manager], reach: handled),
        Share(
          desks: [.closing], reach: handled,
          condition: "\(isClosed) AND hasNewAddition AND \(isNotRouted)"),
      ]
    case .late:
      // The urgency of what owes an answer is its last day, and of all else a day never reached.
      return [
        Share(
          desks: Desk.allCases.filter { $0 != .none }, reach: readable,
          condition: "urgency < \(today.number)")
      ]
    case .waiting:
      let isReturned: SQL = "status = \(Status.returned.rawValue)"
      return [
        Share(desks: [.details], reach: routable),
        Share(desks: [.triage, .closing], reach: handled, condition: isReturned),
        Share(desks: [.details], reach: handled, condition: "\(isReturned) AND \(isNotRouted)"),
      ]
    case .toClose: return [Share(desks: [.closing], reach: routable)]
    case .done: return [Share(isOver: [true], reach: readable)]
    case .all: return [Share(isOver: [false, true], reach: readable)]
    case .receipts: return [Share(isOver: [false, true], reach: taken)]
    }
  }

  // MARK: - Arms

  /// What stands after FROM: an index, and what it is asked for.
  private func arms(of queue: Queue) -> [SQL] {
    let order = QueueOrder(of: queue)
    return shares(of: queue).flatMap { arms(of: $0, order) }
  }

  private func arms(of share: Share, _ order: QueueOrder) -> [SQL] {
    var arms: [SQL] = []
    func add(_ index: String, _ condition: SQL, _ slices: [SQL]) {
      for slice in slices {
        arms.append(
          """
          matter INDEXED BY \(sql: order.indexes + index)
          WHERE \(slice) AND \(condition) AND \(share.condition)
          """)
      }
    }
    switch share.reach.units {
    case .some(let units, _) where units.count <= Reach.fewUnits:
      for unit in units.sorted() { add("Unit", "unit = \(unit)", share.slicesWithin) }
      if let unsorted = share.reach.unsorted {
        add("Unit", "unit IS NULL AND \(unsorted)", share.slicesWithin)
      }
    case .some, .all: add("", share.reach.byUnit, share.slices)
    }
    if let taker = share.reach.taker { add("Taker", "taker = \(taker)", share.slicesWithin) }
    if let byHand = share.reach.byHand { add("Handler", byHand, share.slicesWithin) }
    return arms
  }
}
