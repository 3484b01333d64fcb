internal import Domain
internal import GRDB

/// The order of a list, and the indexes that give it.
enum QueueOrder {
  /// By urgency, then arrival day, then identity; only what is on somebody's desk.
  case urgency
  /// By the day it was closed or else arrived, then identity; the latest first.
  case newest

  /// The order of one of the lists.
  init(of queue: Queue) {
    switch queue {
    case .new, .mine, .late, .waiting, .toClose: self = .urgency
    case .done, .all, .receipts: self = .newest
    }
  }

  /// What the names of its indexes begin with.
  var indexes: String {
    switch self {
    case .urgency: "matterDesk"
    case .newest: "matterDay"
    }
  }

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

  /// Whether a matter comes after another.
  func follows(_ row: MatterRow) -> SQL {
    switch self {
    case .urgency:
      "(urgency, arrivedOn, id) > (\(row.urgency), \(row.arrivedOn.number), \(row.id))"
    case .newest: "(day, id) < (\(MatterTable.day(row).number), \(row.id))"
    }
  }
}
