import Domain

extension Front {
  /// When what has been typed is to be saved, and how it went the last time.
  struct Saving: Hashable, Sendable {
    /// The first key that is not on disk yet.
    var since: Instant?
    /// When to save; nil when nothing has been typed.
    var due: Instant?
    /// Why it could not be saved; nil when it could.
    var failure: String?
    /// What waits until it is saved.
    var next: Next?
    /// Whether the drafts that are found are to be offered.
    var offers = false

    /// What waits until all is on disk.
    enum Next: Hashable, Sendable {
      case leave
      case become(PersonID)
    }
  }

  /// Milliseconds after the last key until what was typed is saved.
  private static let pause: Int64 = 1_000
  /// Milliseconds of typing without a pause until it is saved all the same.
  private static let patience: Int64 = 5_000

  /// How long the loop may wait for keys, in milliseconds.
  public var timeout: Int {
    guard let due = saving.due else { return 1_000 }
    return Int(min(1_000, max(0, due.milliseconds - context.now.milliseconds)))
  }

  /// Saves what has been typed, when its time has come.
  public mutating func saveIfDue() -> [Effect] {
    let effects = noteWriting()
    guard let due = saving.due else { return effects }
    // A clock that was set back must not put it off.
    let wait = due.milliseconds - context.now.milliseconds
    return wait <= 0 || wait > Self.patience ? effects + save() : effects
  }

  /// Takes note of a key or another change of what is written.
  mutating func touch() {
    let since = saving.since ?? context.now
    saving.since = since
    saving.due = Instant(
      milliseconds: min(
        context.now.milliseconds + Self.pause, since.milliseconds + Self.patience))
  }

  /// Saves at once what is not on disk.
  mutating func save() -> [Effect] {
    saving.since = nil
    saving.due = nil
    for layer in layers { keep(layer) }
    return context.drafts.unsaved.map { [.saveDrafts($0)] } ?? []
  }

  /// Keeps what is written on a layer as begun.
  ///
  /// Where nothing can be written, what stands there is another session's, or is kept already.
  mutating func keep(_ layer: any Screen) {
    guard halt == nil, let writing = layer.writing else { return }
    context.drafts.set(writing.place, to: writing.draft)
  }

  /// Saves, and then does what waits for it.
  mutating func save(before next: Saving.Next) -> [Effect] {
    let effects = save()
    saving.next = next
    return effects.isEmpty ? goOn() : effects
  }

  private mutating func goOn() -> [Effect] {
    defer { saving.next = nil }
    switch saving.next {
    case .leave?:
      isFinished = true
      return [.quit]
    case .become(let login)?: return [.switchPerson(login)]
    case nil: return []
    }
  }

  mutating func note(_ saved: DraftsSaved) -> [Effect] {
    context.drafts.note(saved)
    if saving.failure != nil {
      saving.failure = nil
      say("Det du har skrivit är sparat nu.")
    }
    if saved.isParted {
      complain("Texten är ändrad i ett annat fönster också. Båda finns kvar: P i listan.")
    }
    return goOn()
  }

  mutating func noteNotSaved(_ why: String) {
    let sentence = "Det du skriver är inte sparat än. \(why)"
    if saving.failure != sentence {
      complain(sentence)
    } else if notice == nil {
      hint(sentence)
    }
    saving.failure = sentence
    saving.due = Instant(milliseconds: context.now.milliseconds + 3 * Self.pause)
    switch saving.next {
    case .leave?:
      saving.next = nil
      layers.append(ChoiceScreen.leaving)
    case .become?:
      saving.next = nil
      complain("\(sentence) Byt person när det är det.")
    case nil: break
    }
  }

  /// Whether what other sessions have saved may be taken in now.
  ///
  /// With a common login they are other people's, and nobody's text comes in among another's.
  public var mayFollow: Bool {
    !context.actor.isUnitLogin || layers.allSatisfy { $0.writing == nil }
  }

  /// Takes what lies on disk, and offers it when the program starts.
  mutating func take(_ found: DraftsFound) {
    var found = found
    if context.actor.isUnitLogin {
      // A question's line is that of the one who typed it, whoever that was.
      found.drafts.removeAll { if case .line = $0.draft { true } else { false } }
    }
    let followed = untouched
    let open = Set(layers.compactMap { $0.writing?.place }).subtracting(followed.values)
    for layer in layers { keep(layer) }
    context.drafts.take(found, open: open)
    follow(followed)
    if let path = found.movedTo {
      touch()
      complain(
        "Filen med påbörjade texter var skadad. Den ligger kvar som \(path), och en ny är börjad.")
    }
    if found.unreadable > 0 {
      complain("Det finns påbörjad text som inte går att läsa här: starta om programmet.")
    }
    defer { saving.offers = false }
    // A line of a question comes forth when the question does.
    let isOffered = context.drafts.items.contains {
      if case .line = $0.draft { false } else { true }
    }
    if saving.offers, isOffered { layers.append(DraftsScreen()) }
  }

  /// Opens a matter with the text that was begun in it.
  mutating func goOn(_ kind: TextKind, in matter: Matter, earlier: Int) -> [Effect] {
    let screen = MatterScreen(matter: matter, earlier: earlier)
    layers.append(screen)
    if let obstacle = screen.obstacle(to: kind.command, in: context) {
      complain("\(obstacle) Texten finns kvar: P i listan visar den.")
      return []
    }
    let item = context.drafts.items(at: .text(matter.id, kind)).first
    let effects: [Effect]
    if case .addition = kind {
      effects = take(screen.write(kind, in: context))
    } else {
      effects = execute(kind.command)
    }
    if let news = DraftWords.news(of: item?.stored?.standing, in: context) { complain(news) }
    return effects
  }
}

extension TextKind {
  /// The command that opens it.
  var command: Command {
    switch self {
    case .answer: .answer
    case .officialNote: .officialNote
    case .internalNote: .internalNote
    case .addition: .add
    }
  }
}
