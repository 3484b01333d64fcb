public import ArgumentParser
public import Domain
import Store

/// `synpunkt list`: the matters of a queue.
struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the matters of a queue.")

  @OptionGroup var database: DatabaseOption
  @Option(
    help: """
      new, mine (what you should act on), late, waiting (what awaits somebody else), done, \
      to-close, all or receipts (what you took down).
      """)
  var queue: Queue = .mine
  @Flag(help: "Print an array as JSON.") var json = false

  func run() throws {
    let session = try database.session()
    let rows = try Self.allRows(in: queue, session)
    try attempt { () throws(StoreError) in
      try session.store.logExport(of: queue.rawValue, rows: rows.count, asking: session.asking)
    }
    if json {
      let format = MatterJSON(rules: session.rules, today: session.environment.today)
      try Output.print(.array(rows.map { .object(format.row($0)) }))
    } else {
      try Output.print(lines: rows.map { Self.line($0, session) })
    }
  }

  static func allRows(in queue: Queue, _ session: Session) throws(Failure) -> [MatterRow] {
    var rows: [MatterRow] = []
    while true {
      let page = try attempt { () throws(StoreError) in
        try session.store.rows(
          in: queue, for: session.actor, today: session.environment.today, after: rows.last,
          limit: 500)
      }
      rows += page
      if page.count < 500 { return rows }
    }
  }

  static func line(_ row: MatterRow, _ session: Session) -> String {
    let due = row.standing(on: session.environment.today)?.words ?? row.status.words
    let unit = row.unit.map { session.rules.organisation.unit($0)?.name ?? $0 } ?? "–"
    return [
      row.reference.full, row.arrivedOn.iso, due, row.category?.word ?? "–", unit,
      row.displayTitle,
    ].joined(separator: "  ")
  }
}

extension Queue: ExpressibleByArgument {}
