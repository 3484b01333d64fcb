internal import Domain
internal import Foundation

/// Latin letters without their marks: å and ä are a, ö is o, é is e.
///
/// Scalar by scalar and of all Latin letters, unlike `foldedSwedish`, so that what is found keeps its
/// place in the text.
enum FoldedLatin {
  /// The letter for each scalar below U+0250; itself where it bears no mark.
  static let table: [UInt16] = (0..<0x250).map { value in
    switch value {
    case 0xC6: return 0x41
    case 0xE6: return 0x61
    case 0xD8: return 0x4F
    case 0xF8: return 0x6F
    case 0x110: return 0x44
    case 0x111: return 0x64
    case 0x141: return 0x4C
    case 0x142: return 0x6C
    default: break
    }
    guard value >= 0xC0, let scalar = Unicode.Scalar(UInt32(value)) else { return UInt16(value) }
    let first = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars.first
    return UInt16(first?.value ?? UInt32(value))
  }

  /// The letter for a scalar.
  static func fold(_ value: UInt32) -> UInt32 {
    value < 0x250 ? UInt32(table[Int(value)]) : value
  }
}

extension String {
  /// The text in NFC, lower case and without soft hyphens: what words are compared in.
  var searchable: String { normalised.lowercased() }

  /// The text in NFC, without soft hyphens, marks of width and NUL.
  var normalised: String {
    var text = self
    // Nothing below U+0300 changes, but for the soft hyphen.
    if utf8.contains(where: { $0 >= 0xCC }) { text = text.precomposedStringWithCanonicalMapping }
    if text.unicodeScalars.contains(where: \.isInvisible) {
      text.unicodeScalars.removeAll(where: \.isInvisible)
    }
    return text.storable
  }

  /// The text with Latin letters without their marks.
  var foldedLatin: String {
    var folded = ""
    for scalar in unicodeScalars {
      folded.unicodeScalars.append(
        Unicode.Scalar(FoldedLatin.fold(scalar.value)) ?? scalar)
    }
    return folded
  }
}
