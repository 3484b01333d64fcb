/// Puts bytes together to scalars, and falls back to Latin-1 where they are no UTF-8.
struct UTF8Decoder {
  /// One scalar, and whether it is a guess.
  struct Decoded: Equatable {
    /// The scalar.
    var scalar: Unicode.Scalar
    /// Whether the byte was no UTF-8 and was taken as Latin-1.
    var isGuess = false
  }

  /// Whether every byte is a character, as in a Latin-1 locale.
  private let isLatin1: Bool
  private var pending: [UInt8] = []
  private var needed = 0

  init(isLatin1: Bool = false) {
    self.isLatin1 = isLatin1
  }

  /// Whether a character has begun and not ended.
  var isWaiting: Bool { !pending.isEmpty }

  /// Takes a byte and calls back for each scalar that is now complete.
  mutating func take(_ byte: UInt8, _ found: (Decoded) -> Void) {
    if isLatin1 {
      found(Decoded(scalar: Unicode.Scalar(byte)))
    } else if !pending.isEmpty {
      if byte & 0xC0 == 0x80 {
        pending.append(byte)
        if pending.count == needed { complete(found) }
      } else {
        giveUp(found)
        take(byte, found)
      }
    } else if byte < 0x80 {
      found(Decoded(scalar: Unicode.Scalar(byte)))
    } else if (0xC2...0xF4) ~= byte {
      pending = [byte]
      needed = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    } else {
      found(Decoded(scalar: Unicode.Scalar(byte), isGuess: true))
    }
  }

  /// Takes what has begun as Latin-1: the rest has not come.
  mutating func giveUp(_ found: (Decoded) -> Void) {
    let bytes = pending
    pending = []
    for byte in bytes { found(Decoded(scalar: Unicode.Scalar(byte), isGuess: true)) }
  }

  private mutating func complete(_ found: (Decoded) -> Void) {
    let text = String(validating: pending, as: UTF8.self)
    guard let scalar = text?.unicodeScalars.first else {
      giveUp(found)
      return
    }
    pending = []
    found(Decoded(scalar: scalar))
  }
}
