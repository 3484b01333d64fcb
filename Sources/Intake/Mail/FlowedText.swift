extension String {
  /// Text in format=flowed (RFC 3676) with its paragraphs joined to one line each.
  ///
  /// - Parameter deletesSpace: Whether the space at a soft line end goes (DelSp=yes).
  /// - Returns: The text as it was before a mail program wrapped it.
  func unflowed(deletesSpace: Bool) -> String {
    var paragraphs: [Substring] = []
    var joined: [String] = []
    var depth = 0
    var isOpen = false
    func finish() {
      guard isOpen else { return }
      let mark = String(repeating: ">", count: depth)
      let text = paragraphs.joined()
      joined.append(depth > 0 && !text.isEmpty ? mark + " " + text : mark + text)
      paragraphs = []
      isOpen = false
    }
    for line in split(separator: "\n", omittingEmptySubsequences: false) {
      let quotes = line.unicodeScalars.prefix { $0 == ">" }.count
      var text = Substring(line.unicodeScalars.dropFirst(quotes))
      if text.unicodeScalars.first == " " { text = Substring(text.unicodeScalars.dropFirst()) }
      let isSignature = text == "-- "
      if isOpen, quotes != depth || isSignature { finish() }
      depth = quotes
      isOpen = true
      let isSoft = text.unicodeScalars.last == " " && !isSignature
      if isSoft, deletesSpace { text = Substring(text.unicodeScalars.dropLast()) }
      paragraphs.append(text)
      if !isSoft { finish() }
    }
    finish()
    return joined.joined(separator: "\n")
  }
}
