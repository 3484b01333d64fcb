import ArgumentParser
import Domain
import Interface
import Store

/// `synpunkt show`: one matter whole.
struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a matter: text, sender, deadlines and everything that happened.")

  @OptionGroup var database: DatabaseOption
  @OptionGroup var argument: ReferenceArgument
  @Flag(help: "Print an object as JSON; its text is exactly the original.") var json = false
  @Flag(help: "Show a protected identity too; the reason is read from standard input, and logged.")
  var openProtected = false

  func run() throws {
    let session = try database.session()
    var matter = try session.matter(argument.reference)
    if openProtected {
      let reason = try Files.textFromStandardInput()
      let id = matter.id
      matter = try attempt { () throws(StoreError) in
        try session.store.openProtected(id, reason: reason, asking: session.asking)
      }
    }
    if json {
      let format = MatterJSON(rules: session.rules, today: session.environment.today)
      try Output.print(format.whole(matter))
    } else {
      try Output.print(lines: Self.lines(of: matter, session))
    }
  }

  private static func lines(of matter: Matter, _ session: Session) -> [String] {
    let state = matter.state
    let unit = state.unit.map { session.rules.organisation.unit($0)?.name ?? $0 }
    var lines = [
      "\(state.reference.full)  \(state.displayTitle)",
      [state.category?.word ?? "utan typ", state.subjectArea, unit, state.status.words]
        .compactMap { $0 }.joined(separator: " · "),
      "\(matter.senderWords) · via \(state.channel.rawValue) · ankom \(state.arrivedOn.iso)",
    ]
    lines += state.readBackWords(name: { session.rules.organisation.person($0)?.name ?? $0 })
    if let taker = state.takerWords(unitName: { session.rules.organisation.unit($0)?.name ?? $0 }) {
      lines.append(taker)
    }
    if let done = state.solvedAtOnce { lines.append("Löst direkt: \(done)") }
    if let deadline = state.deadline, state.owesAnswer {
      let standing = deadline.standing(on: session.environment.today).words
      lines.append("Svar senast \(deadline.lastDay.iso) (\(standing))")
    }
    lines += ["", matter.textWords]
    if !state.files.isEmpty {
      lines += ["", "Bilagor (synpunkt attachment \(state.reference.short) nummer):"]
      lines += state.files.enumerated().map { "\($0 + 1)  \($1.name)  \($1.size) byte" }
    }
    for addition in state.additions where !matter.hidden.contains(.texts) {
      lines += ["", "Komplettering \(addition.on.iso):", addition.text]
    }
    for answer in state.answers where !matter.hidden.contains(.dialogue) {
      lines += ["", "Svar \(answer.on.iso) \(answer.way.phrase):", answer.text]
    }
    for note in state.officialNotes where !matter.hidden.contains(.texts) {
      lines += ["", "Tjänsteanteckning:", note]
    }
    lines.append("")
    let context = Context(
      actor: session.actor, rules: session.rules, now: session.environment.now())
    for entry in Timeline.entries(of: matter, context: context) {
      let time = SwedishTime(entry.at)
      lines.append("\(time.day.iso) \(time.clock)  \(entry.words)")
    }
    return lines
  }
}
