import Domain

/// What may not be seen any more goes from the screen; what was written stays.
extension Front {
  /// How much of a matter that is on the screen may not be seen any more.
  enum Loss {
    case nothing
    case part
    case all
  }

  /// Shows no more than the rights of now allow.
  ///
  /// - Returns: What saves what was written on that which went.
  mutating func narrow() -> [Effect] {
    let actor = context.actor
    let effects = withdraw { matter in
      guard let kept = matter.kept(for: actor) else { return .all }
      return matter.shows(moreThan: kept) ? .part : .nothing
    }
    if !actor.roles.contains(.registrar) { closeAsides(but: []) }
    for index in layers.indices { layers[index].narrow(in: context) }
    return effects ?? []
  }

  /// Takes away what tells of a matter more than a later reading of it does.
  ///
  /// - Returns: What saves what was written on that; nil when nothing does.
  mutating func withdraw(beside later: Matter) -> [Effect]? {
    withdraw { $0.isWithdrawn(in: later) ? .part : .nothing }
  }

  /// Takes away what stands above the screens of matters and tells what may not be seen of these.
  ///
  /// Where a part is lost, a question stays, so that nobody's next letter becomes a command; but
  /// what stood in its field of itself goes.
  ///
  /// - Parameter loss: How much of a matter may not be seen any more.
  /// - Returns: What saves what was written on that; nil when nothing is lost.
  mutating func withdraw(_ loss: (Matter) -> Loss) -> [Effect]? {
    var lost: (matter: Matter, loss: Loss)?
    var stays: [any Screen] = []
    var isKept = false
    var below = Loss.nothing
    var isClosing = false
    for layer in layers {
      if layer.isPart {
        let tells = !layer.isDialog && !(layer is AccessScreen)
        isClosing = isClosing || below == .all || below == .part && tells
      } else {
        isClosing = false
        below = layer.shown.map(loss) ?? .nothing
        if below != .nothing, let matter = layer.shown { lost = (matter, below) }
      }
      let prompt = below == .part ? layer as? PromptScreen : nil
      guard isClosing || prompt?.isPrefilled == true else {
        stays.append(layer)
        continue
      }
      keep(layer)
      isKept = isKept || layer.writing?.draft != nil
      guard !isClosing, var prompt else { continue }
      if let place = prompt.writing?.place { context.drafts.layAside(place) }
      prompt.empty()
      stays.append(prompt)
    }
    guard let lost else { return nil }
    if stays.count < layers.count { pending = nil }
    layers = stays
    let isWriting = stays.contains { $0 is EditorScreen && $0.writing?.draft != nil }
    let kept = "Det du har skrivit finns kvar"
    complain(
      words(for: lost.loss, of: lost.matter)
        + (isWriting ? " \(kept)." : isKept ? " \(kept): P i listan visar det." : ""))
    return save()
  }

  private func words(for loss: Loss, of matter: Matter) -> String {
    if loss == .all { return DraftWords.gone(matter) }
    return matter.isOpened
      ? "De skyddade uppgifterna är dolda igen."
      : "Du får inte längre se allt i \(matter.state.reference.short)."
  }

  /// Takes away the messages that do not lie aside any more.
  mutating func closeAsides(but rows: [AsideRow]) {
    let left = layers.filter { layer in
      guard let aside = (layer as? PageScreen)?.aside else { return true }
      return rows.contains { $0.id == aside }
    }
    guard left.count < layers.count else { return }
    layers = left
    complain("Meddelandet ligger inte åt sidan längre.")
  }
}

extension Screen {
  /// Whether it belongs to the screen below it, and may tell what stands there.
  fileprivate var isPart: Bool {
    isDialog || self is PageScreen || self is ReviewScreen || self is TemplateScreen
      || (self as? AccessScreen)?.matter != nil
  }
}

extension Matter {
  /// Whether it holds a protected identity that is not hidden.
  var isOpened: Bool { state.isProtected && !hidden.contains(.sender) }

  /// As much of it as somebody may see now; nil when that is nothing.
  ///
  /// What was opened stays so for whoever may still open it.
  func kept(for actor: Actor) -> Matter? { seen(by: actor, opened: isOpened) }

  /// Whether something stands here that another reading of the same matter hides.
  func shows(moreThan other: Matter) -> Bool {
    let isNarrower =
      !other.hidden.isSubset(of: hidden)
      || other.state.isSenderHidden && !state.isSenderHidden
    return isNarrower
      && zip(shownEvents, other.shownEvents).contains {
        $0.content != nil && $0.content != $1.content
      }
  }

  /// Whether something stands here that may not be seen any more, as a later reading has it.
  ///
  /// What was opened for a reason stays open until something happens in the matter.
  func isWithdrawn(in later: Matter) -> Bool {
    id == later.id && !(isOpened && version == later.version) && shows(moreThan: later)
  }
}
