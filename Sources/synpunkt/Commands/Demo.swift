import ArgumentParser
import Domain
import Glibc
import Store

/// `synpunkt demo`: the front on a demo kommun.
struct Demo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Open the front on a demo kommun with invented people.",
    discussion: """
      The database is thrown away afterwards, or kept in the file given; only a file that the demo \
      made itself is opened. F2 changes between the demo's people. Without a terminal a summary is \
      printed.
      """)

  @Option(help: ArgumentHelp("Keep the demo in this file.", valueName: "file"))
  var database: String?

  func run() throws {
    let environment = Environment.live
    guard let database else {
      // The front hears of a hang-up by itself; the next one must not stop the cleaning up.
      signal(SIGHUP, SIG_IGN)
      let folder = try TemporaryFolder()
      defer { folder.remove() }
      try Self.show(folder.path + "/demo.sqlite", environment)
      return
    }
    try Self.show(database, environment)
  }

  private static func show(_ path: String, _ environment: Environment) throws {
    try make(path, environment)
    let session = try Session(path: path, kind: .demo, environment: environment)
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
      try Output.print(lines: try summary(session))
      return
    }
    try FrontLoop(session: session).run()
  }

  /// Makes the demo where there is none yet; a whole one is left as it is, and one whose making was
  /// interrupted is made anew.
  private static func make(_ path: String, _ environment: Environment) throws(Failure) {
    func open() throws(Failure) -> Store {
      try attempt { () throws(StoreError) in try Store.open(at: path, kind: .demo, durable: false) }
    }
    guard try attempt(open().organisation).isEmpty else { return }
    // Two that begin at once on one file make it once: the second waits, and finds it made.
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let lock = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { close(lock) }
    while flock(lock, LOCK_EX) != 0, errno == EINTR {}
    guard try attempt(open().organisation).isEmpty else { return }
    for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
    try DemoBuilder(store: try open(), now: environment.now()).build()
  }

  private static func summary(_ session: Session) throws(Failure) -> [String] {
    let queues: [Queue] = [.new, .mine, .late, .waiting, .toClose]
    var lines = ["Demokommunen \(session.rules.organisation.municipality)", ""]
    for login in DemoPeople.logins.prefix(3) {
      session.become(login)
      let today = session.environment.today
      let counts = try attempt { () throws(StoreError) in
        try session.store.counts(of: queues, for: session.actor, today: today)
      }
      let words = queues.map { "\($0.title.lowercased()) \(counts[$0] ?? 0)" }
      let title = session.actor.title.map { " (\($0))" } ?? ""
      lines.append("\(session.actor.name)\(title): " + words.joined(separator: ", "))
    }
    session.become(DemoPeople.logins[1])
    lines.append("")
    for row in try List.allRows(in: .mine, session).prefix(8) {
      lines.append(List.line(row, session))
    }
    lines += ["", "Starta demon i en terminal: synpunkt demo"]
    return lines
  }
}
