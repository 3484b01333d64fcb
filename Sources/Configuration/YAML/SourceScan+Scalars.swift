extension SourceScan {
  // MARK: - Bytes

  var column: Int { place - lineStart }

  func byte(_ offset: Int = 0) -> UInt8? {
    place + offset < bytes.count ? bytes[place + offset] : nil
  }

  func isBlank(_ offset: Int = 0) -> Bool {
    byte(offset) == UInt8(ascii: " ") || byte(offset) == UInt8(ascii: "\t")
  }

  func endsWord(_ offset: Int) -> Bool {
    isBlank(offset) || byte(offset) == nil || byte(offset) == UInt8(ascii: "\n")
  }

  mutating func advance() {
    if byte() == UInt8(ascii: "\n") {
      line += 1
      lineStart = place + 1
    }
    place += 1
  }

  var isDocumentMark: Bool {
    guard column == 0, let first = byte(), endsWord(3) else { return false }
    guard first == UInt8(ascii: "-") || first == UInt8(ascii: ".") else { return false }
    return byte(1) == first && byte(2) == first
  }

  // MARK: - Scalars

  mutating func quotedScalar(_ mark: UInt8) {
    advance()
    while let next = byte() {
      advance()
      if next == mark {
        // In single quotes '' is a quotation mark.
        guard mark == UInt8(ascii: "'"), byte() == mark else { return }
        advance()
      } else if next == UInt8(ascii: "\\"), mark == UInt8(ascii: "\"") {
        advance()
      }
    }
  }

  mutating func plainScalar() {
    let indent = (indents.last ?? -1) + 1
    advance()
    while true {
      while byte() != nil, !endsWord(0), !endsPlain { advance() }
      guard endsWord(0), byte() != nil else { return }
      while let next = byte(), isBlank() || next == UInt8(ascii: "\n") {
        if next == UInt8(ascii: "\n") { allowsKey = true }
        advance()
      }
      if byte() == UInt8(ascii: "#") || isDocumentMark || (flow == 0 && column < indent) { return }
    }
  }

  private var endsPlain: Bool {
    guard let next = byte() else { return true }
    if next == UInt8(ascii: ":"), endsWord(1) { return true }
    return flow > 0 && ",[]{}".utf8.contains(next)
  }

  mutating func blockScalar() {
    let parent = indents.last ?? -1
    advance()
    var step: Int?
    while !endsWord(0), let next = byte() {
      if (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(next) { step = Int(next - 0x30) }
      advance()
    }
    while byte() != nil, byte() != UInt8(ascii: "\n") { advance() }
    advance()
    let indent = step.map { max(parent, 0) + $0 } ?? blockIndent(parent)
    while byte() != nil {
      while column < indent, byte() == UInt8(ascii: " ") { advance() }
      if byte() == UInt8(ascii: "\n") {
        advance()
      } else if column == indent {
        while byte() != nil, byte() != UInt8(ascii: "\n") { advance() }
        advance()
      } else {
        break
      }
    }
    allowsKey = true
    key = nil
  }

  /// The indentation of a block scalar: that of its first line, or of a deeper blank one before.
  private func blockIndent(_ parent: Int) -> Int {
    var widest = 0
    var width = 0
    for next in bytes[min(place, bytes.count)...] {
      if next == UInt8(ascii: " ") {
        width += 1
        widest = max(widest, width)
      } else if next == UInt8(ascii: "\n") {
        width = 0
      } else {
        break
      }
    }
    return max(widest, parent + 1, 1)
  }
}
