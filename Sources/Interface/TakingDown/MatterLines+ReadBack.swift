import Domain
import Terminal

extension MatterLines {
  /// What must be seen before the synpunkt is worked with: that it could not be read back, that a
  /// code is to be asked for, that the sender was made anonymous.
  static func warnings(_ state: Matter.State, in context: Context) -> [StyledLine] {
    var lines: [StyledLine] = []
    if case .notPossible? = state.readBack {
      lines += state.readBackWords(name: context.personName).map {
        StyledLine($0, role: .notice)
      }
    }
    if state.code != nil {
      lines.append(
        StyledLine(
          "Avsändaren har en kod: fråga efter den innan du berättar något (C).", role: .notice))
    }
    if state.isSenderHidden {
      lines.append(StyledLine("Avsändaren gjordes anonym efter ankomsten.", role: .notice))
    }
    return lines
  }
}
