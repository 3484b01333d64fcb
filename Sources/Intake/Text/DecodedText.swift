/// Text of a mail part, in the character set it is really written in.
struct DecodedText {
  /// The text.
  var text: String
  /// Whether what the mail says of its character set was wrong or missing, so that å, ä and ö
  /// had to be guessed.
  var isGuessed: Bool

  /// Decodes `bytes`: as declared when that is true, else as UTF-8 if valid, else as Windows-1252.
  ///
  /// A set that takes any byte (ISO-8859-1 and its kin) is not believed when the bytes are valid
  /// UTF-8 with letters above ASCII: no Swedish text looks like that by chance.
  init(_ bytes: [UInt8], declared: String?) {
    let set = declared.flatMap(CharacterSet.init(name:))
    let plain = !bytes.contains { $0 >= 0x80 }
    let unicode = CharacterSet.utf8.text(bytes)
    switch set {
    case .western:
      text = unicode ?? CharacterSet.western(bytes[...])
      isGuessed = !plain && unicode != nil
    case .other:
      let converted = set?.text(bytes)
      text = converted ?? unicode ?? Self.mostlyUnicode(bytes)
      isGuessed = converted == nil
    case .utf8, nil:
      text = unicode ?? Self.mostlyUnicode(bytes)
      isGuessed = unicode == nil
    }
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
  }

  /// Windows-1252, unless the text is UTF-8 with a few broken bytes: then only those are taken as
  /// Windows-1252.
  private static func mostlyUnicode(_ bytes: [UInt8]) -> String {
    var scalars = String.UnicodeScalarView()
    var letters = 0
    var broken = 0
    var parser = Unicode.UTF8.ForwardParser()
    var source = bytes.makeIterator()
    var place = 0
    reading: while true {
      switch parser.parseScalar(from: &source) {
      case .valid(let encoded):
        scalars.append(Unicode.UTF8.decode(encoded))
        place += encoded.count
        if encoded.count > 1 { letters += 1 }
      case .error(let length):
        let next = min(place + length, bytes.count)
        // One by one: append(contentsOf:) copies the whole view each time.
        for scalar in CharacterSet.western(bytes[place..<next]).unicodeScalars {
          scalars.append(scalar)
        }
        place = next
        broken += 1
      case .emptyInput:
        break reading
      }
    }
    return letters > broken ? String(scalars) : CharacterSet.western(bytes[...])
  }
}
