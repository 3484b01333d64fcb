import CGMime

/// How the content of a part is encoded for transfer.
enum TransferEncoding {
  case none
  case base64
  case quotedPrintable
  case uuencode

  /// Reads a Content-Transfer-Encoding.
  init(_ header: String?) {
    switch header?.trimmed.lowercased() {
    case "base64": self = .base64
    case "quoted-printable": self = .quotedPrintable
    case "x-uuencode", "uuencode", "x-uue": self = .uuencode
    default: self = .none
    }
  }

  /// Undoes the encoding; what is broken in it is skipped.
  func decode(_ bytes: [UInt8]) -> [UInt8] {
    switch self {
    case .none: bytes
    case .base64: Self.decode(bytes[...], CGMIME_BASE64)
    case .quotedPrintable: Self.decode(bytes[...], CGMIME_QUOTED_PRINTABLE)
    case .uuencode: Self.decode(Self.afterBegin(bytes), CGMIME_UUENCODE)
    }
  }

  private static func decode(_ bytes: ArraySlice<UInt8>, _ encoding: cgmime_encoding) -> [UInt8] {
    let buffer = bytes.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map { cgmime_decode($0, bytes.count, encoding) }
    }
    return buffer?.takeBytes() ?? []
  }

  /// The lines after "begin 644 name".
  private static func afterBegin(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    for line in bytes.split(separator: 0x0A) where line.starts(with: "begin ".utf8) {
      return bytes[min(line.endIndex + 1, bytes.endIndex)...]
    }
    return bytes[...]
  }
}
