/// The steps that can be undone and done again.
///
/// A step is what a person thinks of as one thing: a word, a run of deletions, a paste.
struct TextHistory: Equatable, Sendable {
  /// What kind of change it is, which decides what may be one step with the change before.
  enum Kind: Equatable, Sendable {
    /// A character was typed; a word and the spaces after it are one step.
    case typing(isSpace: Bool)
    /// A character to the left was deleted; a run of those is one step.
    case erasing
    /// A character to the right was deleted; a run of those is one step.
    case deleting
    /// Always a step by itself.
    case whole
  }

  /// What is undone and done again at once.
  struct Step: Equatable, Sendable {
    /// The changes in the order they were made.
    var changes: [TextChange]
    /// Where the caret was before the first of them.
    var before: TextPosition
    /// Where the caret was after the last of them.
    var after: TextPosition
  }

  /// The most steps that are kept; older ones are forgotten.
  static let limit = 1000

  private var done: [Step] = []
  private var undone: [Step] = []
  /// The kind of the last change while more of it may be added to its step.
  private var open: Kind?

  /// Remembers a change, in the last step if it belongs there.
  mutating func record(
    _ change: TextChange, kind: Kind, before: TextPosition, after: TextPosition
  ) {
    undone = []
    if continues(kind), var step = done.popLast() {
      step.changes.append(change)
      step.after = after
      done.append(step)
    } else {
      if done.count == Self.limit { done.removeFirst() }
      done.append(Step(changes: [change], before: before, after: after))
    }
    open = kind == .whole ? nil : kind
  }

  /// Lets the next change begin a step of its own.
  mutating func close() {
    open = nil
  }

  /// Takes the last step away, to be undone by the caller.
  mutating func undo() -> Step? {
    open = nil
    guard let step = done.popLast() else { return nil }
    undone.append(step)
    return step
  }

  /// Takes back the step that was undone last, to be done again by the caller.
  mutating func redo() -> Step? {
    open = nil
    guard let step = undone.popLast() else { return nil }
    done.append(step)
    return step
  }

  private func continues(_ kind: Kind) -> Bool {
    switch (open, kind) {
    case (.typing(let wasSpace), .typing(let isSpace)): !wasSpace || isSpace
    case (.erasing, .erasing), (.deleting, .deleting): true
    default: false
    }
  }
}
