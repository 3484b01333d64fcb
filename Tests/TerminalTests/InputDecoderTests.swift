import Testing

@testable import Terminal

@Suite("Input")
struct InputDecoderTests {
  /// Decodes pieces of input; between two of them nothing comes for a while.
  private func decode(_ pieces: [Int32]..., isLatin1: Bool = false) -> [TerminalEvent] {
    var decoder = InputDecoder(isLatin1: isLatin1)
    var events: [TerminalEvent] = []
    for piece in pieces {
      for code in piece { decoder.take(code, into: &events) }
      decoder.settle(into: &events)
    }
    if decoder.isWaiting { decoder.expire(into: &events) }
    return events
  }

  private func bytes(_ text: String) -> [Int32] {
    text.utf8.map(Int32.init)
  }

  private func keys(_ keys: Key...) -> [TerminalEvent] {
    keys.map(TerminalEvent.key)
  }

  @Test(
    "Typed text, controls and sequences become keys",
    arguments: [
      ("a", [Key.character("a")]), ("å", [.character("å")]), ("漢", [.character("漢")]),
      ("👍", [.character("👍")]),
      ("aå b", [.character("a"), .character("å"), .character(" "), .character("b")]),
      ("\r", [.enter]), ("\n", [.control("j")]), ("\t", [.tab]), ("\u{7F}", [.backspace]),
      ("\u{8}", [.backspace]), ("\u{13}", [.control("s")]), ("\u{0}", [.control("@")]),
      ("\u{1F}", [.control("_")]), ("\u{1B}", [.escape]), ("\u{1B}\u{1B}", [.escape, .escape]),
      ("\u{1B}x", [.alt("x")]), ("\u{1B}å", [.alt("å")]), ("\u{1B}[", [.alt("[")]),
      ("\u{1B}O", [.alt("O")]), ("\u{1B}\r", [.escape, .enter]), ("\u{1B}\u{7F}", [.control("w")]),
      ("\u{1B}[A", [.up]), ("\u{1B}OB", [.down]), ("\u{1B}[1;5D", [.wordLeft]),
      ("\u{1B}[1;3C", [.wordRight]), ("\u{1B}[1;2C", [.right]), ("\u{1B}Od", [.wordLeft]),
      ("\u{1B}O5C", [.wordRight]), ("\u{1B}[1;5H", [.documentStart]), ("\u{1B}[8^", [.documentEnd]),
      ("\u{1B}[7$", [.home]), ("\u{1B}[d", [.left]), ("\u{1B}[Z", [.backTab]),
      ("\u{1B}[3~", [.delete]),
      ("\u{1B}[3;5~", [.delete]), ("\u{1B}[5~", [.pageUp]), ("\u{1B}[15~", [.function(5)]),
      ("\u{1B}[24~", [.function(12)]), ("\u{1B}OP", [.function(1)]), ("\u{1B}[[B", [.function(2)]),
      ("\u{1B}OM", [.enter]), ("\u{1B}Op", [.character("0")]), ("\u{1B}Oy", [.character("9")]),
      ("\u{1B}On", [.character(",")]), ("\u{1B}[99;9Xq", [.character("q")]),
      ("\u{1B}[I\u{1B}[Oq", [.character("q")]), ("\u{1B}[<0;1;2Mq", [.character("q")]),
      ("\u{1B}[1;5\rq", [.enter, .character("q")]), ("\u{C2}\u{9B}", [.character("Â")]),
    ] as [(String, [Key])])
  func keys(text: String, expected: [Key]) {
    #expect(decode(bytes(text)) == expected.map(TerminalEvent.key))
  }

  @Test("Key codes of ncurses become keys")
  func codes() {
    #expect(
      decode([259, 258, 260, 261, 262, 360, 339, 338, 330, 331, 263, 343, 353, 265, 276])
        == keys(
          .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .delete, .insert, .backspace,
          .enter, .backTab, .function(1), .function(12)))
    #expect(decode([410, 409, 9999]).isEmpty, "a resize, the mouse and the unknown say nothing")
    #expect(decode([KeyCode.keypad + 0x37]) == keys(.character("7")))
    #expect(decode([27, 260]) == keys(.wordLeft))
    #expect(decode([27, 259]) == keys(.escape, .up))
  }

  @Test("A character may come in parts, a sequence too")
  func split() {
    #expect(decode([0xC3], [0xA5]) == keys(.character("å")))
    #expect(decode([0xF0, 0x9F], [0x91, 0x8D]) == keys(.character("👍")))
    #expect(decode([27, 0x5B], bytes("1;5D")) == keys(.wordLeft))
    #expect(decode([27], bytes("x")) == keys(.escape, .character("x")))
  }

  @Test("A byte that is no UTF-8 is Latin-1, and nothing after it is lost")
  func latin1() {
    #expect(decode([0xE5]) == keys(.character("å")) + [.badInput])
    #expect(
      decode([0xE5, 0x72, 0xE4, 0xF6]) == [
        .key(.character("å")), .badInput, .key(.character("r")), .key(.character("ä")),
        .key(.character("ö")),
      ])
    #expect(decode([0xE5], [0xE4]).filter { $0 == .badInput }.count == 2)
    #expect(decode([0xFF, 0x61]) == [.key(.character("ÿ")), .badInput, .key(.character("a"))])
    #expect(decode([0xE5, 259]) == [.key(.character("å")), .badInput, .key(.up)])
    #expect(decode([0xE5, 0x1B]) == [.key(.character("å")), .badInput, .key(.escape)])
    #expect(
      decode([0xED, 0xA0, 0x80]) == [.key(.character("í")), .badInput, .key(.character("\u{A0}"))],
      "half a surrogate pair; a C1 control is no key")
    #expect(decode([0x9B]) == [.badInput])
    #expect(decode([0xE5, 0xC5], isLatin1: true) == keys(.character("å"), .character("Å")))
  }

  @Test("A flood of wrong bytes loses no key", arguments: [0xE5, 0xC3, 0xF0, 0x80])
  func flood(byte: Int32) {
    let letters = [Int32](repeating: 0x61, count: 200)
    let typed = decode([byte] + letters).filter { $0 == .key(.character("a")) }
    #expect(typed.count == 200)
  }
}
