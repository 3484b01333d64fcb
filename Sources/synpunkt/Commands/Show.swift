import ArgumentParser
import Domain

/// `synpunkt show`: one matter whole.
struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a matter: text, sender, deadlines and everything that happened.")

  @OptionGroup var database: DatabaseOption
  @OptionGroup var argument: ReferenceArgument
  @Flag(help: "Print an object as JSON; its text is exactly the original.") var json = false

  func run() throws {
    let session = try database.session()
    let matter = try session.matter(argument.reference)
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
      "\(state.sender.displayName) · via \(state.channel.rawValue) · ankom \(state.arrivedOn.iso)",
    ]
    lines += state.readBackWords(name: { session.rules.organisation.person($0)?.name ?? $0 })
    if let deadline = state.deadline, state.owesAnswer {
      let standing = deadline.standing(on: session.environment.today).words
      lines.append("Svar senast \(deadline.lastDay.iso) (\(standing))")
    }
    lines += ["", state.text ?? "Texten är gallrad."]
    for addition in state.additions {
      lines += ["", "Komplettering \(addition.on.iso):", addition.text]
    }
    for answer in state.answers {
      lines += ["", "Svar \(answer.on.iso) \(answer.way.phrase):", answer.text]
    }
    for note in state.officialNotes { lines += ["", "Tjänsteanteckning:", note] }
    lines.append("")
    for event in matter.shownEvents {
      let time = SwedishTime(event.at)
      lines.append("\(time.day.iso) \(time.clock)  \(event.by)  \(EventJSON.parts(of: event).kind)")
    }
    return lines
  }
}
