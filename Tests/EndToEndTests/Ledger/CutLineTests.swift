import Foundation
import Testing

extension AccessSuite {
  /// A connection that is cut in the middle of a text: the next login goes on with it.
  @Suite(.needs(.network, .python)) struct CutLineTests {
    let host: Host
    let line: Line

    init() throws {
      host = try Host.shared()
      line = try Line(to: host)
    }

    /// How a connection ends without anybody's will.
    enum Cut: String, CaseIterable, Sendable {
      case clientKilled
      case linkDown
    }

    private func open(_ login: String, _ way: Host.Way) throws -> Screen {
      let screen = try Screen([], environment: [:], by: line.ssh(login, way))
      if try screen.waitFor("? hjälp").contains("Ändrat för dig") { try screen.press("Enter") }
      return screen
    }

    /// Cuts the connection, and waits until the session at the other end is gone.
    private func cut(_ cut: Cut, _ screen: Screen, session: pid_t) throws {
      switch cut {
      case .clientKilled: kill(screen.pid, SIGKILL)
      case .linkDown: try line.set(up: false)
      }
      let end = Date(timeIntervalSinceNow: 30)
      while FileManager.default.fileExists(atPath: "/proc/\(session)"), Date() < end {
        usleep(20_000)
      }
      #expect(!FileManager.default.fileExists(atPath: "/proc/\(session)"))
      try line.set(up: true)
    }

    private func expectHeld(_ ledger: Ledger) throws {
      let record = try Record(
        host.run(Record.command("/var/lib/synpunkt/synpunkt.sqlite"), as: "synpunkt"))
      let faults = ledger.faults(in: record).filter { !$0.hasPrefix("unknown") }
      // Other tests on the host write texts more than once.
      #expect(faults.filter { $0.hasPrefix("lost") }.isEmpty, "\(faults)")
      for entry in ledger.done {
        #expect(!faults.contains("doubled: \(entry.text)"), "\(faults)")
      }
      let verified = try host.administer("verify")
      #expect(verified.status == 0, "\(verified.text)")
    }

    @Test(arguments: zip(Cut.allCases, Host.Way.allCases))
    func anAnswerIsFinishedByTheNextLogin(how: Cut, way: Host.Way) throws {
      var ledger = Ledger()
      let word = "\(how.rawValue) \(way.rawValue) \(Int.random(in: 1_000...9_999))"
      let title = "Grop \(Int.random(in: 100_000...999_999))"
      let reference = try host.matter(at: "gata", title: title, text: "Djup \(word).")
      ledger.report("registered", "Djup \(word).", in: reference)
      var screen = try open("asa.lind", way)
      let session = try host.session()
      try screen.select(title)
      try screen.press("Enter")
      try screen.waitFor("Enter: Svara avsändaren")
      try screen.press("s")
      try screen.waitFor("Välj brevmall")
      try screen.press("End", "Enter")
      try screen.waitFor("Svar på", without: "Välj brevmall")
      try screen.type("Vi lagar gropen \(word)")
      // The last of it is on the screen only, and younger than a second.
      try screen.waitFor("Vi lagar gropen \(word)")
      try cut(how, screen, session: session)

      screen = try open("asa.lind", way)
      try screen.waitFor("Du har en påbörjad text")
      try screen.waitForSelection("Svar")
      try screen.press("Enter")
      try screen.waitFor("Vi lagar gropen \(word)")
      try screen.type(" på fredag.")
      try screen.waitFor("på fredag.")
      try screen.press("C-s")
      try screen.waitFor("Granska svaret")
      try screen.press("Enter")
      try screen.waitFor("är sparat som lämnat", without: "Granska svaret")
      ledger.report("answered", "Vi lagar gropen \(word) på fredag.", in: reference)
      try expectHeld(ledger)
    }

    @Test(arguments: zip(Cut.allCases, Host.Way.allCases.reversed()))
    func aVerbalIntakeIsFinishedByTheNextLogin(how: Cut, way: Host.Way) throws {
      var ledger = Ledger()
      let word = "\(how.rawValue) \(way.rawValue) \(Int.random(in: 1_000...9_999))"
      var screen = try open("maja.mc", way)
      let session = try host.session()
      try screen.press("m", "Enter")
      try screen.waitFor("Skriv det som berättas")
      try screen.type("Maten kommer kall \(word)")
      try screen.waitFor("Maten kommer kall \(word)")
      try cut(how, screen, session: session)

      screen = try open("maja.mc", way)
      try screen.waitFor("Du har en påbörjad text")
      try screen.waitForSelection("Muntlig synpunkt")
      try screen.press("Enter")
      try screen.waitFor("Skriv det som berättas")
      try screen.waitFor("Maten kommer kall \(word)")
      try screen.type(" varje dag.")
      try screen.waitFor("varje dag.")
      try screen.press("C-s")
      try screen.waitFor("Läs upp:")
      try screen.press("g")
      try screen.waitFor("Vem lämnar synpunkten?")
      try screen.press("C-s")
      let told = try screen.waitFor("Registrerat: SYN-")
      let number = try #require(told.firstMatch(of: /Registrerat: (SYN-\d+-\d+)/))
      ledger.report(
        "registered", "Maten kommer kall \(word) varje dag.", in: String(number.1))
      try expectHeld(ledger)
    }
  }
}
