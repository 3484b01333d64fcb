/// How a matter stands, as `är:` asks.
public enum SearchState: String, CaseIterable, Hashable, Sendable {
  case late = "sen"
  case today = "idag"
  case new = "ny"
  case open = "öppen"
  case unanswered = "obesvarad"
  case answered = "besvarad"
  case returned = "åter"
  case closed = "avslutad"
  case added = "kompletterad"
  case unplaced = "ofördelad"

  /// The forms of the word that are understood.
  var words: [String] {
    switch self {
    case .late: ["sen", "sena", "försenad", "försenade"]
    case .today: ["idag"]
    case .new: ["ny", "nya"]
    case .open: ["öppen", "öppna"]
    case .unanswered: ["obesvarad", "obesvarade"]
    case .answered: ["besvarad", "besvarade"]
    case .returned: ["åter"]
    case .closed: ["avslutad", "avslutade", "klar", "klara"]
    case .added: ["kompletterad", "kompletterade"]
    case .unplaced: ["ofördelad", "ofördelade"]
    }
  }

  /// Whether only a matter on somebody's desk can stand so.
  var isAtDesk: Bool {
    switch self {
    case .late, .today, .new, .open, .unanswered, .answered, .returned, .added: true
    case .closed, .unplaced: false
    }
  }

  /// Whether a matter stands so.
  public func contains(_ row: MatterRow, today: CivilDay) -> Bool {
    switch self {
    case .late:
      row.owesAnswer && row.desk != .none && row.answerBy.map { $0 < today } == true
    case .today: row.owesAnswer && row.desk != .none && row.answerBy == today
    case .new: row.desk == .triage || row.desk == .manager && row.isFresh
    case .open: row.status != .closed && row.status != .notMatter
    case .unanswered: row.owesAnswer && row.desk != .none
    case .answered: row.status == .answered
    case .returned: row.status == .returned
    case .closed: row.status == .closed
    case .added: row.hasNewAddition
    case .unplaced: row.unit == nil
    }
  }
}
