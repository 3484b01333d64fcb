extension Mail {
  /// Whether this tells that a message could not be delivered.
  var isBounce: Bool {
    if isReport("delivery-status") { return true }
    let sender = from?.localPart ?? ""
    if sender == "mailer-daemon" || sender == "postmaster" { return true }
    let hasEmptyPath = headers.text("return-path")?.filter { !$0.isWhitespace } == "<>"
    return hasEmptyPath && (root.mediaType == "multipart/report" || from?.isUsable != true)
  }

  /// Whether a program answered, not a person.
  ///
  /// In doubt it was a person: `Precedence: bulk` alone, or the word "Frånvarande" alone, is not
  /// enough.
  var isAutomaticReply: Bool {
    if let submitted = headers.token("auto-submitted") {
      let word = submitted.prefix { $0.isLetter || $0 == "-" }
      if !word.isEmpty, word != "no" { return true }
    }
    let flags = ["x-autoreply", "x-autorespond", "x-autoresponder"]
    if flags.contains(where: { name in headers.token(name).map { $0 != "no" } == true }) {
      return true
    }
    if ["auto_reply", "auto-reply"].contains(headers.token("precedence")) { return true }
    if isReport("disposition-notification") { return true }
    return headers.first("x-auto-response-suppress") != nil && hasAutomaticSubject
  }

  private func isReport(_ kind: String) -> Bool {
    root.mediaType == "multipart/report" && root.parameters["report-type"]?.lowercased() == kind
  }

  private var hasAutomaticSubject: Bool {
    let text = subject.folded
    let certain = ["autosvar", "automatiskt svar", "automatic reply", "auto reply", "autoreply"]
    if certain.contains(where: text.hasPrefix) { return true }
    // "Frånvarande: …" or nothing more; "Frånvarande lärare" is a person's subject.
    let likely = ["franvarande", "franvaro", "out of office", "ej pa kontoret"]
    return likely.contains { word in
      guard text.hasPrefix(word) else { return false }
      let rest = text.dropFirst(word.count)
      return isReply || rest.allSatisfy { !$0.isLetter } || [":", "."].contains(rest.first)
    }
  }
}
