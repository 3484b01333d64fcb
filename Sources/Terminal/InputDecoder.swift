/// Turns what the terminal sends, bytes below 256 and key codes above, into events.
///
/// Pure: it knows no clock and no terminal. The adapter calls ``settle(into:)`` when nothing more
/// has come for now, and ``expire(into:)`` when the rest of something has not come in time.
struct InputDecoder {
  private enum State {
    case ground
    case escape
    case sequence(EscapeSequence)
    case paste(PasteCollector)
  }

  private var state = State.ground
  private var decoder: UTF8Decoder
  private let fresh: UTF8Decoder
  private var isAlt = false
  private var hasToldBadInput = false

  /// Makes a decoder for UTF-8, or for a locale where each byte is a Latin-1 character.
  init(isLatin1: Bool = false) {
    fresh = UTF8Decoder(isLatin1: isLatin1)
    decoder = fresh
  }

  /// Whether a character or a sequence has begun and not ended.
  var isWaiting: Bool {
    if case .ground = state { return decoder.isWaiting }
    return !isPasting
  }

  /// Whether pasted text is coming in.
  var isPasting: Bool {
    if case .paste = state { return true }
    return false
  }

  /// Takes one byte or key code.
  mutating func take(_ code: Int32, into events: inout [TerminalEvent]) {
    if case .paste(let collector) = state {
      // Taken out of the state, so that the bytes are not copied with every one of them.
      state = .ground
      takePasted(code, collector, into: &events)
    } else if let byte = UInt8(exactly: code) {
      takeByte(byte, into: &events)
    } else {
      takeCode(code, into: &events)
    }
  }

  /// Nothing more is there for now: an Esc that stands alone was the key.
  mutating func settle(into events: inout [TerminalEvent]) {
    if case .escape = state {
      state = .ground
      events.append(.key(.escape))
    }
    hasToldBadInput = false
  }

  /// What has begun will not be finished: take it as it is.
  mutating func expire(into events: inout [TerminalEvent]) {
    switch state {
    case .ground: break
    case .escape: events.append(.key(.escape))
    case .sequence(let sequence):
      if sequence.isBare {
        events.append(.key(.alt(Character(Unicode.Scalar(sequence.introducer)))))
      }
    case .paste(let collector): finish(collector, into: &events)
    }
    state = .ground
    giveUp(into: &events)
    isAlt = false
    hasToldBadInput = false
  }

  private mutating func giveUp(into events: inout [TerminalEvent]) {
    var found: [UTF8Decoder.Decoded] = []
    decoder.giveUp { found.append($0) }
    for decoded in found { emit(decoded, into: &events) }
  }

  private mutating func takeByte(_ byte: UInt8, into events: inout [TerminalEvent]) {
    switch state {
    case .ground, .paste: takePlain(byte, into: &events)
    case .escape: takeAfterEscape(byte, into: &events)
    case .sequence(var sequence):
      guard byte >= 0x20, byte < 0x7F else {
        state = .ground
        takePlain(byte, into: &events)
        return
      }
      switch sequence.take(byte) {
      case .unfinished: state = .sequence(sequence)
      case .unknown: state = .ground
      case .pasteStart: state = .paste(PasteCollector())
      case .key(let key):
        state = .ground
        events.append(.key(key))
      }
    }
  }

  private mutating func takeAfterEscape(_ byte: UInt8, into events: inout [TerminalEvent]) {
    state = .ground
    switch byte {
    case 0x5B, 0x4F: state = .sequence(EscapeSequence(introducer: byte))
    case 0x1B:
      events.append(.key(.escape))
      state = .escape
    case 0x08, 0x7F: events.append(.key(.control("w")))
    case ..<0x20:
      events.append(.key(.escape))
      takePlain(byte, into: &events)
    default:
      isAlt = true
      takePlain(byte, into: &events)
    }
  }

  private mutating func takePlain(_ byte: UInt8, into events: inout [TerminalEvent]) {
    if byte == 0x1B {
      giveUp(into: &events)
      state = .escape
      return
    }
    var found: [UTF8Decoder.Decoded] = []
    decoder.take(byte) { found.append($0) }
    for decoded in found { emit(decoded, into: &events) }
  }

  private mutating func emit(
    _ decoded: UTF8Decoder.Decoded, into events: inout [TerminalEvent]
  ) {
    if let key = Key(typed: decoded.scalar) {
      if isAlt, case .character(let character) = key {
        events.append(.key(.alt(character)))
      } else {
        events.append(.key(key))
      }
    }
    isAlt = false
    if decoded.isGuess, !hasToldBadInput {
      hasToldBadInput = true
      events.append(.badInput)
    }
  }

  private mutating func takeCode(_ code: Int32, into events: inout [TerminalEvent]) {
    giveUp(into: &events)
    var isAfterEscape = false
    if case .escape = state { isAfterEscape = true }
    state = .ground
    if code == KeyCode.pasteStart {
      if isAfterEscape { events.append(.key(.escape)) }
      state = .paste(PasteCollector())
      return
    }
    guard let key = KeyCode.key(code) else { return }
    switch key {
    case .left where isAfterEscape: events.append(.key(.wordLeft))
    case .right where isAfterEscape: events.append(.key(.wordRight))
    case .backspace where isAfterEscape: events.append(.key(.control("w")))
    default:
      if isAfterEscape { events.append(.key(.escape)) }
      events.append(.key(key))
    }
  }

  private mutating func takePasted(
    _ code: Int32, _ collector: consuming PasteCollector, into events: inout [TerminalEvent]
  ) {
    var isDone = code == KeyCode.pasteEnd
    if let byte = UInt8(exactly: code) { isDone = collector.take(byte) }
    if isDone {
      finish(collector, into: &events)
    } else {
      state = .paste(collector)
    }
  }

  private mutating func finish(
    _ collector: PasteCollector, into events: inout [TerminalEvent]
  ) {
    let (text, isGuess) = collector.text(decoder: fresh)
    if !text.isEmpty { events.append(.paste(text)) }
    if isGuess, !hasToldBadInput {
      hasToldBadInput = true
      events.append(.badInput)
    }
  }
}

extension Key {
  /// Makes the key that writes a scalar, or nil for a control character no key sends.
  init?(typed scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x00: self = .control("@")
    case 0x08, 0x7F: self = .backspace
    case 0x09: self = .tab
    case 0x0D: self = .enter
    case 0x1B: self = .escape
    case 0x01...0x1A: self = .control(Character(Unicode.Scalar(UInt8(scalar.value + 0x60))))
    case 0x1C...0x1F: self = .control(Character(Unicode.Scalar(UInt8(scalar.value + 0x40))))
    case 0x80...0x9F: return nil
    default: self = .character(Character(scalar))
    }
  }
}
