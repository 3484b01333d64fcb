import Domain

/// Text typed to find something by its words.
extension String {
  /// Whether the text holds what was typed: å, ä and ö as typed, or as a, a and o.
  func holds(_ typed: some StringProtocol) -> Bool {
    let typed = typed.lowercased()
    let folded = foldedSwedish(typed)
    return folded == typed ? foldedSwedish(self).contains(typed) : lowercased().contains(typed)
  }
}
