import Foundation

/// A mail to take in; what is left out has an ordinary value.
struct MailFile {
  var from = "Anna Exempel <anna@exempel.se>"
  var subject = "Kall mat"
  var daysAgo = 3
  var id = UUID().uuidString + "@exempel.se"
  var type = "text/plain; charset=utf-8"
  var headers = ""
  var body = "Maten var kall i dag igen."

  /// The file.
  var text: String {
    let lines = [
      "From: \(from)", "To: synpunkter@kommun.se", "Subject: \(subject)",
      "Date: \(Day(ago: daysAgo).mail)", "Message-ID: <\(id)>", "MIME-Version: 1.0",
      "Content-Type: \(type)", "Content-Transfer-Encoding: 8bit",
    ]
    return lines.joined(separator: "\n") + "\n" + headers + "\n" + body + "\n"
  }

  /// A mail in HTML only.
  static func html(_ body: String, subject: String = "Kall mat") -> MailFile {
    MailFile(
      subject: subject, type: "text/html; charset=utf-8",
      body: "<html><head><title>Nej</title></head><body>\(body)</body></html>")
  }

  /// A mail with files beside its text.
  static func with(_ files: [(name: String, data: Data)], body: String) -> MailFile {
    let parts =
      ["Content-Type: text/plain; charset=utf-8\n\n\(body)\n"]
      + files.map { name, data in
        """
        Content-Type: application/octet-stream
        Content-Disposition: attachment; filename="\(name)"
        Content-Transfer-Encoding: base64

        \(data.base64EncodedString(options: [.lineLength76Characters, .endLineWithLineFeed]))

        """
      }
    return MailFile(
      type: "multipart/mixed; boundary=\"rand\"",
      body: parts.map { "--rand\n\($0)" }.joined() + "--rand--")
  }
}

/// A case of an e-tjänst to take in; what is left out has an ordinary value.
struct FormFile {
  var declaration = #"<?xml version="1.0" encoding="UTF-8"?>"#
  var number = "\(Int.random(in: 1_000_000...9_999_999))"
  var family = "999"
  var daysAgo = 3
  var title = "Kall mat"
  var text = "Maten var kall i dag igen."
  /// XML of more questions.
  var more = """
    <contact><QueryID>4</QueryID><Name>Kontaktuppgifter</Name><Firstname>Anna</Firstname>\
    <Lastname>Exempel</Lastname><Email>anna@exempel.se</Email></contact>
    """

  /// The file.
  var xml: String {
    let time = Day(ago: daysAgo).iso + "T09:04:00"
    return """
      \(declaration)
      <FlowInstance xmlns="http://www.oeplatform.org/version/2.0/schemas/flowinstance">
        <Header><Flow><FamilyID>\(family)</FamilyID><Version>4</Version><FlowID>1745</FlowID>
          <Name><![CDATA[Lämna synpunkt]]></Name></Flow><FlowInstanceID>\(number)</FlowInstanceID>
          <Status><ID>1</ID><Name>Mottagen</Name></Status><Posted>\(time)</Posted>
          <FirstSubmitted>\(time)</FirstSubmitted><LastSubmitted>\(time)</LastSubmitted></Header>
        <Values>
          <title><QueryID>1</QueryID><Name>Rubrik</Name><Rubrik><![CDATA[\(title)]]></Rubrik></title>
          <description><QueryID>2</QueryID><Name>Beskriv din synpunkt</Name>\
      <Value><![CDATA[\(text)]]></Value></description>
          \(more)
        </Values>
      </FlowInstance>
      """
  }
}

/// A day near today, in Sweden.
struct Day {
  private let date: Date

  init(ago days: Int) {
    date = Date(timeIntervalSinceNow: -Double(days) * 86_400)
  }

  /// As 2026-11-05.
  var iso: String { formatted("yyyy-MM-dd") }

  /// As a mail's Date, at nine in the morning.
  var mail: String { formatted("EEE, dd MMM yyyy '09:04:00 +0000'") }

  private func formatted(_ pattern: String) -> String {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(identifier: "Europe/Stockholm")
    formatter.dateFormat = pattern
    return formatter.string(from: date)
  }
}
