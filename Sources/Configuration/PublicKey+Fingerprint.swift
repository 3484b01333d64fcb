internal import Crypto
public import Domain
internal import FoundationEssentials

extension PublicKey {
  /// The fingerprint as `ssh-keygen -l` and `ssh-add -l` show it: "SHA256:…".
  public var fingerprint: String {
    let digest = Data(SHA256.hash(data: bytes)).base64EncodedString()
    return "SHA256:" + digest.prefix { $0 != "=" }
  }
}
