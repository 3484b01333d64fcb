import Domain

/// The day a mail arrived.
struct MailArrival {
  /// The day, in Swedish time, never after today.
  let day: CivilDay
  /// What the registrator should know.
  let notices: [String]

  /// Reads the topmost Received that can be read, which the own server wrote last, else Date.
  init(_ headers: MailHeaders, today: CivilDay) {
    let received = headers.all("received").prefix(50).compactMap { value in
      value.lastIndex(of: UInt8(ascii: ";")).flatMap { Self.day(Array(value[($0 + 1)...])) }
    }
    switch received.first ?? headers.first("date").flatMap(Self.day) {
    case nil:
      day = today
      notices = ["Det gick inte att läsa när meddelandet kom; det räknas som i dag."]
    case let found? where found > today:
      day = today
      notices = ["E-postmeddelandet har ett datum som inte har varit än; det räknas som i dag."]
    case let found?:
      day = found
      notices = []
    }
  }

  private static func day(_ raw: [UInt8]) -> CivilDay? {
    guard let instant = HeaderValue.date(raw) else { return nil }
    let day = SwedishTime(instant).day
    return day >= .earliestArrival ? day : nil
  }
}
