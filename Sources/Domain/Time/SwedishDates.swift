extension CivilDay {
  /// The day as in a letter: "5 november 2026".
  public var longSwedish: String {
    let (year, month, day) = parts
    return "\(day) \(Self.months[month - 1]) \(year)"
  }

  /// The day as in a list: "5 nov".
  public var shortSwedish: String {
    let (_, month, day) = parts
    return "\(day) \(Self.months[month - 1].prefix(3))"
  }

  /// The day with its weekday: "torsdag 5 november".
  public var weekdaySwedish: String {
    let (_, month, day) = parts
    return "\(weekday.swedish) \(day) \(Self.months[month - 1])"
  }

  static let months = [
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september",
    "oktober", "november", "december",
  ]
}

extension Weekday {
  /// The Swedish name, lower case.
  public var swedish: String {
    switch self {
    case .monday: "måndag"
    case .tuesday: "tisdag"
    case .wednesday: "onsdag"
    case .thursday: "torsdag"
    case .friday: "fredag"
    case .saturday: "lördag"
    case .sunday: "söndag"
    }
  }
}

extension Deadline.Standing {
  /// The standing in a list: "dag 7/10", "i dag", "3 dgr sen".
  public var words: String {
    switch self {
    case .day(let day, let count): "dag \(day)/\(count)"
    case .today: "i dag"
    case .late(1): "1 dag sen"
    case .late(let days): "\(days) dgr sen"
    }
  }
}
