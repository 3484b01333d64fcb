import Terminal
import Testing

@Suite("Visible text")
struct VisibleTextTests {
  @Test(
    "Control characters become marks",
    arguments: [
      ("Hej å ä ö 漢 👍🏽 🇸🇪", "Hej å ä ö 漢 👍🏽 🇸🇪"), ("\u{1B}[2J", "␛[2J"), ("\u{0}\u{7}", "␀␇"),
      ("a\u{7F}b", "a␡b"), ("a\u{9B}31m", "a<U+009B>31m"), ("gnp\u{202E}.exe", "gnp<U+202E>.exe"),
      ("a\nb", "a\nb"), ("a\r\nb", "a\nb"), ("a\rb", "a␍b"), ("a\tb", "a   b"),
      ("x\n\tb", "x\n    b"), ("a\u{200B}b", "a<U+200B>b"), ("\u{FEFF}x", "<U+FEFF>x"),
      ("a\u{2028}b\u{2029}", "a<U+2028>b<U+2029>"), ("\u{61C}\u{200E}", "<U+061C><U+200E>"),
      ("\u{2066}a\u{2069}", "<U+2066>a<U+2069>"), ("a\u{E0041}", "a<U+E0041>"),
      ("mjuk\u{AD}t", "mjuk-t"),
      ("", ""),
    ])
  func clean(text: String, expected: String) {
    #expect(VisibleText.clean(text) == expected)
  }

  @Test("Every C0 and C1 character and every bidi control gets a mark, in text and on a surface")
  func nothingSlipsThrough() {
    var values = Array(UInt32(0)..<0x20) + Array(0x7F...0x9F)
    values += Array(0x202A...0x202E) + Array(0x2066...0x2069) + [0x200E, 0x200F, 0x061C, 0x200B]
    values += [0x2028, 0x2029, 0xFEFF, 0x2060, 0x180E, 0xE0001, 0xFFF9]
    for value in values where value != 0x09 && value != 0x0A {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "a" + String(scalar) + "b"
      let cleaned = VisibleText.clean(text)
      #expect(!cleaned.unicodeScalars.contains(scalar), "U+\(String(value, radix: 16))")
      var surface = Surface(size: Size(columns: 20, rows: 1))
      surface.write(text, at: Point(column: 0, row: 0))
      #expect(surface.text == cleaned)
      #expect(surface[Point(column: 1, row: 0)].role == .control)
    }
  }

  @Test("Cleaning twice changes nothing")
  func idempotent() {
    var random = Pseudorandom(seed: 9)
    for _ in 0..<1000 {
      let once = VisibleText.clean(random.text(length: 12, from: Pseudorandom.nasty))
      #expect(VisibleText.clean(once) == once)
    }
  }
}
