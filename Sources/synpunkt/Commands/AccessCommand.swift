import ArgumentParser
import Domain
import Store

/// `synpunkt access`: who has seen what.
struct AccessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "access",
    abstract: "Print the log of who has opened matters, searched senders and taken out lists.",
    discussion: """
      For the förvaltningschef, who sees what concerns his or her units; newest first. With --sample \
      twenty openings of a month are drawn, the same for everybody who draws them, with what the \
      person had to do with the matter.
      """)

  @OptionGroup var database: DatabaseOption
  @Option(help: "Only what concerns this matter.") var matter: String?
  @Option(help: "Only what this person did.") var person: String?
  @Option(help: "Draw twenty openings of this month, YYYY-MM.") var sample: String?
  @Option(help: "The most lines.") var limit = 1_000
  @Flag(help: "Print an array as JSON.") var json = false

  func validate() throws {
    if let sample, Month(iso: sample) == nil {
      throw ValidationError("‘\(sample)’ is no month; write it as 2026-11.")
    }
    if sample != nil, matter != nil || person != nil {
      throw ValidationError("A sample is drawn from all openings of the month.")
    }
    guard limit > 0 else { throw ValidationError("The number of lines must be at least 1.") }
  }

  func run() throws {
    let session = try database.session()
    let lines = try sample.flatMap { Month(iso: $0) }.map { try draw($0, session) } ?? read(session)
    if json {
      try Output.print(.array(lines.map { AccessOutput.json($0) }))
    } else {
      try Output.print(lines: lines.map { AccessOutput.line($0, session.rules.organisation) })
    }
  }

  private func draw(_ month: Month, _ session: Session) throws(Failure) -> [AccessOutput] {
    try attempt { () throws(StoreError) in
      try session.store.sample(of: month, for: session.actor).map {
        AccessOutput(entry: $0.entry, reference: $0.reference, task: $0.task)
      }
    }
  }

  private func read(_ session: Session) throws(Failure) -> [AccessOutput] {
    try attempt { () throws(StoreError) in
      var question = Store.AccessQuestion(person: person)
      if let matter {
        let id = try Reference(matter).flatMap { reference throws(StoreError) in
          try session.store.loggedMatter(reference, for: session.actor)
        }
        guard let id else { throw .noSuchMatter }
        question.matter = id
      }
      return try session.store.accesses(question, for: session.actor, limit: limit).map {
        AccessOutput(entry: $0.entry, reference: $0.reference, task: nil)
      }
    }
  }
}

/// A line of the log, as it is printed.
struct AccessOutput {
  let entry: AccessEntry
  let reference: Reference?
  let task: SampledAccess.Task?

  /// The line for people.
  static func line(_ output: AccessOutput, _ organisation: Organisation) -> String {
    let entry = output.entry
    let time = SwedishTime(entry.at)
    let name = organisation.person(entry.person)?.name ?? entry.person
    var parts = ["\(time.day.iso) \(time.clock)", "\(name) (\(entry.person))", entry.access.words]
    if let reference = output.reference { parts.append(reference.full) }
    if let reason = entry.access.reason { parts.append("”\(reason)”") }
    if let task = output.task { parts.append(words(task)) }
    return parts.joined(separator: "  ")
  }

  /// The object for scripts.
  static func json(_ output: AccessOutput) -> JSON {
    let entry = output.entry
    var list: String?
    var rows: Int?
    if case .exported(let name, let count) = entry.access { (list, rows) = (name, count) }
    return .object([
      ("id", .number(Int(entry.id))), ("at", .string(SwedishTime(entry.at).iso)),
      ("person", .string(entry.person)), ("kind", .string(kind(entry.access))),
      ("reference", .optional(output.reference?.full)), ("reason", .optional(entry.access.reason)),
      ("list", .optional(list)), ("rows", rows.map { .number($0) } ?? .null),
      ("task", .optional(output.task.map(code))),
    ])
  }

  private static func kind(_ access: Access) -> String {
    switch access {
    case .opened: "opened"
    case .openedProtected: "opened-protected"
    case .searchedSenders: "searched-senders"
    case .exported: "exported"
    }
  }

  private static func code(_ task: SampledAccess.Task) -> String {
    switch task {
    case .worked: "worked"
    case .owns: "owns"
    case .none: "none"
    }
  }

  private static func words(_ task: SampledAccess.Task) -> String {
    switch task {
    case .worked: "har gjort något i ärendet"
    case .owns: "har ärendet på sitt bord"
    case .none: "ingen känd uppgift i ärendet"
    }
  }
}
