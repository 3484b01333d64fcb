/// A mail, for tests: what is left out has an ordinary value.
struct MailText {
  var from = "Anna Exempel <anna@exempel.se>"
  var subject = "Kall mat"
  var date = "Tue, 13 Oct 2026 10:00:00 +0200"
  var headers = ""
  var type = "text/plain; charset=utf-8"
  var body = "Maten var kall.\n"

  /// The file, with LF.
  var text: String {
    """
    From: \(from)
    To: synpunkter@kommun.se
    Subject: \(subject)
    Date: \(date)
    Message-ID: <1@exempel.se>
    MIME-Version: 1.0
    Content-Type: \(type)
    \(headers.isEmpty ? "" : headers + "\n")
    \(body)
    """
  }

  /// The file with CRLF.
  var crlf: String { String(text.unicodeScalars.flatMap { $0 == "\n" ? ["\r", "\n"] : [$0] }) }

  /// A multipart with these parts, each with its headers.
  static func multipart(_ kind: String, _ parts: [String], mark: String = "gräns") -> MailText {
    MailText(
      type: "multipart/\(kind); boundary=\"\(mark)\"",
      body: parts.map { "--\(mark)\n\($0)\n" }.joined() + "--\(mark)--\n")
  }

  /// A part with its type and body.
  static func part(_ type: String, _ body: String, headers: String = "") -> String {
    "Content-Type: \(type)\n\(headers.isEmpty ? "" : headers + "\n")\n\(body)"
  }
}

extension String {
  init(_ scalars: [Unicode.Scalar]) {
    self.init(String.UnicodeScalarView(scalars))
  }
}
