import Domain
import Intake
import Testing

/// Mails that no person wrote are set aside; in doubt a person wrote it.
struct AutomaticMailTests {
  @Test(
    "automatic replies are set aside",
    arguments: [
      "Auto-Submitted: auto-replied", "auto-submitted: auto-generated (vacation)",
      "X-Autoreply: yes", "X-Autorespond: Autosvar", "Precedence: auto_reply",
      "X-Auto-Response-Suppress: All\nSubject: Autosvar: Re: hej",
      "X-Auto-Response-Suppress: All\nSubject: Automatic reply: hej",
      "X-Auto-Response-Suppress: OOF\nSubject: =?utf-8?q?Fr=C3=A5nvarande=3A?= hej",
      "X-Auto-Response-Suppress: All\nSubject: Frånvarande",
      "X-Auto-Response-Suppress: All\nIn-Reply-To: <a@b>\nSubject: Frånvarande till måndag",
    ])
  func automaticReplies(headers: String) throws {
    var mail = MailText(headers: headers).text
    if headers.contains("Subject") { mail = mail.replacing("Subject: Kall mat\n", with: "") }
    #expect(try aside(mail).reason == .autoReply)
  }

  @Test(
    "what only looks automatic is a synpunkt",
    arguments: [
      "Auto-Submitted: no", "Precedence: bulk", "Precedence: list", "X-Auto-Response-Suppress: All",
      "X-Autoreply: no", "List-Id: <x.kommun.se>", "Return-Path: <>",
      "X-Auto-Response-Suppress: All\nSubject: Frånvarande lärare",
      "Subject: Autosvar på mejl fungerar inte", "Subject: Frånvarande: hemtjänsten",
    ])
  func persons(headers: String) throws {
    var mail = MailText(headers: headers, body: "Autosvar. Out of office.\n").text
    if headers.contains("Subject") { mail = mail.replacing("Subject: Kall mat\n", with: "") }
    #expect(try matter(mail).channel == .email)
  }

  @Test("bounces are set aside")
  func bounces() throws {
    var report = MailText.multipart(
      "report; report-type=delivery-status",
      [
        MailText.part("text/plain", "Kunde inte levereras."),
        MailText.part("message/delivery-status", "Status: 5.1.1\n"),
        MailText.part("message/rfc822", MailText().text),
      ])
    #expect(try aside(report.text).reason == .bounce)
    #expect(try aside(report.text).text == "Kunde inte levereras.")
    report = MailText.multipart("report", [MailText.part("text/plain", "x")])
    report.headers = "Return-Path: <>"
    #expect(try aside(report.text).reason == .bounce)
    for from in ["MAILER-DAEMON@exempel.se", "Mail <postmaster@exempel.se>", "Mailer-Daemon"] {
      #expect(try aside(MailText(from: from).text).reason == .bounce)
    }
    #expect(try aside(MailText(from: "<>", headers: "Return-Path: <>").text).reason == .bounce)
    #expect(refusal(MailText(from: "<>").text) == .noSender)
  }

  @Test("a receipt that a mail was read is set aside")
  func readReceipt() throws {
    let receipt = MailText.multipart(
      "report; report-type=disposition-notification", [MailText.part("text/plain", "Läst.")])
    #expect(try aside(receipt.text).reason == .autoReply)
  }
}
