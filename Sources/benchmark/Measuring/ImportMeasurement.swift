import Glibc

/// How fast e-mails are taken in.
struct ImportMeasurement {
  let program: String
  let mails: [String]

  /// Takes all mails into a copy of a store.
  func figure(_ database: String) throws -> Figure {
    let copy = database + ".copy"
    let suffixes = ["", "-wal", "-shm", ".lock", ".head"]
    defer { for suffix in suffixes { unlink(copy + suffix) } }
    for suffix in suffixes { unlink(copy + suffix) }
    try CopiedFile.copyDatabase(database, to: copy)
    let began = Clock.now
    for start in stride(from: 0, to: mails.count, by: Self.atOnce) {
      let some = mails[start..<min(start + Self.atOnce, mails.count)]
      let process = try ChildProcess([program, "import"] + some, terminal: nil, database: copy)
      guard process.wait() == 0 else { throw Failed("not all mails were taken in") }
    }
    let seconds = Double(Clock.now - began) / 1e9
    return Figure(
      name: "import of \(mails.count) e-mails", value: Double(mails.count) / seconds,
      unit: .perSecond, budget: .least(500))
  }

  /// So many stand on one command line: the parser of command lines is slow with more.
  private static let atOnce = 1_000
}
