/// How each role looks on a kind of terminal.
///
/// Colours are those of the terminal's own palette on its own background, so that dark and light
/// backgrounds both work. No blue, no bold that stands for bright, nothing that only dim carries.
struct Theme: Equatable {
  /// A colour of the terminal's palette.
  enum Color: Int32 {
    case standard = -1
    case red = 1
    case green = 2
    case yellow = 3
    case magenta = 5
    case cyan = 6
    case white = 7
    case brightRed = 9
  }

  /// What the letters themselves look like.
  struct Attributes: OptionSet {
    let rawValue: Int32
    static let bold = Attributes(rawValue: 1)
    static let dim = Attributes(rawValue: 2)
    static let underline = Attributes(rawValue: 4)
    static let reverse = Attributes(rawValue: 8)
  }

  /// The look of one role.
  struct Style: Equatable {
    var attributes: Attributes = []
    var foreground = Color.standard
    var background = Color.standard
  }

  /// Which colours there are.
  enum Palette {
    case monochrome
    case eight
    case sixteen

    /// Returns the palette of a terminal that has so many colours.
    init(colors: Int) {
      self = colors >= 16 ? .sixteen : colors >= 8 ? .eight : .monochrome
    }
  }

  /// The colours to use.
  let palette: Palette

  /// Returns the look of a role.
  func style(of role: StyleRole) -> Style {
    palette == .monochrome ? Self.plain(role) : colored(role)
  }

  /// Bold, underline and reverse carry everything.
  private static func plain(_ role: StyleRole) -> Style {
    switch role {
    case .normal, .hint, .tab, .complaint, .praise, .suggestion, .border: Style()
    case .faint: Style(attributes: .dim)
    case .strong, .key, .today, .notice: Style(attributes: .bold)
    case .heading, .selected: Style(attributes: .reverse)
    case .marked, .late: Style(attributes: [.bold, .underline])
    case .activeTab, .failure: Style(attributes: [.bold, .reverse])
    case .field, .match: Style(attributes: .underline)
    case .control: Style(attributes: .reverse)
    }
  }

  private func colored(_ role: StyleRole) -> Style {
    switch role {
    case .late:
      Style(attributes: .bold, foreground: palette == .sixteen ? .brightRed : .red)
    case .today: Style(foreground: .yellow)
    case .praise: Style(foreground: .green)
    case .suggestion: Style(foreground: .cyan)
    case .marked: Style(attributes: .bold, foreground: .yellow)
    case .key: Style(attributes: .bold, foreground: .cyan)
    case .notice: Style(attributes: .bold, foreground: .green)
    case .failure: Style(attributes: .bold, foreground: .white, background: .red)
    case .match: Style(attributes: [.reverse], foreground: .yellow)
    case .control: Style(attributes: .reverse, foreground: .magenta)
    case .normal, .heading, .strong, .faint, .selected, .hint, .tab, .activeTab, .field,
      .complaint, .border:
      Self.plain(role)
    }
  }
}
