import Testing

@testable import Terminal

@Suite("Paste")
struct PasteTests {
  private let start = KeyCode.pasteStart
  private let end = KeyCode.pasteEnd

  private func decode(_ codes: [Int32]) -> [TerminalEvent] {
    var decoder = InputDecoder()
    var events: [TerminalEvent] = []
    for code in codes {
      decoder.take(code, into: &events)
      // Every byte in a read of its own.
      decoder.settle(into: &events)
    }
    return events
  }

  private func bytes(_ text: String) -> [Int32] {
    text.utf8.map(Int32.init)
  }

  @Test(
    "Pasted text is text, whatever is in it",
    arguments: [
      ("hej", "hej"), ("å ä ö 漢", "å ä ö 漢"), ("a\rb\r\nc\nd", "a\nb\nc\nd"),
      ("a\r\r\nb", "a\n\nb"),
      ("a\tb", "a\tb"), ("\u{1B}[31mröd\u{7}\u{0}", "[31mröd"), ("a\u{7F}b\u{85}c", "abc"),
      ("q\u{3}\u{1A}", "q"), ("\u{1B}[200~a", "[200~a"), ("\u{1B}[201", "[201"),
    ])
  func text(pasted: String, expected: String) {
    #expect(decode([start] + bytes(pasted) + [end]) == [.paste(expected)])
  }

  @Test("The marks are also seen as bytes, and keys follow the text")
  func rawMarks() {
    let raw = bytes("\u{1B}[200~ab\u{1B}[201~q")
    // One byte at a time, a lone Esc is the key; so the beginning comes in one read.
    var decoder = InputDecoder()
    var events: [TerminalEvent] = []
    for code in raw { decoder.take(code, into: &events) }
    #expect(events == [.paste("ab"), .key(.character("q"))])
    #expect(decode([start] + bytes("ab\u{1B}[201~q")) == [.paste("ab"), .key(.character("q"))])
  }

  @Test("Keys that ncurses saw in the text are left out, and an empty paste is none")
  func keyCodes() {
    #expect(decode([start, 0x61, 259, 0x62, end]) == [.paste("ab")])
    #expect(decode([start, end]).isEmpty)
    #expect(decode([end, 0x61]) == [.key(.character("a"))])
  }

  @Test("Latin-1 in a paste is read, and told")
  func latin1() {
    #expect(decode([start, 0xE5, 0x72, end]) == [.paste("år"), .badInput])
  }

  @Test("A paste whose end got lost gives way")
  func lostEnd() {
    var decoder = InputDecoder()
    var events: [TerminalEvent] = []
    for code in [start] + bytes("hej") { decoder.take(code, into: &events) }
    #expect(events.isEmpty)
    #expect(decoder.isPasting)
    #expect(!decoder.isWaiting)
    decoder.expire(into: &events)
    #expect(events == [.paste("hej")])
    #expect(!decoder.isPasting)
  }

  @Test("A paste has an upper limit, and its end is still found")
  func limit() {
    var collector = PasteCollector()
    for _ in 0..<4_100_000 { _ = collector.take(0x61) }
    var isDone = false
    for byte in "\u{1B}[201~".utf8 { isDone = collector.take(byte) }
    #expect(isDone)
    let (text, isGuess) = collector.text(decoder: UTF8Decoder())
    #expect(text.utf8.count == TerminalEvent.pasteLimit)
    #expect(!isGuess)
  }
}
