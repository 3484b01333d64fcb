/// Why a day is not a working day in Sweden.
public enum DayOff: String, Sendable, Codable, CaseIterable {
  case saturday = "lördag"
  case sunday = "söndag"
  case newYearsDay = "nyårsdagen"
  case epiphany = "trettondedag jul"
  case goodFriday = "långfredagen"
  case easterDay = "påskdagen"
  case easterMonday = "annandag påsk"
  case firstOfMay = "första maj"
  case ascension = "Kristi himmelsfärdsdag"
  case whitSunday = "pingstdagen"
  case nationalDay = "nationaldagen"
  case midsummerEve = "midsommarafton"
  case midsummerDay = "midsommardagen"
  case allSaints = "alla helgons dag"
  case christmasEve = "julafton"
  case christmasDay = "juldagen"
  case boxingDay = "annandag jul"
  case newYearsEve = "nyårsafton"
}

extension CivilDay {
  /// Why this is not a working day, or nil when it is one.
  ///
  /// Saturdays, Sundays, the public holidays of lag (1989:253), and midsommarafton, julafton and
  /// nyårsafton, which lag (1930:173) puts on a par with them. A holiday is named before the
  /// weekday it falls on.
  public var dayOff: DayOff? {
    let (year, month, day) = parts
    switch (month, day) {
    case (1, 1): return .newYearsDay
    case (1, 6): return .epiphany
    case (5, 1): return .firstOfMay
    case (6, 6): return .nationalDay
    case (12, 24): return .christmasEve
    case (12, 25): return .christmasDay
    case (12, 26): return .boxingDay
    case (12, 31): return .newYearsEve
    case (6, 19...25) where weekday == .friday: return .midsummerEve
    case (6, 20...26) where weekday == .saturday: return .midsummerDay
    case (10, 31) where weekday == .saturday: return .allSaints
    case (11, 1...6) where weekday == .saturday: return .allSaints
    default: break
    }
    if (3...6).contains(month) {
      switch self - CivilDay.easter(year: year) {
      case -2: return .goodFriday
      case 0: return .easterDay
      case 1: return .easterMonday
      case 39: return .ascension
      case 49: return .whitSunday
      default: break
      }
    }
    switch weekday {
    case .saturday: return .saturday
    case .sunday: return .sunday
    default: return nil
    }
  }

  /// Whether the day counts as a working day (arbetsdag).
  public var isWorkingDay: Bool { dayOff == nil }

  /// This day when it is a working day, else the next one.
  public var workingDayOnOrAfter: CivilDay {
    var day = self
    while !day.isWorkingDay { day = day + 1 }
    return day
  }

  /// The last working day before this one.
  public var workingDayBefore: CivilDay {
    var day = self + -1
    while !day.isWorkingDay { day = day + -1 }
    return day
  }

  /// The number of working days after `self` up to and including `end`; 0 when `end` is not later.
  public func workingDays(through end: CivilDay) -> Int {
    guard end > self else { return 0 }
    // Whole years would be a loop of some hundred steps: still far below a millisecond.
    return (number + 1...end.number).reduce(0) { $0 + (CivilDay(number: $1).isWorkingDay ? 1 : 0) }
  }

  /// Easter Sunday, by the anonymous Gregorian computus (Meeus, Jones, Butcher).
  static func easter(year: Int) -> CivilDay {
    let golden = year % 19
    let century = year / 100
    let ofCentury = year % 100
    let leapShift = (century - (century + 8) / 25 + 1) / 3
    let epact = (19 * golden + century - century / 4 - leapShift + 15) % 30
    let weekShift = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7
    let late = (golden + 11 * epact + 22 * weekShift) / 451
    let march = epact + weekShift - 7 * late + 114
    return CivilDay(year: year, month: march / 31, day: march % 31 + 1) ?? CivilDay(number: 0)
  }
}
