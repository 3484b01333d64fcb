extension Key {
  /// The short Swedish name, as the hint bar, the help and the handbook show it.
  public var label: String {
    switch self {
    case .character(" "): "Mellanslag"
    case .character(let character): String(character)
    case .control("@"): "Ctrl-Mellanslag"
    case .control(let character): "Ctrl-\(character.uppercased())"
    case .alt(" "): "Alt-Mellanslag"
    case .alt(let character): "Alt-\(character)"
    case .function(let number): "F\(number)"
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "Skift-Tab"
    case .backspace: "Backsteg"
    case .delete: "Delete"
    case .insert: "Insert"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .home: "Home"
    case .end: "End"
    case .wordLeft: "Ctrl-←"
    case .wordRight: "Ctrl-→"
    case .documentStart: "Ctrl-Home"
    case .documentEnd: "Ctrl-End"
    }
  }
}
