import Domain
import Terminal

/// The first screen of a login that a unit's staff have in common: to take down what is told, and
/// nothing else.
struct UnitLoginScreen: Screen {
  private var pane = ReadingPane()

  let bindings = Self.allBindings

  static let allBindings = [
    Binding(
      .takeDown, [.enter, .letter("m")], "börja",
      "Ta emot en muntlig synpunkt, i telefon eller på plats."),
    Binding(.drafts, [.letter("P")], "påbörjade", "Visa det som har påbörjats här."),
    Binding(.switchPerson, [.function(2)], "byt person", "Byt person i demon."),
    Binding(.quit, [.letter("q")], "avsluta", "Lämna programmet."),
  ]

  func obstacle(to command: Command, in context: Context) -> String? {
    switch command {
    case .takeDown: obstacle(toTaking: .spoken, in: context)
    case .drafts: context.drafts.isEmpty ? "Här finns inget påbörjat." : nil
    case .switchPerson: context.demoPeople.isEmpty ? "Det går bara i demon." : nil
    default: nil
    }
  }

  mutating func run(_ command: Command, in context: Context) -> [Step] {
    switch command {
    case .takeDown: take(.spoken, in: context)
    case .drafts: [.push(DraftsScreen())]
    default: []
    }
  }

  mutating func type(_ key: Key, in context: Context) -> [Step]? { pane.handle(key) ? [] : nil }

  mutating func receive(_ answer: DialogAnswer, in context: Context) -> [Step] {
    guard case .resume(let kind, let number) = answer else { return [] }
    return resume(kind, number, in: context)
  }

  mutating func draw(on surface: inout Surface, in context: Context) {
    surface.write("Ta emot en synpunkt", at: Point(column: 1, row: 0), role: .strong)
    surface.rule(row: 1)
    let lines = Self.lines(in: context)
    if pane.lines != lines { pane = ReadingPane(lines) }
    pane.layoutAndDraw(
      into: &surface,
      in: Rect(
        column: 1, row: 2, columns: min(surface.size.columns - 2, ReadingPane.widest),
        rows: max(1, surface.size.rows - 2)))
    if !pane.isAtEnd {
      surface.more(row: 1)
    }
    surface.cursor = Point(column: 1, row: 2)
  }

  private static func lines(in context: Context) -> [StyledLine] {
    let unit = context.unitName(context.actor.commonUnit)
    let steps = [
      "Skriv vem du är: ditt namn och din yrkesroll.", "Skriv ned det som berättas.",
      "Läs upp texten, och ändra den tills personen godkänner den.",
      "Fyll i vem personen är och hur vi når henne eller honom, om personen vill det.",
      "Säg numret som synpunkten får, och när svaret kommer.",
    ]
    let points = steps.enumerated().map { index, words in
      StyledLine(words, indent: 3, lead: "\(index + 1).", leadRole: .strong)
    }
    var lines = [
      StyledLine(
        "Här tar du som arbetar på \(unit) emot en synpunkt som någon berättar för dig, i telefon "
          + "eller på plats. Inloggningen delas av flera, och därför visas inga ärenden här."),
      StyledLine(""),
    ]
    lines += points
    lines += [StyledLine(""), StyledLine("Enter: börja", role: .notice)]
    let begun = context.drafts.items.count
    if begun > 0 {
      let words =
        begun == 1 ? "Här finns en påbörjad text" : "Här finns \(begun) påbörjade texter"
      lines.append(StyledLine("\(words): P visar.", role: .notice))
    }
    return lines
  }
}
