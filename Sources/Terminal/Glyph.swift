/// What a terminal draws in one place: a scalar with the marks that combine with it, or the sign
/// that stands for something that must not be drawn.
struct Glyph {
  /// How a glyph is drawn.
  enum Kind {
    /// Drawn as it is.
    case visible
    /// Spaces up to the next fourth column.
    case tab
    /// LF or CRLF: ends a line where lines have a meaning, shown as a mark elsewhere.
    case lineEnd
    /// Shown as a mark, see ``Glyph/spelling``.
    case mark
  }

  /// How it is drawn.
  let kind: Kind
  /// The scalar to draw, or the one the mark stands for.
  let scalar: UInt32
  /// Up to four combining scalars, zero where there is none.
  let combining: SIMD4<UInt32>
  /// Where it begins in the bytes it was read from.
  let start: Int
  /// Where the next one begins.
  let end: Int

  /// The columns it takes; of no meaning for a tab.
  private let columns: Int

  /// Makes a glyph from the class of its scalar.
  @inline(__always)
  init(
    _ kind: Kind, _ scalar: UInt32, combining: SIMD4<UInt32> = .zero, wide: Bool = false,
    in range: Range<Int>
  ) {
    self.kind = kind
    self.scalar = scalar
    self.combining = combining
    start = range.lowerBound
    end = range.upperBound
    columns =
      switch kind {
      case .visible, .tab: wide ? 2 : 1
      case .lineEnd: range.count
      case .mark: Glyph.markWidth(scalar)
      }
  }

  /// Returns the number of columns when drawn at a column of its line.
  @inline(__always)
  func width(at column: Int) -> Int {
    kind == .tab ? Glyph.tabWidth - column % Glyph.tabWidth : columns
  }

  /// Whether it is a plain space or a tab, which may hang over the edge of a line.
  var isSpace: Bool { kind == .tab || (scalar == 0x20 && combining == .zero) }

  /// The distance between tab stops.
  static let tabWidth = 4

  /// The sign that is shown in place of the character, as scalar values.
  var spelling: [UInt32] {
    kind == .lineEnd && end - start == 2 ? [0x240D, 0x240A] : Glyph.markSpelling(scalar)
  }

  private static func markWidth(_ scalar: UInt32) -> Int {
    switch scalar {
    case ...0x1F, 0x7F, 0xAD: 1
    case ...0xFFFF: 8
    case ...0xFFFFF: 9
    default: 10
    }
  }

  private static func markSpelling(_ scalar: UInt32) -> [UInt32] {
    switch scalar {
    case ...0x1F: return [0x2400 + scalar]
    case 0x7F: return [0x2421]
    case 0xAD: return [0x2D]
    default:
      let digits = String(scalar, radix: 16, uppercase: true)
      let padding = String(repeating: "0", count: max(0, 4 - digits.count))
      return "<U+\(padding)\(digits)>".unicodeScalars.map(\.value)
    }
  }
}
