internal import Domain
internal import GRDB

extension String {
  /// The text as a column can hold it: GRDB ends texts at a NUL.
  var storable: String {
    utf8.contains(0) ? String(map { $0 == "\0" ? "\u{FFFD}" : $0 }) : self
  }
}

/// The columns of `matter`, and what stands in them.
enum MatterTable {
  /// Columns that lists read, in the order in which ``row(_:)`` reads them.
  static let listed = [
    "id", "version", "year", "serial", "title", "arrivedOn", "category", "subjectArea", "status",
    "desk", "unit", "suggestedUnit", "handler", "channel", "termCount", "termUnit", "termMoves",
    "answerBy", "owesAnswer", "closedOn", "isFresh", "hasNewAddition", "taker",
  ]

  /// All columns, in the order of ``values(_:)``.
  static let columns = listed + ["urgency", "isOver", "day"]

  /// What stands in the columns for a row.
  static func values(_ row: MatterRow) -> [DatabaseValue] {
    let values: [(any DatabaseValueConvertible)?] = [
      row.id, row.version, row.reference.year, row.reference.serial, row.title?.storable,
      row.arrivedOn.number, row.category?.rawValue, row.subjectArea?.storable,
      row.status.rawValue, row.desk.rawValue, row.unit?.storable, row.suggestedUnit?.storable,
      row.handler?.storable, row.channel.rawValue,
      row.term?.count, row.term?.unit.rawValue, row.term?.movesToWorkingDay,
      row.answerBy?.number, row.owesAnswer, row.closedOn?.number, row.isFresh,
      row.hasNewAddition, row.taker?.storable, row.urgency,
      row.status == .closed || row.status == .notMatter,
      day(row).number,
    ]
    return values.map { $0?.databaseValue ?? .null }
  }

  /// The day that orders what is done: when it was closed, else when it arrived.
  static func day(_ row: MatterRow) -> CivilDay { row.closedOn ?? row.arrivedOn }

  /// The row of a matter; nil when there is none.
  ///
  /// - Throws: Like ``row(_:)``.
  static func row(of id: MatterID, in db: Database) throws -> MatterRow? {
    let columns = listed.joined(separator: ", ")
    let statement = try db.cachedStatement(sql: "SELECT \(columns) FROM matter WHERE id = ?")
    return try Row.fetchOne(statement, arguments: [id]).map(row)
  }

  /// Reads the columns of ``listed``, by their places.
  ///
  /// - Throws: `.damaged` when there is a code that the program does not know.
  static func row(_ row: Row) throws -> MatterRow {
    MatterRow(
      id: try row.decode(atIndex: 0), version: try row.decode(atIndex: 1),
      reference: Reference(year: try row.decode(atIndex: 2), serial: try row.decode(atIndex: 3)),
      title: try row.decode(atIndex: 4), arrivedOn: try day(row, 5),
      category: try optionalCode(row, 6), subjectArea: try row.decode(atIndex: 7),
      status: try code(row, 8), desk: try code(row, 9), unit: try row.decode(atIndex: 10),
      suggestedUnit: try row.decode(atIndex: 11), handler: try row.decode(atIndex: 12),
      channel: try code(row, 13), term: try term(row),
      answerBy: try row.decode(Int?.self, atIndex: 17).map(CivilDay.init(number:)),
      owesAnswer: try row.decode(atIndex: 18),
      closedOn: try row.decode(Int?.self, atIndex: 19).map(CivilDay.init(number:)),
      isFresh: try row.decode(atIndex: 20), hasNewAddition: try row.decode(atIndex: 21),
      taker: try row.decode(atIndex: 22))
  }

  private static func day(_ row: Row, _ index: Int) throws -> CivilDay {
    CivilDay(number: try row.decode(atIndex: index))
  }

  private static func term(_ row: Row) throws -> DeadlineTerm? {
    guard let count = try row.decode(Int?.self, atIndex: 14) else { return nil }
    return DeadlineTerm(
      count: count, unit: try code(row, 15), movesToWorkingDay: try row.decode(atIndex: 16))
  }

  private static func code<Code: RawRepresentable<String>>(
    _ row: Row, _ index: Int
  ) throws -> Code {
    guard let code: Code = try optionalCode(row, index) else { throw unknown(row, index) }
    return code
  }

  private static func optionalCode<Code: RawRepresentable<String>>(
    _ row: Row, _ index: Int
  ) throws -> Code? {
    guard let text = try row.decode(String?.self, atIndex: index) else { return nil }
    guard let code = Code(rawValue: text) else { throw unknown(row, index) }
    return code
  }

  private static func unknown(_ row: Row, _ index: Int) -> StoreError {
    .damaged("matter \(row[0] as Int64? ?? 0) har en okänd kod i kolumnen \(listed[index])")
  }
}
