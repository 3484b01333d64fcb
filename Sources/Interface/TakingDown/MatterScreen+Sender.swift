import Domain
import Terminal

extension MatterScreen {
  static let codeBinding = Binding(
    .checkCode, [.letter("C")], "", "Kontrollera en anonym avsändares kod, innan du berättar.")

  static let hidingBinding = Binding(
    .hideSender, [.letter("A")], "", "Gör avsändaren anonym, när det står så i synpunkten.")

  /// Why the code cannot be checked; nil when it can.
  var obstacleToCode: String? {
    matter.state.code == nil ? "Avsändaren har ingen kod." : nil
  }

  /// Takes the code that somebody gives.
  func check(code typed: String) -> [Step] {
    guard let code = ReceiptCode(typed: typed) else { return [.complain(Self.wrongCode)] }
    return [.effect(.checkCode(code, of: matter.id))]
  }

  /// Tells whether the code was right.
  static func sentence(forCode isRight: Bool) -> Step {
    isRight
      ? .say("Koden stämmer. Du kan berätta om ärendet för den som uppger den.")
      : .complain(wrongCode)
  }

  private static let wrongCode = "Koden stämmer inte. Berätta inget om ärendet."
}
