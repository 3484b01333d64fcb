/// Numbers that are the same in every run, for tests over many texts.
struct Pseudorandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    var value = state
    value ^= value >> 33
    value = value &* 0xFF51_AFD7_ED55_8CCD
    return value ^ value >> 33
  }

  /// Returns a text of as many scalars, drawn from a list.
  mutating func text(length: Int, from scalars: [Unicode.Scalar]) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...length, using: &self) {
      if let scalar = scalars.randomElement(using: &self) { text.append(scalar) }
    }
    return String(text)
  }

  /// Scalars of every kind the width table knows, without tabs.
  static let nasty: [Unicode.Scalar] = [
    "a", "å", "-", " ", "\n", "\r", "\u{0}", "\u{1B}", "\u{7F}", "\u{85}", "\u{AD}", "\u{301}",
    "\u{308}", "\u{20E3}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{202E}", "\u{2028}", "\u{FEFF}",
    "\u{FE0F}", "漢", "한", "\u{1112}", "👍", "👨", "\u{1F3FD}", "\u{1F1F8}", "\u{1F1EA}",
    "\u{1F3F4}", "\u{E0067}", "\u{93E}", "क", "…", "\u{FFFD}", "\u{E000}", "\u{10FFFD}", "❤",
  ]
}
