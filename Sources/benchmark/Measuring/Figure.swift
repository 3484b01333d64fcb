/// Something that was measured, and what it may be.
struct Figure {
  /// How a value is shown.
  enum Unit: String {
    case milliseconds = "ms"
    case bytes = "bytes"
    case megabytes = "MB"
    case seconds = "s"
    case perSecond = "a second"
    case times = "times"
  }

  /// What is allowed.
  enum Budget {
    case most(Double)
    case least(Double)
    case none
  }

  let name: String
  let value: Double
  let unit: Unit
  let budget: Budget

  /// Whether it is as it should be.
  var holds: Bool {
    switch budget {
    case .most(let limit): value <= limit
    case .least(let limit): value >= limit
    case .none: true
    }
  }

  /// A line of the table.
  var line: String {
    let (limit, verdict): (String, String) =
      switch budget {
      case .most(let limit): ("at most \(Self.plain(limit))", holds ? "ok" : "TOO MUCH")
      case .least(let limit): ("at least \(Self.plain(limit))", holds ? "ok" : "TOO LITTLE")
      case .none: ("", "")
      }
    let amount = "\(Self.plain(value)) \(unit.rawValue)"
    return [(name, 34), (amount, 18), (limit, 16), (verdict, 0)].map { text, width in
      text + String(repeating: " ", count: max(0, width - text.count))
    }.joined()
  }

  /// Three digits that tell something.
  private static func plain(_ value: Double) -> String {
    let factor: Double = value >= 100 ? 1 : value >= 10 ? 10 : 100
    let rounded = (value * factor).rounded() / factor
    return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
  }
}

extension [Double] {
  /// The value in the middle; of an even number the higher of two.
  var median: Double { isEmpty ? .nan : sorted()[count / 2] }
}
