import Foundation
import Testing

/// A line to the host that can be cut: two network namespaces, the client's and the server's.
final class Line {
  private let host: Host
  private let holder: Child
  /// A process in the client's network namespace.
  private let client: pid_t

  init(to host: Host) throws {
    try Tool.network.require()
    self.host = host
    let port = host.address.split(separator: ":").last.map(String.init) ?? ""
    let script = Program.file("Tests/EndToEndTests/Ledger/line.sh")
    holder = try host.start(["unshare", "--net", "sh", script, host.folder, port])
    let said = try holder.readOutput { $0.contains(0x0A) }
    let number = String(decoding: said, as: UTF8.self).trimmingCharacters(in: .newlines)
    guard let pid = pid_t(number) else {
      throw Missing(description: "no line: \(try holder.finish().complaint)")
    }
    client = pid
  }

  /// The line ends when its holder's input does.
  deinit { _ = try? holder.finish() }

  /// The command line of a client at the far end.
  func ssh(_ login: String, _ way: Host.Way) -> [String] {
    let options = [
      "-tt", "-o", "HostName=10.77.0.1", "-o", "HostKeyAlias=[127.0.0.1]:\(port)",
    ]
    return ["nsenter", "--target", "\(client)", "--net"] + host.ssh(login, way, options)
  }

  private var port: String { host.address.split(separator: ":").last.map(String.init) ?? "" }

  /// Cuts the line, or joins it again.
  func set(up isUp: Bool) throws {
    let outcome = try Child(
      ["nsenter", "--target", "\(client)", "--net", "ip", "link", "set", "line-client"]
        + [isUp ? "up" : "down"]
    ).finish()
    guard outcome.status == 0 else { throw Missing(description: outcome.complaint) }
  }
}
