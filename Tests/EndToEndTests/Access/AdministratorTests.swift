import Foundation
import Testing

extension AccessSuite {
  /// Who administers by way of root is somebody all the same.
  @Suite struct AdministratorTests {
    let host: Host

    init() throws { host = try Host.shared() }

    /// Applies an organisation with the host's own command, as somebody who has become root.
    private func apply(_ text: String, as login: String?) throws -> Program.Outcome {
      try host.run(
        ["/usr/sbin/synpunkt-admin", "organisation", "apply", "-"],
        environment: login.map { ["SUDO_USER": $0] } ?? [:], input: text)
    }

    @Test func nobodyGivesThemselvesARoleAsRoot() throws {
      let organisation = try host.organisation()
      let more = organisation.replacingOccurrences(
        of: "{role: manager, unit: gata}", with: "{role: manager, unit: gata}, {role: head}")
      #expect(more != organisation)
      let own = try apply(more, as: "asa.lind")
      #expect(own.status == 1 && own.complaint.hasPrefix("Ingen ändrar sina egna nycklar"))
      // Another may, and so may root without a name; both leave all as it was in the end.
      for (text, login) in [(more, "bo.berg"), (organisation, nil)] {
        let done = try apply(text, as: login)
        #expect(done.status == 0, "\(done.complaint)")
      }
      let told = try host.run([
        "python3", "-c",
        """
        import sqlite3
        db = sqlite3.connect('/var/lib/synpunkt/synpunkt.sqlite')
        for row in db.execute("SELECT facts FROM event WHERE matter = 0 ORDER BY id"): print(row[0])
        """,
      ]).lines.filter { $0.contains("organisationApplied") }
      let authors = told.map { line in
        ["bo.berg", "root"].filter { line.contains("\"by\":\"\($0)\"") }
      }
      #expect(authors.contains(["bo.berg"]) && authors.last == ["root"], "\(told)")
    }
  }
}
