/// One way in which a word is looked for.
struct WordForm: Hashable {
  /// The letters.
  let text: String
  /// Whether a longer word that begins so is another word.
  let isWhole: Bool

  /// Whether all that the other finds is found by this one.
  func covers(_ other: WordForm) -> Bool {
    isWhole ? self == other : other.text.hasPrefix(text)
  }
}
