import Domain
import Intake
import Testing

/// Who sent a mail, to whom, when, and how it is known again.
struct MailHeaderTests {
  @Test(
    "the sender is read",
    arguments: [
      ("Anna Exempel <anna@exempel.se>", "Anna Exempel", "anna@exempel.se"),
      ("\"Exempel, Anna\" <anna@exempel.se>", "Exempel, Anna", "anna@exempel.se"),
      ("=?utf-8?q?=C3=85sa?= =?iso-8859-1?q?_=D6st?= <a@exempel.se>", "Åsa Öst", "a@exempel.se"),
      ("=?utf-8?B?w4XDtg==?= <a@exempel.se>", "Åö", "a@exempel.se"),
      ("Åsa Öst <a@exempel.se>", "Åsa Öst", "a@exempel.se"),
      ("anna@exempel.se", nil, "anna@exempel.se"), ("<anna@exempel.se>", nil, "anna@exempel.se"),
      ("anna@exempel.se (Anna)", "Anna", "anna@exempel.se"),
      ("\"anna@exempel.se\" <anna@exempel.se>", nil, "anna@exempel.se"),
      ("Anna\n Exempel <anna@exempel.se>", "Anna Exempel", "anna@exempel.se"),
      ("A <a@exempel.se>, B <b@exempel.se>", "A", "a@exempel.se"),
      ("Gruppen: A <a@exempel.se>;", "A", "a@exempel.se"),
    ])
  func sender(from: String, name: String?, email: String) throws {
    let sender = try matter(MailText(from: from).text).sender
    #expect(
      sender == Sender(name: name, email: email, replyVia: .email, wantsAnswer: true))
  }

  @Test("a sender in raw Windows-1252 is read too")
  func rawSender() throws {
    #expect(try matter(western(MailText(from: "Åsa Öst <a@b.se>").text)).sender.name == "Åsa Öst")
  }

  @Test("Reply-To is the address to answer")
  func replyTo() throws {
    let found = try matter(MailText(headers: "Reply-To: Svar <svar@exempel.se>").text)
    #expect(found.sender.name == "Anna Exempel")
    #expect(found.sender.email == "svar@exempel.se")
    #expect(found.warns("kom från anna@exempel.se men vill ha svar till svar@exempel.se"))
    let same = try matter(MailText(headers: "Reply-To: ANNA@exempel.se").text)
    #expect(same.notices.isEmpty)
  }

  @Test("a sender without an address has no way back")
  func withoutAddress() throws {
    let found = try matter(MailText(from: "Anna Exempel").text)
    #expect(found.sender.name == "Anna Exempel")
    #expect(found.sender.email == nil)
    #expect(found.sender.replyVia == nil)
    #expect(found.warns("ingen adress att svara till"))
  }

  @Test("all addresses it was sent to are there once")
  func recipients() throws {
    let headers = """
      Cc: "Väst" <vast@kommun.se>, synpunkter@kommun.se
      Delivered-To: inkorg@kommun.se
      X-Original-To: vast@kommun.se
      """
    #expect(
      try matter(MailText(headers: headers).text).addressedTo
        == ["synpunkter@kommun.se", "vast@kommun.se", "inkorg@kommun.se"])
  }

  @Test(
    "Message-ID is the key, without brackets",
    arguments: [
      ("<a.b@c>", "a.b@c"), ("a.b@c", "a.b@c"), ("  <a@b> (x)", "a@b"), ("<a\n b@c>", "ab@c"),
      ("<>", nil), ("", nil),
    ])
  func key(header: String, key: String?) throws {
    let text = MailText().text.replacing("<1@exempel.se>", with: header)
    #expect(try matter(text).key == key.map(ExternalKey.message))
    let without = text.replacing("Message-ID", with: "X-ID")
    #expect(try matter(without).key == nil)
  }

  @Test(
    "the subject is the title, on one line",
    arguments: [
      ("Kall mat", "Kall mat"),
      ("=?utf-8?q?K=C3=A5l?= och\n =?utf-8?q?_r=C3=B6tter?=", "Kål och  rötter"),
      ("=?utf-8?B?w6?= =?utf-8?B?U=?=", "å"), ("Kål 👍", "Kål 👍"), ("lång\n rad", "lång rad"),
      ("A\u{30A}", "A\u{30A}"), ("=?utf-8?q?a=0Ab?=", "a b"), ("", nil), ("   ", nil),
      ("=?x-unknown?q?a?=", "a"), ("=?utf-8?x?a?=", "=?utf-8?x?a?="),
    ])
  func title(subject: String, title: String?) throws {
    #expect(isExactly(try matter(MailText(subject: subject).text).title, title))
  }

  @Test(
    "the day is the newest Received, else Date, in Swedish time",
    arguments: [
      ("", "Tue, 13 Oct 2026 10:00:00 +0200", "2026-10-13"),
      ("", "Tue, 13 Oct 2026 23:30:00 +0000", "2026-10-14"),
      ("", "Tue, 13 Oct 2026 00:30:00 +0300", "2026-10-12"),
      ("", "Fri, 09 Jan 2026 23:30:00 GMT", "2026-01-10"),
      ("", "13 Oct 2026 10:00 +0200", "2026-10-13"),
      (
        "Received: from a by b; Wed, 14 Oct 2026 08:00:00 +0200 (CEST)", "1 Oct 2026 1:00 +0200",
        "2026-10-14"
      ),
      (
        "Received: a;\n Wed, 14 Oct 2026 08:00:00 +0200\nReceived: b; 12 Oct 2026 08:00 +0200",
        "1 Oct 2026 1:00 +0200", "2026-10-14"
      ),
      (
        "Received: a; nonsens\nReceived: b; 12 Oct 2026 08:00 +0200", "1 Oct 2026 1:00 +0200",
        "2026-10-12"
      ),
      ("Received: utan datum", "1 Oct 2026 1:00 +0200", "2026-10-01"),
    ])
  func arrival(received: String, date: String, day: String) throws {
    let found = try matter(MailText(date: date, headers: received).text)
    #expect(found.arrivedOn.iso == day)
    #expect(found.notices.isEmpty)
  }

  @Test(
    "a day to come, or none, counts as today with a notice",
    arguments: [
      ("Mon, 2 Nov 2026 10:00:00 +0100", "inte har varit än"),
      ("Mon, 2 Nov 2099 10:00:00 +0100", "inte har varit än"),
      ("igår", "Det gick inte att läsa"), ("", "Det gick inte att läsa"),
      ("Thu, 1 Jan 1970 00:00:00 +0000", "Det gick inte att läsa"),
      ("31 Feb 2026 10:00 +0100", "Det gick inte att läsa"),
    ])
  func strangeArrivals(date: String, words: String) throws {
    let found = try matter(MailText(date: date).text)
    #expect(found.arrivedOn == today)
    #expect(found.warns(words))
  }
}
