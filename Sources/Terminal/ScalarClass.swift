/// How a terminal draws one Unicode scalar.
///
/// Widths, marks and cells all follow this one table.
enum ScalarClass: Equatable {
  /// One column.
  case narrow
  /// Two columns.
  case wide
  /// No column of its own: drawn on the scalar before it.
  case combining
  /// No column and nothing to draw after another scalar (variation selectors, joiners).
  case dropped
  /// A skin tone: dropped after an emoji, otherwise a wide glyph.
  case tone
  /// Half a flag, drawn as its letter.
  case regional
  /// Part of a flag of tags: dropped after a black flag, otherwise shown as a mark.
  case tag
  /// A vowel or final of a Hangul syllable: no column after another part of one.
  case jamo
  /// Must not reach a terminal, or cannot be seen: shown as a mark.
  case mark

  /// Returns the class of a scalar value.
  @inline(__always)
  init(_ scalar: UInt32) {
    if scalar < 0x300 {
      self = scalar < 0x20 || (0x7F...0x9F) ~= scalar || scalar == 0xAD ? .mark : .narrow
    } else {
      self.init(beyondLatin: scalar)
    }
  }

  private init(beyondLatin scalar: UInt32) {
    switch scalar {
    case 0x0370...0x0482, 0x2010...0x2027, 0x2030...0x205E, 0x20A0...0x20CF, 0x2190...0x2319:
      self = .narrow
    case 0x3041...0x3096, 0x30A1...0x30FA, 0x3400...0x9FFF, 0xAC00...0xD7A3: self = .wide
    case 0x200C, 0x200D, 0x034F, 0x180B...0x180D, 0x180F, 0xFE00...0xFE0F, 0xE0100...0xE01EF:
      self = .dropped
    case 0x1160...0x11FF, 0xD7B0...0xD7FF: self = .jamo
    case 0x1F3FB...0x1F3FF: self = .tone
    case 0x1F1E6...0x1F1FF: self = .regional
    case 0xE0020...0xE007F: self = .tag
    default: self.init(properties: scalar)
    }
  }

  private init(properties scalar: UInt32) {
    guard let properties = Unicode.Scalar(scalar)?.properties else {
      self = .mark
      return
    }
    if properties.isDefaultIgnorableCodePoint {
      self = .mark
      return
    }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: self = .combining
    case .control, .format, .lineSeparator, .paragraphSeparator: self = .mark
    default: self = WideScalars.contains(scalar) ? .wide : .narrow
    }
  }

  /// Whether a scalar is an emoji that can begin or continue a joined sequence.
  static func isEmoji(_ scalar: UInt32) -> Bool {
    guard scalar >= 0x203C, let value = Unicode.Scalar(scalar) else { return false }
    return value.properties.isEmoji && !(0x1F1E6...0x1F1FF ~= scalar)
      && !(0x1F3FB...0x1F3FF ~= scalar)
  }

  /// Whether a scalar is a Hangul leading consonant or syllable, which vowels and finals join.
  static func isHangul(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x1100...0x115E, 0xA960...0xA97C, 0xAC00...0xD7A3: true
    default: false
    }
  }
}

/// The scalars that take two columns: East Asian Wide and Fullwidth, and emoji.
///
/// Taken from Unicode 14 as glibc has it, with the gaps that later versions fill with wide
/// characters closed, so that a new emoji does not push the columns after it.
enum WideScalars {
  /// First and last scalar of each range, in order.
  private static let ranges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x23F0...0x23F0,
    0x23F3...0x23F3, 0x25FD...0x25FE, 0x2614...0x2615, 0x2648...0x2653, 0x267F...0x267F,
    0x2693...0x2693, 0x26A1...0x26A1, 0x26AA...0x26AB, 0x26BD...0x26BE, 0x26C4...0x26C5,
    0x26CE...0x26CE, 0x26D4...0x26D4, 0x26EA...0x26EA, 0x26F2...0x26F3, 0x26F5...0x26F5,
    0x26FA...0x26FA, 0x26FD...0x26FD, 0x2705...0x2705, 0x270A...0x270B, 0x2728...0x2728,
    0x274C...0x274C, 0x274E...0x274E, 0x2753...0x2755, 0x2757...0x2757, 0x2795...0x2797,
    0x27B0...0x27B0, 0x27BF...0x27BF, 0x2B1B...0x2B1C, 0x2B50...0x2B50, 0x2B55...0x2B55,
    0x2E80...0x303E, 0x3041...0xA4C6, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAD9,
    0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x16FFF,
    0x17000...0x18DFF, 0x1AFF0...0x1B2FB, 0x1F004...0x1F004, 0x1F0CF...0x1F0CF,
    0x1F18E...0x1F18E, 0x1F191...0x1F19A, 0x1F200...0x1F265, 0x1F300...0x1F320,
    0x1F32D...0x1F335, 0x1F337...0x1F37C, 0x1F37E...0x1F393, 0x1F3A0...0x1F3CA,
    0x1F3CF...0x1F3D3, 0x1F3E0...0x1F3F0, 0x1F3F4...0x1F3F4, 0x1F3F8...0x1F43E,
    0x1F440...0x1F440, 0x1F442...0x1F4FC, 0x1F4FF...0x1F53D, 0x1F54B...0x1F54E,
    0x1F550...0x1F567, 0x1F57A...0x1F57A, 0x1F595...0x1F596, 0x1F5A4...0x1F5A4,
    0x1F5FB...0x1F64F, 0x1F680...0x1F6C5, 0x1F6CC...0x1F6CC, 0x1F6D0...0x1F6D2,
    0x1F6D5...0x1F6DF, 0x1F6EB...0x1F6EC, 0x1F6F4...0x1F6FF, 0x1F7E0...0x1F7F0,
    0x1F90C...0x1F93A, 0x1F93C...0x1F945, 0x1F947...0x1F9FF, 0x1FA70...0x1FAFF,
    0x20000...0x3FFFD,
  ]

  /// Whether the scalar takes two columns.
  static func contains(_ scalar: UInt32) -> Bool {
    guard scalar >= 0x1100 else { return false }
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < scalar {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < ranges.count && ranges[low].contains(scalar)
  }
}
