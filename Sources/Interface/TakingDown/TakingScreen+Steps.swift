import Domain
import Terminal

extension TakingScreen {
  mutating func run(_ command: Command, in context: Context) -> [Step] {
    switch command {
    case .accept: return phase == .card ? write() : enter(in: context)
    case .onward: return introduce()
    case .readBack: return lock()
    case .senderDetails:
      phase = .details
      return []
    case .undoTyping, .redoTyping:
      _ = editor.handle(.control(command == .undoTyping ? "z" : "y"))
      return []
    case .nextPart, .previousPart:
      let other = parts[part + (command == .nextPart ? 1 : -1)]
      top = reading.lines[other.lowerBound].place.lowerBound
      return []
    case .approve: return approve(in: context)
    case .mend: return write()
    case .whyNotReadBack: return askWhy()
    case .nextField, .previousField:
      form.move(by: command == .nextField ? 1 : -1)
      return []
    case .register: return register(in: context)
    case .back: return back()
    default: return []
    }
  }

  /// Back to the words; whatever was approved is so no longer.
  private mutating func write() -> [Step] {
    phase = .writing
    if case .approved? = readBack { readBack = nil }
    return []
  }

  mutating func lock() -> [Step] {
    phase = .readBack
    reading = ReadAloud(text)
    top = 0
    seen = RangeSet()
    // What was typed ahead must not approve a text that nobody has seen.
    return [.effect(.dropQueuedKeys)]
  }

  private mutating func approve(in context: Context) -> [Step] {
    readBack = .approved(Approval(of: text, by: context.actor.login, at: context.now))
    phase = .details
    return [.say("Texten är godkänd. Fyll nu i vem som lämnar den.")]
  }

  private func askWhy() -> [Step] {
    var reason = ""
    if case .notPossible(let words)? = readBack { reason = words }
    return [.push(PromptScreen(.whyNotReadBack, text: reason))]
  }

  /// Enter in the form: the next field, and on the last row the registration.
  private mutating func enter(in context: Context) -> [Step] {
    if form.focus == .takerRole, phase == .taker { return introduce() }
    guard form.focus == .register else {
      form.move(by: 1)
      return []
    }
    return register(in: context)
  }

  /// On from who takes it in, when that is known.
  private mutating func introduce() -> [Step] {
    if let obstacle = form.obstacle {
      form.move(to: obstacle.field)
      return [.complain(obstacle.sentence)]
    }
    form.introduce()
    phase = isNew && kind == .spoken ? .card : .writing
    return []
  }

  private mutating func register(in context: Context) -> [Step] {
    if let obstacle = form.obstacle {
      form.move(to: obstacle.field)
      return [.complain(obstacle.sentence)]
    }
    return [.effect(.takeDown(form.taken(text: text, readBack: readBack)))]
  }

  private mutating func back() -> [Step] {
    switch phase {
    case .taker, .card, .writing: return [.pop]
    case .readBack: return write()
    case .details:
      phase = kind == .spoken ? .readBack : .writing
      return []
    }
  }
}
