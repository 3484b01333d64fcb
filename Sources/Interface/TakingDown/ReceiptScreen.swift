import Domain
import Terminal

/// What to tell, and to print, when a synpunkt that was taken in by hand has got its number.
struct ReceiptScreen: Screen {
  let matter: Matter
  /// The code of an anonymous sender; it is nowhere else.
  let code: ReceiptCode?
  private var isAsked = false
  /// Whether the code has stood on the screen.
  private var isCodeSeen = false
  private var pane = ReadingPane()

  init(_ matter: Matter, code: ReceiptCode?) {
    self.matter = matter
    self.code = code
  }

  var bindings: [Binding] {
    // The key that says yes is not the one that was held down.
    let yes = Binding(
      .accept, [.letter("j")], "ja, nedskriven", "Stäng kvittot: koden är nedskriven.")
    return (isAsked ? [yes] : []) + Self.bindings
  }

  private static let bindings = [
    Binding(.back, [.escape, .enter, .letter("q")], "klar", "Gå tillbaka till listan."),
    Binding(
      .printable, [.letter("p"), .letter("B")], "utskrift",
      "Visa kvittot utan ram, för att skriva ut eller kopiera."),
  ]

  mutating func run(_ command: Command, in context: Context) -> [Step] {
    switch command {
    case .printable:
      isAsked = false
      return [
        .push(
          PageScreen(
            title: "Kvitto", lines: Receipt.printed(matter, code: code, in: context),
            isFrameless: true))
      ]
    case .back:
      guard code != nil else { return [.pop] }
      guard isCodeSeen else {
        return [.complain("Koden är inte visad än: bläddra till den med pil upp och ned.")]
      }
      isAsked = true
      return [.complain("Koden visas inte igen. Är den nedskriven? Tryck i så fall j.")]
    case .accept: return [.pop]
    default: return []
    }
  }

  mutating func type(_ key: Key, in context: Context) -> [Step]? {
    isAsked = false
    return pane.handle(key) ? [] : nil
  }

  mutating func draw(on surface: inout Surface, in context: Context) {
    surface.write(
      "Registrerat: \(matter.state.reference.full)", at: Point(column: 1, row: 0), role: .strong)
    surface.rule(row: 1)
    if pane.lines.isEmpty { pane.lines = Receipt.lines(matter, code: code, in: context) }
    pane.layoutAndDraw(
      into: &surface,
      in: Rect(
        column: 1, row: 2, columns: min(surface.size.columns - 2, 72),
        rows: max(1, surface.size.rows - 2)))
    if let code, pane.shows(code.grouped) { isCodeSeen = true }
    if !pane.isAtEnd {
      surface.more(row: 1)
    }
    surface.cursor = Point(column: 1, row: 2)
  }
}
