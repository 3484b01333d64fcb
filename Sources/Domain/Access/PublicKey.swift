/// A person's public key for ssh: its type and its bytes, on one line.
public struct PublicKey: Hashable, Sendable {
  /// The types that are taken; DSA is broken, and certificates have other rules.
  public static let types = [
    "ssh-ed25519", "sk-ssh-ed25519@openssh.com", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384",
    "ecdsa-sha2-nistp521", "sk-ecdsa-sha2-nistp256@openssh.com", "ssh-rsa",
  ]

  /// The type: "ssh-ed25519".
  public let type: String
  /// The bytes of the key, as they were written in base64.
  public let base64: String
  /// The bytes of the key.
  public let bytes: [UInt8]

  /// Reads a key: type, one blank, base64 and nothing more.
  ///
  /// Neither options before nor a comment after it are taken. The bytes must begin with the same
  /// type, as those of every key do (RFC 4253, 6.6).
  public init?(_ line: String) {
    let parts = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, line.utf8.count <= 4_096, Self.types.contains(parts[0]),
      let bytes = Base64.bytes(parts[1])
    else { return nil }
    let name = Array(parts[0].utf8)
    let length = withUnsafeBytes(of: UInt32(name.count).bigEndian) { Array($0) }
    guard bytes.count > name.count + 20, bytes.starts(with: length + name) else { return nil }
    type = parts[0]
    base64 = parts[1]
    self.bytes = bytes
  }

  /// The key as it is written: "ssh-ed25519 AAAA…".
  public var line: String { "\(type) \(base64)" }
}

extension PublicKey: Codable {
  /// Reads the line.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let key = PublicKey(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no public key")
    }
    self = key
  }

  /// Writes the line.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(line)
  }
}
