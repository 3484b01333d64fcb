internal import CTerm

/// Key codes of ncurses, and our own for sequences it has no code for.
enum KeyCode {
  static let pasteStart: Int32 = 2000
  static let pasteEnd: Int32 = 2001
  static let wordLeft: Int32 = 2010
  static let wordRight: Int32 = 2011
  static let documentStart: Int32 = 2012
  static let documentEnd: Int32 = 2013
  /// The keypad in application mode: this and the ASCII value of what the key writes.
  static let keypad: Int32 = 2100

  /// Returns the key of a code, or nil for one that means nothing to us.
  static func key(_ code: Int32) -> Key? {
    if let key = table[code] { return key }
    if (KEY_F0 + 1...KEY_F0 + 63) ~= code { return .function(Int(code - KEY_F0)) }
    if (keypad + 0x20..<keypad + 0x7F) ~= code,
      let scalar = Unicode.Scalar(UInt32(code - keypad))
    {
      return .character(Character(scalar))
    }
    return nil
  }

  private static let table: [Int32: Key] = [
    KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right,
    KEY_SR: .up, KEY_SF: .down, KEY_SLEFT: .left, KEY_SRIGHT: .right,
    KEY_HOME: .home, KEY_SHOME: .home, KEY_FIND: .home,
    KEY_END: .end, KEY_SEND: .end, KEY_SELECT: .end, KEY_LL: .end,
    KEY_PPAGE: .pageUp, KEY_SPREVIOUS: .pageUp, KEY_NPAGE: .pageDown, KEY_SNEXT: .pageDown,
    KEY_DC: .delete, KEY_SDC: .delete, KEY_IC: .insert, KEY_SIC: .insert,
    KEY_BACKSPACE: .backspace, KEY_ENTER: .enter, KEY_BTAB: .backTab,
    wordLeft: .wordLeft, wordRight: .wordRight,
    documentStart: .documentStart, documentEnd: .documentEnd,
  ]

  /// Sequences that are bound beside those in terminfo.
  ///
  /// Terminfo describes a terminal in application mode (`ESC O A`); many send `ESC [ A` anyway.
  static let sequences: [(bytes: String, code: Int32)] =
    [
      ("\u{1B}[200~", pasteStart), ("\u{1B}[201~", pasteEnd),
      ("\u{1B}[A", KEY_UP), ("\u{1B}[B", KEY_DOWN), ("\u{1B}[C", KEY_RIGHT), ("\u{1B}[D", KEY_LEFT),
      ("\u{1B}OA", KEY_UP), ("\u{1B}OB", KEY_DOWN), ("\u{1B}OC", KEY_RIGHT), ("\u{1B}OD", KEY_LEFT),
      ("\u{1B}[H", KEY_HOME), ("\u{1B}[F", KEY_END), ("\u{1B}OH", KEY_HOME), ("\u{1B}OF", KEY_END),
      ("\u{1B}[Z", KEY_BTAB), ("\u{1B}OM", KEY_ENTER),
      ("\u{1B}[1;5D", wordLeft), ("\u{1B}[1;5C", wordRight),
      ("\u{1B}[1;5H", documentStart), ("\u{1B}[1;5F", documentEnd),
      ("\u{1B}Od", wordLeft), ("\u{1B}Oc", wordRight),
      ("\u{1B}[7^", documentStart), ("\u{1B}[8^", documentEnd),
    ]
    // Terminfo has these as keys of a keypad for PuTTY, which may send them as F1 to F4.
    + zip("PQRS", 1...).map { final, number in ("\u{1B}O\(final)", KEY_F0 + Int32(number)) }
    + zip("jklmnopqrstuvwxy", "*+,-,/0123456789").map { final, sign in
      ("\u{1B}O\(final)", keypad + Int32(sign.asciiValue ?? 0x20))
    }

  /// Terminfo capabilities for Ctrl with a key, where a terminal describes them.
  static let capabilities: [(name: String, code: Int32)] = [
    ("kLFT5", wordLeft), ("kRIT5", wordRight), ("kHOM5", documentStart), ("kEND5", documentEnd),
    ("kLFT3", wordLeft), ("kRIT3", wordRight),
  ]
}
