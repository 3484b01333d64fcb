/// The text in lower case with å and ä as a, ö as o, é as e: what short names and labels are
/// compared in.
///
/// The search has a folding of its own, `FoldedLatin` in the store: of all Latin letters and scalar
/// by scalar, by a table that only Foundation can make.
public func foldedSwedish(_ text: String) -> String {
  String(
    text.lowercased().map { character -> Character in
      switch character {
      case "å", "ä", "à", "á": "a"
      case "ö", "ø": "o"
      case "é", "è": "e"
      case "ü": "u"
      default: character
      }
    })
}
