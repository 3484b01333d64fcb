/// An escape sequence that ncurses has not recognised, read byte by byte.
///
/// What is known is decoded here by the common rules of xterm and rxvt; what is not is swallowed
/// as a whole, so that its tail is not taken for keys.
struct EscapeSequence {
  /// What a sequence turned out to be.
  enum Outcome: Equatable {
    /// More bytes must come.
    case unfinished
    /// A key.
    case key(Key)
    /// The beginning of pasted text.
    case pasteStart
    /// Nothing we know.
    case unknown
  }

  /// `[` or `O`, the byte after ESC.
  let introducer: UInt8
  /// The bytes after the introducer.
  private var body: [UInt8] = []

  init(introducer: UInt8) {
    self.introducer = introducer
  }

  /// Whether nothing has come after the introducer, so that it may have been a letter.
  var isBare: Bool { body.isEmpty }

  /// Takes the next byte, which is 0x20 or above.
  mutating func take(_ byte: UInt8) -> Outcome {
    body.append(byte)
    if introducer == 0x4F { return (0x30...0x3F) ~= byte ? unfinished : shortKey(byte) }
    if body == [0x5B] { return .unfinished }
    if body.count == 2, body[0] == 0x5B {
      // The Linux console: ESC [ [ A is F1.
      return (0x41...0x45) ~= byte ? .key(.function(Int(byte) - 0x40)) : .unknown
    }
    let isFinal = (0x40...0x7E) ~= byte || byte == 0x24
    return isFinal ? longKey(byte) : unfinished
  }

  private var unfinished: Outcome { body.count < 32 ? .unfinished : .unknown }

  /// The numbers of the sequence, separated by semicolons.
  private var numbers: [Int] {
    body.dropLast().split(separator: 0x3B, omittingEmptySubsequences: false)
      .map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }
  }

  /// ESC O and a letter.
  private func shortKey(_ final: UInt8) -> Outcome {
    let modifier = Modifier(number: numbers.last ?? 0)
    switch final {
    case 0x4D: return .key(.enter)
    case 0x61...0x64: return letterKey(final - 0x20, Modifier(number: 5))
    case 0x6A...0x79:
      let signs: [Character] = Array("*+,-,/0123456789")
      return .key(.character(signs[Int(final) - 0x6A]))
    default: return letterKey(final, modifier)
    }
  }

  /// ESC [ with numbers and a final byte.
  private func longKey(_ final: UInt8) -> Outcome {
    let numbers = numbers
    let modifier = Modifier(number: numbers.count > 1 ? numbers[1] : 0)
    switch final {
    case 0x7E: return numberKey(numbers.first ?? 0, modifier)
    case 0x5E, 0x40: return numberKey(numbers.first ?? 0, Modifier(number: 5))
    case 0x24: return numberKey(numbers.first ?? 0, Modifier(number: 2))
    case 0x5A: return .key(.backTab)
    case 0x61...0x64: return letterKey(final - 0x20, Modifier(number: 2))
    default: return letterKey(final, modifier)
    }
  }

  private func letterKey(_ final: UInt8, _ modifier: Modifier) -> Outcome {
    switch final {
    case 0x41: .key(.up)
    case 0x42: .key(.down)
    case 0x43: .key(modifier.isWord ? .wordRight : .right)
    case 0x44: .key(modifier.isWord ? .wordLeft : .left)
    case 0x46: .key(modifier.isControl ? .documentEnd : .end)
    case 0x48: .key(modifier.isControl ? .documentStart : .home)
    case 0x50...0x53: .key(.function(Int(final) - 0x4F))
    default: .unknown
    }
  }

  private func numberKey(_ number: Int, _ modifier: Modifier) -> Outcome {
    switch number {
    case 1, 7: .key(modifier.isControl ? .documentStart : .home)
    case 2: .key(.insert)
    case 3: .key(.delete)
    case 4, 8: .key(modifier.isControl ? .documentEnd : .end)
    case 5: .key(.pageUp)
    case 6: .key(.pageDown)
    case 11...15: .key(.function(number - 10))
    case 17...21: .key(.function(number - 11))
    case 23, 24: .key(.function(number - 12))
    case 200: .pasteStart
    default: .unknown
    }
  }

  /// The keys held down, as xterm numbers them.
  private struct Modifier {
    let isControl: Bool
    let isWord: Bool

    init(number: Int) {
      let bits = max(0, number - 1)
      isControl = bits & 4 != 0
      isWord = bits & 6 != 0
    }
  }
}
