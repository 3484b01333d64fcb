/// Splits UTF-8 text into the glyphs a terminal draws.
///
/// A terminal cell holds one spacing scalar and its combining marks. Joined emoji and skin tones
/// are therefore reduced to their first picture, flags to their two letters and variation
/// selectors are left out: the columns stay true on every terminal.
struct GlyphReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  /// Reads from bytes that are valid UTF-8, as those of a `String` are.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// Returns the next glyph, or nil at the end of the text.
  @inline(__always)
  mutating func next() -> Glyph? {
    guard position < bytes.count else { return nil }
    let byte = bytes[position]
    if (0x20..<0x7F) ~= byte, position + 1 == bytes.count || bytes[position + 1] < 0xCC {
      // Printable ASCII before anything below U+0300 has no marks of its own.
      position += 1
      return Glyph(.visible, UInt32(byte), in: position - 1..<position)
    }
    if (0xC3..<0xCC) ~= byte, position + 2 >= bytes.count || bytes[position + 2] < 0xCC {
      // The same for the letters of Latin.
      let scalar = UInt32(byte & 0x1F) << 6 | UInt32(bytes[position + 1] & 0x3F)
      position += 2
      return Glyph(.visible, scalar, in: position - 2..<position)
    }
    return nextBeyondLatin()
  }

  private mutating func nextBeyondLatin() -> Glyph {
    let start = position
    let scalar = take()
    switch scalar {
    case 0x09: return Glyph(.tab, scalar, in: start..<position)
    case 0x0A: return Glyph(.lineEnd, scalar, in: start..<position)
    case 0x0D where position < bytes.count && bytes[position] == 0x0A:
      position += 1
      return Glyph(.lineEnd, scalar, in: start..<position)
    default: break
    }
    switch ScalarClass(scalar) {
    case .mark, .dropped, .tag, .jamo: return Glyph(.mark, scalar, in: start..<position)
    case .combining:
      position = start
      return collect(base: 0x25CC, wide: false, from: start)
    case .regional:
      return collect(base: 0x41 + scalar - 0x1F1E6, wide: false, from: start)
    case .narrow: return collect(base: scalar, wide: false, from: start)
    case .wide, .tone: return collect(base: scalar, wide: true, from: start)
    }
  }

  /// Takes the scalars that draw no column of their own after the base.
  private mutating func collect(base: UInt32, wide: Bool, from start: Int) -> Glyph {
    var combining = SIMD4<UInt32>.zero
    var count = 0
    while position < bytes.count, bytes[position] >= 0xCC {
      let before = position
      let scalar = take()
      switch ScalarClass(scalar) {
      case .combining:
        if count < 4 {
          combining[count] = scalar
          count += 1
        }
        continue
      case .jamo where ScalarClass.isHangul(base):
        if count < 4 {
          combining[count] = scalar
          count += 1
        }
        continue
      case .dropped:
        if scalar == 0x200D { skipJoined(base: base) }
        continue
      case .tone where ScalarClass.isEmoji(base), .tag where base == 0x1F3F4:
        continue
      case .narrow, .wide, .tone, .regional, .tag, .jamo, .mark:
        position = before
      }
      break
    }
    return Glyph(.visible, base, combining: combining, wide: wide, in: start..<position)
  }

  /// Skips the emoji that a zero width joiner ties to an emoji before it.
  private mutating func skipJoined(base: UInt32) {
    guard ScalarClass.isEmoji(base), position < bytes.count else { return }
    let before = position
    if !ScalarClass.isEmoji(take()) { position = before }
  }

  /// Decodes one scalar.
  ///
  /// The bytes come from a `String`, so they are well formed.
  private mutating func take() -> UInt32 {
    let first = UInt32(bytes[position])
    position += 1
    guard first >= 0xC0 else { return first }
    var scalar = first & (first < 0xE0 ? 0x1F : first < 0xF0 ? 0x0F : 0x07)
    while position < bytes.count, bytes[position] & 0xC0 == 0x80 {
      scalar = scalar << 6 | UInt32(bytes[position] & 0x3F)
      position += 1
    }
    return scalar
  }
}
