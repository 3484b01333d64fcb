import Domain
import Testing

/// The code on an anonymous sender's receipt.
@Suite("The code on a receipt")
struct ReceiptCodeTests {
  @Test("No sign can be taken for another")
  func alphabet() {
    #expect(Set(ReceiptCode.alphabet).count == ReceiptCode.alphabet.count)
    for pair in ["0O", "1I", "1L", "5S", "2Z", "8B", "UV", "QO", "6G"] {
      #expect(pair.count { ReceiptCode.alphabet.contains($0) } < 2, "\(pair)")
    }
  }

  @Test("Six signs, and seldom the same")
  func random() {
    var generator = Pseudorandom(seed: 7)
    let codes = (0..<2_000).map { _ in ReceiptCode(using: &generator) }
    #expect(codes.allSatisfy { $0.text.count == 6 })
    #expect(codes.allSatisfy { ReceiptCode(typed: $0.text) == $0 })
    #expect(Set(codes).count > 1_990)
    #expect(Set(codes.flatMap(\.text)) == Set(ReceiptCode.alphabet))
  }

  @Test(
    "Typed in any way", arguments: ["K7M4XA", "k7m4xa", "K7M 4XA", " k7-m4-xa ", "k 7 m 4 x a"])
  func typed(text: String) {
    #expect(ReceiptCode(typed: text)?.text == "K7M4XA")
  }

  @Test("What can be no code", arguments: ["", "K7M4X", "K7M4XAA", "K7M4X0", "K7M4XÅ", "K7M4X!"])
  func wrong(text: String) {
    #expect(ReceiptCode(typed: text) == nil)
  }

  @Test("It is read aloud with names")
  func spelled() {
    #expect(ReceiptCode(typed: "k7m4xa")?.grouped == "K7M 4XA")
    #expect(
      ReceiptCode(typed: "k7m4xa")?.spelled
        == "K som Kalle, 7, M som Martin, 4, X som Xerxes, A som Adam")
    for sign in ReceiptCode.alphabet where sign.isLetter {
      let code = ReceiptCode(typed: String(repeating: String(sign), count: 6))
      #expect(code?.spelled.hasPrefix("\(sign) som \(sign)") == true)
    }
  }
}
