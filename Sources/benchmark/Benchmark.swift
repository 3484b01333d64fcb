import ArgumentParser
import Domain
import Glibc
import Store

/// Measures the real program against its budgets, on a store as large as asked for.
@main
struct Benchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmark",
    abstract: "Measure synpunkt on a large store, and compare with what is allowed.",
    discussion: """
      The store is made once and kept; the program is the one beside this one. The exit status is \
      1 when a budget is broken. Other work on the machine disturbs the figures.
      """)

  @Option(help: "How many matters the store has.") var matters = 100_000
  @Option(help: "How many of them are open.") var open = 1_000
  @Option(help: "How many times each thing is measured.") var runs = 25
  @Option(help: "How many e-mails are imported.") var mails = 10_000
  @Option(help: "How many people work at once.") var sessions = 50
  @Option(help: "Where stores and e-mails are kept.") var folder: String?
  /// Set where the benchmark runs itself anew, in the place of an installed host.
  @Flag(help: .hidden) var insideHost = false

  func run() throws {
    let kommun = MadeUpKommun()
    if insideHost {
      try SessionsMeasurement(kommun: kommun, sessions: sessions, runs: runs).run { show($0) }
      return
    }
    let text = try MadeUpText()
    let now = Instant(milliseconds: Int64(time(nil)) * 1_000)
    let today = SwedishTime(now).day
    let folder = try keptFolder()
    let program = try Self.program()
    let full = "\(folder)/\(matters)-\(open).sqlite"
    let empty = "\(folder)/0-0.sqlite"
    for (path, matters, open) in [(full, matters, open), (empty, 0, 0)] {
      let plan = MadeUpStore(
        matters: matters, open: open, kommun: kommun, text: text, today: today)
      try plan.makeIfMissing(at: path) { Self.note("\r\($0) of \(matters) matters") }
    }
    Self.note("\r")
    print("\(matters) matters, \(open) open; 80x24; medians of \(runs)")
    var figures: [Figure] = []
    func note(_ figure: Figure) {
      show(figure)
      figures.append(figure)
    }
    for role in MadeUpKommun.Role.allCases {
      let organisation = kommun.organisation(with: Self.login, as: role)
      for path in [full, empty] {
        try Store.open(at: path, kind: .ordinary).settle(organisation, at: now)
      }
      guard let person = organisation.person(Self.login) else { throw Failed("nobody asks") }
      print("\nas \(role.rawValue)")
      let front = FrontMeasurement(
        program: program, full: full, empty: empty, actor: Actor(person, in: organisation),
        runs: runs)
      try front.figures(today: today).forEach(note)
      note(try front.idle())
      let search = SearchMeasurement(
        store: try Store.open(at: full, kind: .ordinary), actor: Actor(person, in: organisation),
        rules: kommun.rules(of: organisation), now: now, runs: runs)
      try search.figures().forEach(note)
    }
    let files = try MadeUpMails(count: mails, text: text, today: today).write(in: folder)
    note(try ImportMeasurement(program: program, mails: files).figure(full))
    try measureSessions(full, program, kommun, now, folder)
    let broken = figures.count { !$0.holds }
    guard broken == 0 else { throw Failed("\(broken) budgets are broken") }
  }

  /// Many at once, each with a login of their own, which only root can have them be.
  private func measureSessions(
    _ full: String, _ program: String, _ kommun: MadeUpKommun, _ now: Instant, _ folder: String
  ) throws {
    guard getuid() == 0 else {
      print("\nthe figures of \(sessions) sessions need root, to make them a host")
      return
    }
    print("\n\(sessions) people at once")
    fflush(nil)
    let host = folder + "/host"
    defer { SharedHost.remove(host) }
    try SharedHost.prepare(
      host, from: full, program: program,
      organisation: kommun.organisation(with: kommun.crowd(sessions)), at: now)
    let words = [
      CommandLine.arguments[0], "--inside-host", "--sessions", "\(sessions)", "--runs", "\(runs)",
    ]
    guard try SharedHost.enter(host, running: words) == 0 else {
      throw Failed("the sessions failed")
    }
  }

  private func show(_ figure: Figure) {
    print(figure.line)
    fflush(nil)
  }

  /// The folder for stores and e-mails, made if it is missing.
  private func keptFolder() throws -> String {
    let home = getenv("HOME").map { String(cString: $0) } ?? "/tmp"
    let path = folder ?? home + "/.cache/synpunkt-benchmark"
    var made = ""
    for part in path.split(separator: "/") {
      made += (made.isEmpty && !path.hasPrefix("/") ? "" : "/") + part
      guard mkdir(made, 0o700) == 0 || errno == EEXIST else { throw Failed("cannot make \(made)") }
    }
    return path
  }

  /// The program beside this one.
  private static func program() throws -> String {
    var path = [CChar](repeating: 0, count: Int(PATH_MAX))
    guard let real = realpath("/proc/self/exe", &path) else { throw Failed("no /proc") }
    let folder = String(cString: real).split(separator: "/").dropLast().joined(separator: "/")
    let program = "/\(folder)/synpunkt"
    guard access(program, X_OK) == 0 else { throw Failed("\(program) is not built") }
    return program
  }

  private static var login: PersonID {
    getpwuid(getuid()).flatMap { $0.pointee.pw_name }.map { String(cString: $0) }
      ?? "uid-\(getuid())"
  }

  private static func note(_ text: String) {
    _ = text.withCString { write(STDERR_FILENO, $0, strlen($0)) }
  }
}
