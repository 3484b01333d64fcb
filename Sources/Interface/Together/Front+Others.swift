import Domain

/// The other sessions: others who write, and the same person elsewhere.
extension Front {
  /// What the others know of the writing here.
  struct WritingHere: Hashable, Sendable {
    /// What they have been told; nil when that is nothing.
    var told: Presence?
    /// When the last key was pressed; nil when none has been since the person came back.
    var lastKey: Instant?
  }

  /// Milliseconds without a key after which nobody writes any more.
  static let idle: Int64 = 15 * 60_000

  /// Lets the others know when writing begins or ends here.
  mutating func noteWriting() -> [Effect] {
    guard !isFinished else { return [] }
    let now = writingNow
    guard now != writing.told else { return [] }
    writing.told = now
    return [.noteWriting(now)]
  }

  private var writingNow: Presence? {
    guard halt == nil, let last = writing.lastKey,
      context.now.milliseconds - last.milliseconds < Self.idle, let editor, !editor.isGone
    else { return nil }
    if let told = writing.told, told.matter == editor.matter.id, told.kind == editor.kind,
      told.login == context.actor.login
    {
      return told
    }
    return Presence(
      login: context.actor.login, matter: editor.matter.id, kind: editor.kind, since: context.now)
  }

  private var editor: EditorScreen? { layers.last { $0 is EditorScreen } as? EditorScreen }

  /// Goes aside: who is not there does not write.
  mutating func suspend() -> [Effect] {
    writing.lastKey = nil
    return noteWriting() + save() + [.suspend]
  }

  /// Takes that this session is known to the others, as the newest of the person's.
  mutating func begin(over older: Instant?) -> [Effect] {
    writing.told = nil
    others.replacedAt = nil
    if let effects = resume() { return effects }
    if let older {
      let time = SwedishTime(older).clock
      let words = "Du var redan inloggad, sedan \(time). Det fönstret kan nu bara läsa."
      if let notice, notice.isFailure {
        complain("\(notice.text) \(words)")
      } else {
        say(words)
      }
    }
    return []
  }

  /// Takes what the other sessions mean for this one.
  mutating func take(_ found: OtherSessions) -> [Effect] {
    let before = others
    others = found
    context.writers = found.writing
    if let since = found.replacedAt {
      switch halt {
      case nil: return halt(because: .replaced(since: since))
      case .replaced: halt = .replaced(since: since)
      case .updated: break
      }
      return []
    }
    if let effects = resume() { return effects }
    tellOfWriters(notIn: before.writing)
    return []
  }

  /// Writes here again, where another session of the person did.
  private mutating func resume() -> [Effect]? {
    guard case .replaced? = halt else { return nil }
    halt = nil
    say("Nu går det att skriva här igen.")
    return [.loadDrafts]
  }

  /// Says that somebody else has begun to write in the matter that is being written in.
  private mutating func tellOfWriters(notIn before: [Presence]) {
    guard let editor else { return }
    let new = context.writers.filter { $0.matter == editor.matter.id && !before.contains($0) }
    // What went wrong with one's own step matters more, and who writes stands above the text too.
    guard let first = new.first, notice?.isFailure != true else { return }
    let name = context.personName(first.login)
    complain(
      "\(name) skriver också här: \(DraftWords.words(first.kind)). Ingens text försvinner.")
  }

  // MARK: - A text that another session of the person has gone on with

  /// The layers on which stands just what lies on disk, by their place in the stack.
  var untouched: [Int: Draft.Place] {
    var places: [Int: Draft.Place] = [:]
    for (index, layer) in layers.enumerated() {
      guard let writing = layer.writing else { continue }
      let item = context.drafts.items(at: writing.place).first { !$0.isAside }
      if writing.draft == item?.stored?.draft { places[index] = writing.place }
    }
    return places
  }

  /// Shows on such layers what lies on disk now.
  ///
  /// What lies there no more has become what it was to be, or was thrown away; it is left where
  /// nothing can be written, and anywhere else kept, as all that stands on the screen is.
  mutating func follow(_ places: [Int: Draft.Place]) {
    for (index, place) in places.sorted(by: { $0.key < $1.key }) where index < layers.count {
      let draft = context.drafts.items(at: place).first { !$0.isAside }?.draft
      guard draft != layers[index].writing?.draft, draft != nil || halt != nil else { continue }
      guard let draft, !(layers[index] is ReviewScreen) else {
        layers.removeSubrange(index...)
        // What stands below it is the same text.
        if let draft, let below = layers.indices.last, layers[below].writing?.place == place {
          layers[below].follow(draft, in: context)
        }
        complain(
          draft == nil
            ? "Texten är klar, eller kastad, i det andra fönstret."
            : "Texten är ändrad i det andra fönstret: granska den igen.")
        return
      }
      layers[index].follow(draft, in: context)
    }
  }
}
