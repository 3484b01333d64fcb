/// The code on an anonymous sender's receipt, asked for before anything is told about the matter.
///
/// Six letters and digits that cannot be mixed up, neither on paper (no 0 and O, 1 and I, 5 and S,
/// 8 and B, 2 and Z, U and V) nor, spelled out, on the telephone.
public struct ReceiptCode: Hashable, Sendable {
  /// The signs that a code is made of.
  public static let alphabet = Array("ACDEFHJKMNPRTUXY34679")
  /// How many signs a code has.
  public static let length = 6

  /// The six signs.
  public let text: String

  /// Draws a code at random.
  public init(using generator: inout some RandomNumberGenerator) {
    text = String(
      (0..<Self.length).map { _ in
        Self.alphabet[Int.random(in: Self.alphabet.indices, using: &generator)]
      })
  }

  /// Reads a code as people type it: in any case, with spaces or hyphens in it; nil when it can be
  /// no code.
  public init?(typed: String) {
    let signs = typed.uppercased().filter { !$0.isWhitespace && $0 != "-" }
    guard signs.count == Self.length, signs.allSatisfy(Self.alphabet.contains) else { return nil }
    text = signs
  }

  /// The code in two groups: "K7M 4XA".
  public var grouped: String { "\(text.prefix(3)) \(text.dropFirst(3))" }

  /// The code to read aloud, with the names of the letters: "K som Kalle, 7, M som Martin".
  public var spelled: String {
    text.map { sign in Self.names[sign].map { "\(sign) som \($0)" } ?? String(sign) }
      .joined(separator: ", ")
  }

  private static let names: [Character: String] = [
    "A": "Adam", "C": "Cesar", "D": "David", "E": "Erik", "F": "Filip", "H": "Helge", "J": "Johan",
    "K": "Kalle", "M": "Martin", "N": "Niklas", "P": "Petter", "R": "Rudolf", "T": "Tore",
    "U": "Urban", "X": "Xerxes", "Y": "Yngve",
  ]
}
