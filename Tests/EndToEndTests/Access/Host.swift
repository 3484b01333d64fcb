import Foundation
import Glibc
import Testing

/// A host on which Synpunkt is installed: a mount namespace of its own, with a real sshd on loopback.
///
/// One serves all tests; each makes the matters it needs. It is gone when the tests are.
final class Host: Sendable {
  /// The people, with the key of each in the organisation.
  static let people = ["maja.mc", "asa.lind", "bo.berg"]

  /// How somebody comes in.
  enum Way: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case key, sudo
    var testDescription: String { rawValue }
  }

  private static let made = Result { try Host() }

  /// The host that all tests share.
  static func shared() throws -> Host { try made.get() }

  private let place: Place
  private nonisolated(unsafe) let holder: Child
  private let port: Int
  /// The files of the tests, which everybody on the host may read.
  let folder: String

  private init() throws {
    place = try Place()
    folder = place.folder
    port = try Self.freePort()
    chmod(folder, 0o755)
    for name in Self.people + ["host", "stranger"] { try Self.makeKey(folder + "/" + name) }
    let script = Program.file("Tests/EndToEndTests/Access/host.sh")
    let packaging = Program.file("Resources/packaging")
    holder = try Child(
      ["unshare", "--mount", "sh", script, folder, Program.path, packaging, "\(port)"]
        + Self.people,
      environment: ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"])
    let said = try holder.readOutput { String(decoding: $0, as: UTF8.self).contains("ready") }
    guard said.starts(with: "ready".data) else {
      throw Missing(description: "no host: \(try holder.finish().complaint)")
    }
    let hostKey = try String(contentsOfFile: folder + "/host.pub", encoding: .utf8)
    try place.write("known_hosts", "[127.0.0.1]:\(port) \(hostKey)")
    try administer("setup")
    try apply(try Self.organisation(folder))
    // What is made once is given up when all tests have ended; sshd ends when its input does.
    atexit { try? FileManager.default.removeItem(atPath: Host.made.get().folder) }
  }

  private static func makeKey(_ path: String) throws {
    let outcome = try Child(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", path])
      .finish()
    guard outcome.status == 0 else { throw Missing(description: outcome.complaint) }
  }

  /// A port of loopback that nobody listens on.
  static func freePort() throws -> Int {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(listener) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let result = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, length) == 0 ? getsockname(listener, $0, &length) : -1
      }
    }
    guard result == 0 else { throw Missing(description: "no port") }
    return Int(UInt16(bigEndian: address.sin_port))
  }

  // MARK: - The organisation

  /// The public key in a file, without the line's end.
  func publicKey(_ name: String) throws -> String { try Self.publicKey(folder, name) }

  private static func publicKey(_ folder: String, _ name: String) throws -> String {
    try String(contentsOfFile: "\(folder)/\(name).pub", encoding: .utf8)
      .split(separator: " ").prefix(2).joined(separator: " ")
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private static func organisation(_ folder: String) throws -> String {
    func keys(_ login: String) throws -> String { "keys: [\"\(try publicKey(folder, login))\"]" }
    return """
      municipality: Provköpings kommun
      units:
        - {id: teknik, name: Tekniska, level: department, routine: kristianstad-oms}
        - {id: gata, name: Gata, level: unit, parent: teknik}
        - {id: omsorg, name: Omsorg, level: department, routine: kristianstad-oms}
        - {id: oster, name: Hemtjänst Öster, level: unit, parent: omsorg}
      people:
        - {login: maja.mc, name: Maja, roles: [{role: triage, unit: teknik}, {role: triage, unit: omsorg}], \(try keys("maja.mc"))}
        - {login: asa.lind, name: Åsa Lind, roles: [{role: manager, unit: gata}], \(try keys("asa.lind"))}
        - {login: bo.berg, name: Bo Berg, roles: [{role: manager, unit: oster}], \(try keys("bo.berg"))}

      """
  }

  /// The organisation file as it was applied first.
  func organisation() throws -> String { try Self.organisation(folder) }

  /// Applies an organisation as the service account from root.
  func apply(_ text: String) throws {
    let outcome = try administer("organisation", "apply", "-", input: text)
    guard outcome.status == 0 else { throw Missing(description: outcome.complaint) }
  }

  // MARK: - Running

  /// Runs a command on the host, as root or as somebody else.
  func run(
    _ command: [String], as login: String? = nil, environment: [String: String] = [:],
    input: String = ""
  ) throws -> Program.Outcome {
    var words = ["nsenter", "--target", "\(holder.pid)", "--mount"]
    if let login {
      words += ["setpriv", "--reuid", login, "--regid", login, "--init-groups"]
    }
    let settings = ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"].merging(environment) { $1 }
    return try Child(words + command, environment: settings).finish(input: input.data)
  }

  /// Starts a command on the host as root, and leaves it running.
  func start(_ command: [String]) throws -> Child {
    try Child(
      ["nsenter", "--target", "\(holder.pid)", "--mount"] + command,
      environment: ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"])
  }

  /// Runs the program as the service account from root.
  @discardableResult
  func administer(_ arguments: String..., input: String = "") throws -> Program.Outcome {
    try run(["/usr/bin/synpunkt"] + arguments, as: "synpunkt", input: input)
  }

  /// The command line of a client.
  ///
  /// - Parameters:
  ///   - login: Whose key is used.
  ///   - way: Which account it opens.
  ///   - options: Options of the client.
  ///   - program: The client: `ssh`, `scp` or `sftp`.
  /// - Returns: The words, to which a command can be added.
  func ssh(
    _ login: String, _ way: Way, _ options: [String] = [], program: String = "ssh"
  ) -> [String] {
    let port = program == "ssh" ? "-p" : "-P"
    let account = way == .key ? "synpunkt" : login
    let fixed = [
      program, "-F", "none", port, "\(self.port)", "-i", "\(folder)/\(login)",
      "-o", "IdentitiesOnly=yes", "-o", "UserKnownHostsFile=\(folder)/known_hosts",
      "-o", "StrictHostKeyChecking=yes", "-o", "BatchMode=yes", "-o", "LogLevel=ERROR",
    ]
    return fixed + options + (program == "ssh" ? ["\(account)@127.0.0.1"] : [])
  }

  /// Runs a command over ssh, to its end.
  func send(
    _ line: String, from login: String, by way: Way, _ options: [String] = [],
    input: String = "", environment: [String: String] = [:]
  ) throws -> Program.Outcome {
    try Child(
      ssh(login, way, options) + (line.isEmpty ? [] : ["--", line]), environment: environment
    ).finish(input: input.data)
  }

  /// The port of sshd, as a target to reach through it.
  var address: String { "127.0.0.1:\(port)" }

  /// Registers a matter and sends it to a unit, as medborgarcenter does.
  ///
  /// - Returns: Its number.
  func matter(
    at unit: String, title: String = "Kall mat", text: String = "Maten var kall."
  ) throws -> String {
    let mail = MailFile(subject: title, body: text).text
    func work(_ words: String..., input: String = "") throws -> Program.Outcome {
      try run(
        ["/usr/bin/synpunkt"] + words, as: "synpunkt", environment: ["SUDO_USER": "maja.mc"],
        input: input)
    }
    let taken = try work("import", "--json", "-", input: mail)
    let results: [ImportResult] = try taken.json()
    let reference = try #require(results.first?.reference, "\(taken.complaint)")
    for words in [["categorise", reference, "klagomål"], ["assign", reference, unit]] {
      let outcome = try work(words[0], words[1], words[2])
      #expect(outcome.status == 0, "\(outcome.complaint)")
    }
    return reference
  }

  /// The files of the service account.
  func files() throws -> [String] { try run(["ls", "-A", "/var/lib/synpunkt"]).lines.sorted() }
}

extension Host {
  /// Opens the front over ssh, and reads what somebody may have changed for the person.
  ///
  /// - Parameters:
  ///   - login: Who.
  ///   - way: By which way.
  ///   - options: Options of the client.
  ///   - environment: What the client sees of an environment.
  /// - Returns: The terminal, with the inbox on it.
  /// - Throws: `Missing` when the inbox never comes.
  func front(
    _ login: String, _ way: Way, _ options: [String] = [], environment: [String: String] = [:]
  ) throws -> Screen {
    let screen = try Screen([], environment: environment, by: ssh(login, way, ["-tt"] + options))
    if try screen.waitFor("? hjälp").contains("Ändrat för dig") { try screen.press("Enter") }
    try screen.waitFor("Att göra", without: "Ändrat för dig")
    return screen
  }

  /// The process of the session that began last.
  func session() throws -> pid_t {
    let found = try run(["pgrep", "--uid", "synpunkt", "--newest", "--exact", "synpunkt"])
    return try #require(pid_t(found.text.trimmingCharacters(in: .whitespacesAndNewlines)))
  }
}
