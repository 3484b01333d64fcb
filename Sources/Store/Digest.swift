internal import Crypto
internal import Domain
internal import FoundationEssentials

/// SHA-256 over several parts, each with its length before it, so that no two different lists of
/// parts are the same bytes.
struct Digest {
  private var hash = SHA256()

  /// Takes in one part; nil is another part than an empty one.
  mutating func add(_ part: (some DataProtocol)?) {
    // Eight bytes, big-endian; no part is 2^64 - 1 bytes long, so that length marks nil.
    let length = part.map { UInt64($0.count) } ?? .max
    withUnsafeBytes(of: length.bigEndian) { hash.update(bufferPointer: $0) }
    if let part { hash.update(data: part) }
  }

  /// Takes in the UTF-8 bytes of a text.
  mutating func add(_ text: String?) {
    add(text.map { Array($0.utf8) })
  }

  /// The 32 bytes.
  var bytes: Data { Data(hash.finalize()) }

  /// The 32 bytes as 64 hexadecimal digits.
  var hex: String { Self.hex(hash.finalize()) }

  /// The digest of a list of parts.
  static func of(_ parts: Data...) -> Data {
    var digest = Digest()
    for part in parts { digest.add(part) }
    return digest.bytes
  }

  /// Plain SHA-256 of some bytes, in hex: the name of a file's content.
  static func plain(_ bytes: some DataProtocol) -> String { hex(SHA256.hash(data: bytes)) }

  /// Bytes as hexadecimal digits.
  static func hex(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}

extension SourceDigest {
  /// What is remembered of something that came in.
  ///
  /// - Parameters:
  ///   - key: How the outside names it; without a name, the content is the name.
  ///   - content: The digest of its content.
  init(key: ExternalKey?, content: String) {
    self.init(key: key.map { Digest.plain(Array($0.canonical.utf8)) } ?? content, content: content)
  }
}

extension IncomingMatter {
  /// The digest of what the sender said: the same message, sent or read again, has the same.
  ///
  /// Neither the arrival day nor anything the program found out is part of it.
  ///
  /// - Parameter files: The digests of the files, in order.
  /// - Returns: 64 hexadecimal digits.
  func contentDigest(files: [String]) -> String {
    var digest = Digest()
    switch body {
    case .text(let text): digest.add(text)
    case .inEService: digest.add(nil as String?)
    }
    digest.add(title)
    digest.add(sender.isAnonymous ? "anonymous" : "known")
    digest.add(sender.kind.rawValue)
    for part in [sender.name, sender.organisation, sender.email, sender.phone, sender.address] {
      digest.add(part)
    }
    digest.add(sender.replyVia?.rawValue)
    digest.add(sender.wantsAnswer ? "answer" : "none")
    digest.add(concerns)
    digest.add(String(files.count))
    for file in files { digest.add(file) }
    return digest.hex
  }
}

extension AsideMessage {
  /// The digest of what the message said.
  var contentDigest: String {
    var digest = Digest()
    for part in [reason.rawValue, from, subject, text] { digest.add(part) }
    return digest.hex
  }

  /// What is remembered of it.
  var source: SourceDigest {
    SourceDigest(key: messageID.map { .message($0) }, content: contentDigest)
  }
}
