import Domain
import Glibc
import Store

/// How the front does on a store, for a person.
struct FrontMeasurement {
  let program: String
  /// The store, and one without matters; both have the organisation.
  let full: String
  let empty: String
  let actor: Actor
  let runs: Int

  /// What stands above every list, also an empty one.
  static let head = "Svar senast"

  /// Starts the program many times, and then uses it.
  func figures(today: CivilDay) throws -> [Figure] {
    let store = try Store.open(at: full, kind: .ordinary)
    let queue = Queue.tabs(for: actor)[0]
    guard let first = try store.rows(in: queue, for: actor, today: today).first else {
      throw Failed("the list is empty")
    }
    var starts: (full: [Double], empty: [Double]) = ([], [])
    var bytes: [Double] = []
    for _ in 0..<runs {
      let answer = try start(full, showing: first.reference.short)
      starts.full.append(answer.seconds * 1_000)
      bytes.append(Double(answer.bytes.count))
      starts.empty.append(try start(empty, showing: Self.head).seconds * 1_000)
    }
    return [
      Figure(name: "start", value: starts.full.median, unit: .milliseconds, budget: .most(40)),
      Figure(
        name: "start, nothing in the store", value: starts.empty.median, unit: .milliseconds,
        budget: .none),
      Figure(
        name: "start, compared with that", value: starts.full.median / starts.empty.median,
        unit: .times, budget: .most(2)),
      Figure(name: "start, sent", value: bytes.median, unit: .bytes, budget: .none),
    ] + (try use())
  }

  private func start(_ database: String, showing text: String) throws -> PseudoTerminal.Answer {
    let terminal = try PseudoTerminal([program], database: database)
    let answer = try terminal.start(showing: text)
    try terminal.quit()
    return answer
  }

  private func use() throws -> [Figure] {
    let terminal = try PseudoTerminal([program], database: full)
    _ = try terminal.start(showing: Self.head)
    var figures: [Figure] = []
    func measure(
      _ name: String, _ keys: [String], most: (Double, Double), after: String = ""
    ) throws {
      var answers: [PseudoTerminal.Answer] = []
      for index in 0..<runs {
        answers.append(try terminal.press(keys[index % keys.count]))
        if !after.isEmpty { _ = try terminal.press(after) }
      }
      figures += [
        Figure(
          name: name, value: answers.map { $0.seconds * 1_000 }.median, unit: .milliseconds,
          budget: .most(most.0)),
        Figure(
          name: name + ", sent", value: answers.map { Double($0.bytes.count) }.median, unit: .bytes,
          budget: .most(most.1)),
      ]
    }
    try measure("move one row", ["j"], most: (1.5, 250))
    figures += try textBesideList(terminal)
    try measure("move a page", ["\u{1B}[6~", "\u{1B}[5~"], most: (3, 2_000))
    try measure("open a matter", ["\r"], most: (3, 2_000), after: "q")
    figures += try search(terminal)
    figures.append(
      Figure(
        name: "peak memory", value: terminal.process.peakMemory / 1_048_576, unit: .megabytes,
        budget: .most(40)))
    try terminal.quit()
    return figures
  }

  /// The text beside the list follows when the keys pause.
  private func textBesideList(_ terminal: PseudoTerminal) throws -> [Figure] {
    var bytes: [Double] = []
    for index in 0..<runs {
      _ = try terminal.press(index % 2 == 0 ? "k" : "j")
      bytes.append(Double(try terminal.listen().bytes.count))
    }
    return [
      Figure(name: "the text that follows, sent", value: bytes.median, unit: .bytes, budget: .none)
    ]
  }

  /// The hits that follow each letter that is typed.
  private func search(_ terminal: PseudoTerminal) throws -> [Figure] {
    var times: [String: [Double]] = [:]
    for words in ["hemtjänst", "personal", "och mat", "larmschema"] {
      for _ in 0..<runs {
        _ = try terminal.press("/")
        for index in words.indices {
          let answer = try terminal.press("\(words[index])")
          times[String(words[...index]), default: []].append(answer.seconds * 1_000)
        }
        _ = try terminal.press("\u{1B}")
      }
    }
    let medians = times.mapValues(\.median).sorted { $0.value < $1.value }
    guard let slowest = medians.last else { return [] }
    return [
      Figure(
        name: "first hits as one types", value: medians.map(\.value).median, unit: .milliseconds,
        budget: .most(50)),
      Figure(
        name: "first hits, slowest: \(slowest.key)", value: slowest.value, unit: .milliseconds,
        budget: .most(50)),
    ]
  }

  /// The processor time of a minute without a key.
  func idle() throws -> Figure {
    let terminal = try PseudoTerminal([program], database: full)
    _ = try terminal.start(showing: Self.head)
    let before = terminal.process.processorTime
    sleep(60)
    let spent = terminal.process.processorTime - before
    try terminal.quit()
    return Figure(name: "a minute without a key", value: spent, unit: .seconds, budget: .most(0.1))
  }
}
