import Domain
import Foundation
import Intake
import Testing

/// Reading a file never opens another file and never calls out, whatever the file asks for.
struct NothingOutsideTests {
  @Test("external entities, DTDs, schemas, includes, links and pictures are left alone")
  func nothingIsFetched() throws {
    let listener = try Listener()
    defer { listener.close() }
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("synpunkt-outside-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let secret = folder.appendingPathComponent("hemligt.txt")
    try Data("mycket hemligt".utf8).write(to: secret)
    let watch = try FileWatch(secret.path)
    defer { watch.close() }

    let body = "<Header><FlowInstanceID>1</FlowInstanceID></Header><Values><description>"
    let end = "</description></Values></FlowInstance>"
    for place in ["http://127.0.0.1:\(listener.port)/x", "file://\(secret.path)", secret.path] {
      for file in [
        "<!DOCTYPE FlowInstance SYSTEM \"\(place)\"><FlowInstance>\(body)x\(end)",
        "<!DOCTYPE x [<!ENTITY a SYSTEM \"\(place)\">]><FlowInstance>\(body)&a;\(end)",
        "<!DOCTYPE x [<!ENTITY % a SYSTEM \"\(place)\"> %a;]><FlowInstance>\(body)x\(end)",
        "<?xml-stylesheet href=\"\(place)\"?><FlowInstance>\(body)x\(end)",
        """
        <FlowInstance xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
        xsi:schemaLocation="\(place) \(place)">\(body)\
        <xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="\(place)" parse="text"/>\(end)
        """,
        MailText(
          type: "text/html; charset=utf-8",
          body: "<link rel=stylesheet href=\"\(place)\"><img src=\"\(place)\">"
            + "<iframe src=\"\(place)\"></iframe><object data=\"\(place)\"></object>hej"
        ).text,
        MailText(
          type: "message/external-body; access-type=local-file; name=\"\(secret.path)\"",
          body: "Content-Type: text/plain\n\n"
        ).text,
      ] {
        if case .success(let incoming) = reading(Array(file.utf8)) {
          #expect(!"\(incoming)".contains("hemligt\""))
          #expect(!"\(incoming)".contains("mycket"))
        }
      }
    }
    #expect(!listener.wasCalled)
    #expect(!watch.wasOpened)
    // The watch itself works.
    _ = try Data(contentsOf: secret)
    #expect(watch.wasOpened)
  }
}

/// A port on this machine that tells whether anybody called.
private struct Listener {
  let port: UInt16
  private let socket: Int32

  init() throws {
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue), 0)
    try #require(socket >= 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let socket = socket
    let isOpen = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(socket, address, length) == 0 && listen(socket, 8) == 0
          && getsockname(socket, address, &length) == 0
      }
    }
    try #require(isOpen)
    port = UInt16(bigEndian: address.sin_port)
  }

  /// Whether a call waits to be taken.
  var wasCalled: Bool { accept(socket, nil, nil) >= 0 }

  func close() { _ = Glibc.close(socket) }
}

/// Tells whether a file was opened, through inotify.
private struct FileWatch {
  private let descriptor: Int32

  init(_ path: String) throws {
    descriptor = inotify_init1(Int32(IN_NONBLOCK))
    try #require(descriptor >= 0)
    try #require(inotify_add_watch(descriptor, path, UInt32(IN_OPEN | IN_ACCESS)) >= 0)
  }

  /// Whether the file was opened since the last time this was asked.
  var wasOpened: Bool {
    var events = [UInt8](repeating: 0, count: 4_096)
    return read(descriptor, &events, events.count) > 0
  }

  func close() { _ = Glibc.close(descriptor) }
}
