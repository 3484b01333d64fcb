import Domain
import Terminal

/// What others have changed for the person, shown until it has been read.
struct OwnChangesScreen: Screen {
  private let last: Int64
  private var page: PageScreen

  init(_ changes: [OwnChange], in context: Context) {
    last = changes.map(\.event).max() ?? 0
    var lines = [StyledLine("Det här har andra ändrat för dig.")]
    for change in changes {
      let time = SwedishTime(change.at)
      let when = "\(time.day.longSwedish) \(time.clock)"
      lines.append(StyledLine(""))
      lines.append(StyledLine("\(when), av \(context.personName(change.by))", role: .strong))
      lines += change.sentences.map { StyledLine($0, indent: 2) }
    }
    page = PageScreen(title: "Ändrat för dig", styled: lines)
  }

  let bindings = [
    Binding(.back, [.enter, .escape, .letter("q")], "jag har läst det", "Gå vidare.")
  ]

  mutating func run(_ command: Command, in context: Context) -> [Step] {
    command == .back ? [.effect(.ownChangesSeen(upTo: last)), .pop] : []
  }

  mutating func type(_ key: Key, in context: Context) -> [Step]? { page.type(key, in: context) }

  mutating func draw(on surface: inout Surface, in context: Context) {
    page.draw(on: &surface, in: context)
  }
}
