import Testing

/// The ledger itself finds what it is there for.
@Suite(.needs(.python)) struct LedgerTests {
  @Test func whatIsLostDoubledOrUnknownIsFound() throws {
    try Tool.python.require()
    let place = try Place()
    var ledger = Ledger()
    for number in 1...3 {
      let text = "Nummer \(number)."
      ledger.report(
        "registered", text, in: try place.register("\(number).eml", MailFile(body: text).text))
    }
    try ledger.expectHeld(in: place)
    let record = try Record(place.database)

    var more = ledger
    more.report("registered", "Nummer 4.")
    more.report("answered", "Nummer 1.")
    more.report("registered", "Nummer 2.", in: "SYN-2026-99999")
    #expect(
      more.faults(in: record) == [
        "lost: registered  ”Nummer 4.”", "lost: answered  ”Nummer 1.”",
        "lost: registered SYN-2026-99999 ”Nummer 2.”",
      ])
    _ = try place.register("again.eml", MailFile(body: "Nummer 2.").text)
    #expect(ledger.faults(in: try Record(place.database)) == ["doubled: Nummer 2."])
    #expect(Ledger().faults(in: record).count == 3)
    more = ledger
    more.giveUp("Nummer 3.")
    #expect(more.faults(in: record) == ["unknown: Nummer 3."])
    #expect(try record.isBeginning(of: Record(place.database)))
    #expect(try !Record(place.database).isBeginning(of: record))
  }
}
