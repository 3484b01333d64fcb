import Terminal

/// A dialog that asks for one line of text.
struct PromptScreen: Screen {
  let title: String
  let purpose: PromptPurpose
  /// Whether an empty line is an answer.
  let mayBeEmpty: Bool
  private var field: TextField

  init(title: String, purpose: PromptPurpose, text: String = "", mayBeEmpty: Bool = false) {
    self.title = title
    self.purpose = purpose
    self.mayBeEmpty = mayBeEmpty
    field = TextField(text: text, limit: 300)
  }

  var isDialog: Bool { true }
  var takesText: Bool { true }

  var bindings: [Binding] {
    [
      Binding(.accept, [.enter], "klar", "Ta det som står i fältet."),
      Binding(.back, [.escape], "tillbaka", "Gå tillbaka utan att ändra något."),
    ]
  }

  mutating func run(_ command: Command, in context: Context) -> [Step] {
    switch command {
    case .accept:
      let text = field.text
      guard mayBeEmpty || text.contains(where: { !$0.isWhitespace }) else {
        return [.complain("Fältet är tomt. Skriv något, eller gå tillbaka med Esc.")]
      }
      return [.answer(.text(purpose, text))]
    case .back: return [.pop]
    default: return []
    }
  }

  mutating func type(_ key: Key, in context: Context) -> [Step]? {
    field.handle(key) ? [] : nil
  }

  mutating func paste(_ text: String, in context: Context) -> [Step]? {
    field.paste(text)
    return []
  }

  mutating func draw(on surface: inout Surface, in context: Context) {
    let (row, _) = Panel.draw(title: title, height: 1, on: &surface)
    field.draw(into: &surface, at: Point(column: 2, row: row), width: surface.size.columns - 4)
  }
}
