import Domain
import Terminal

extension Front {
  /// The smallest screen on which anything can be read.
  static let smallest = Size(columns: 40, rows: 8)

  var isTooSmall: Bool {
    size.columns < Self.smallest.columns || size.rows < Self.smallest.rows
  }

  mutating func press(_ key: Key) -> [Effect] {
    if let top = layers.last, isHasty(key, on: top) {
      if notice == nil { hint("Enter kom för snabbt, så inget är gjort. Läs, och tryck igen.") }
      return []
    }
    notice = nil
    underWay = []
    ownSteps.removeAll(where: \.isEmpty)
    guard let top = layers.last else { return [] }
    if isTooSmall {
      // Nobody sees what any other key would do.
      switch key {
      case .control("l"): return [.redraw]
      case .character("q"), .control("c"): return save(before: .leave)
      default: return []
      }
    }
    if let binding = binding(for: key, on: top) { return execute(binding.command) }
    let context = context
    if let steps = typed(on: top, { $0.type(key, in: context) }) { return take(steps) }
    if case .alt(let character) = key {
      // Esc followed at once by a letter looks like Alt.
      return press(.escape) + press(.character(character))
    }
    if !top.takesText {
      hint("\(key.label) gör ingenting här. ? visar vad som går.")
    }
    return []
  }

  mutating func paste(_ text: String) -> [Effect] {
    guard let top = layers.last, !isTooSmall else { return [] }
    notice = nil
    let context = context
    guard let steps = typed(on: top, { $0.paste(text, in: context) }) else {
      complain("Det går bara att klistra in där man skriver.")
      return []
    }
    return take(steps)
  }

  /// The binding of a key: where letters are text, letters are none.
  func binding(for key: Key, on screen: any Screen) -> Binding? {
    if screen.takesText, case .character = key { return nil }
    return (screen.bindings + commonBindings(for: screen)).first { $0.keys.contains(key) }
  }

  /// All that can be done now, with the screen's own first.
  func possibleBindings(on screen: any Screen) -> [Binding] {
    (screen.bindings + commonBindings(for: screen)).filter {
      obstacle(to: $0.command, on: screen) == nil
        && ($0.command != .undo || canUndo(on: screen))
    }
  }

  /// Whether there is a step of one's own that `u` would take back.
  private func canUndo(on screen: any Screen) -> Bool {
    guard let matter = (screen as? MatterScreen)?.matter else { return !ownSteps.isEmpty }
    let asking = Asking(actor: context.actor, now: context.now)
    return (try? matter.decide(.undo, asking: asking, rules: context.rules)) != nil
  }

  /// What holds on every screen.
  func commonBindings(for screen: any Screen) -> [Binding] {
    let own = Set(screen.bindings.map(\.command))
    return Self.commonBindings.filter { binding in
      switch binding.command {
      case .quit: halt?.command == .quit
      case let command where own.contains(command): false
      case .switchPerson: !context.demoPeople.isEmpty
      case .suspend where context.isShared: false
      case .workHere: halt?.command == .workHere
      // A hit could lead to the same text again.
      case .search where layers.contains(where: { $0.writing != nil }): false
      // There is nothing to find, and nothing of one's own, where several have a login in common.
      case .search where context.actor.isUnitLogin: false
      case .undo where context.actor.isUnitLogin: false
      case .eraseWord, .eraseBefore, .eraseAfter: screen.takesText
      case .undo, .search, .palette, .messages, .suspend: !screen.takesText && !screen.isDialog
      case .back: !screen.bindings.contains { $0.command == .back || $0.command == .quit }
      case .help: !(screen is HelpScreen)
      default: true
      }
    }
  }

  static let commonBindings = [
    Binding(.undo, [.letter("u")], "", "Ångra ditt senaste steg, om ingen har arbetat vidare."),
    SearchScreen.opening(hint: ""),
    Binding(
      .help, [.letter("?"), .function(1), .control("x")], "hjälp", "Visa vad som går att göra här."),
    Binding(.palette, [.letter(":")], "", "Skriv ett kommando med ord."),
    Binding(.messages, [.letter("M")], "", "Visa tidigare meddelanden."),
    Binding(.switchPerson, [.function(2)], "", "Byt person i demon."),
    Binding(
      .workHere, [.function(4)], "skriv här",
      "Skriv här igen; det andra fönstret kan sedan bara läsa."),
    Binding(.quit, [.function(4)], "", "Lämna programmet, som har uppdaterats."),
    Binding(.eraseWord, [.control("w")], "", "Sudda ordet före markören."),
    Binding(.eraseBefore, [.control("u")], "", "Sudda det som står före markören på raden."),
    Binding(.eraseAfter, [.control("k")], "", "Sudda det som står efter markören på raden."),
    Binding(.redraw, [.control("l")], "", "Rita om skärmen."),
    Binding(.suspend, [.control("z")], "", "Lägg programmet åt sidan; fg tar fram det."),
    Binding(.back, [.escape, .letter("q")], "", "Gå tillbaka."),
  ]

  /// Does what a command says, on the top layer.
  mutating func execute(_ command: Command) -> [Effect] {
    guard let top = layers.last else { return [] }
    if let obstacle = obstacle(to: command, on: top) {
      complain(obstacle)
      return []
    }
    switch command {
    case .help where !(top is HelpScreen):
      layers.append(HelpScreen(bindings: possibleBindings(on: top)))
      return []
    case .palette:
      layers.append(PaletteScreen(bindings: possibleBindings(on: top)))
      return []
    case .search where !(top is SearchScreen):
      var screen = SearchScreen()
      let steps = screen.search(in: context)
      return take([.push(screen)] + steps)
    case .messages:
      layers.append(PageScreen(title: "Meddelanden", lines: messages.reversed()))
      return []
    case .handbook: return [.loadHandbook]
    case .switchPerson:
      layers.append(ChoiceScreen.demoPeople(context.demoPeople))
      return []
    case .redraw: return [.redraw]
    case .suspend: return suspend()
    case .workHere: return [.beginSession]
    case .undo: return undo(on: top)
    case .quit: return save(before: .leave)
    case .eraseWord: return erase(with: .control("w"))
    case .eraseBefore: return erase(with: .control("u"))
    case .eraseAfter: return erase(with: .control("k"))
    case .back where !top.bindings.contains { $0.command == .back }:
      pop()
      return []
    default:
      return take(layers[layers.count - 1].run(command, in: context))
    }
  }

  /// Has the field that is written in take its own key.
  private mutating func erase(with key: Key) -> [Effect] {
    guard let top = layers.last else { return [] }
    let context = context
    return take(typed(on: top) { $0.type(key, in: context) } ?? [])
  }

  private mutating func undo(on screen: any Screen) -> [Effect] {
    if let matter = (screen as? MatterScreen)?.matter {
      return [.perform(.undo, on: matter.id, expecting: matter.version)]
    }
    // A step stands among one's own until it has been taken back: what is refused or fails can be
    // tried again, and never leads on to an older one.
    guard let matters = ownSteps.last else {
      complain("Det finns inget eget steg att ångra.")
      return []
    }
    return matters.compactMap { id in
      stepVersions[id].map { .perform(.undo, on: id, expecting: $0) }
    }
  }
}
