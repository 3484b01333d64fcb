import Domain
import Terminal

/// The commands that move files, as the person would type them.
///
/// The program itself reaches no files of the person's. Where it is shared there is no shell beside
/// it either: there the commands are sent from the person's own computer.
enum FileCommands {
  /// How to add a scan to a matter.
  static func adding(to reference: Reference, in context: Context) -> [StyledLine] {
    guard context.isShared else {
      return [
        StyledLine("Lägg till en skannad bild från ett annat fönster:"),
        StyledLine("synpunkt attach \(reference.full) FIL", indent: 3),
      ]
    }
    return [
      StyledLine("Lägg till en skannad bild från ett fönster på din egen dator. \(sameLine)"),
      StyledLine("ssh DATORN attach \(reference.full) --name brev.pdf - < brev.pdf", indent: 3),
    ]
  }

  /// How to fetch what came with a matter.
  static func fetching(from matter: Matter, in context: Context) -> [StyledLine] {
    let command =
      "attachment \(matter.state.reference.full) 1"
      + (matter.isOpened ? " --open-protected > fil" : " > fil")
    guard context.isShared else {
      return [
        StyledLine("Hämta: synpunkt \(command)", role: .faint)
      ]
    }
    return [
      StyledLine("Hämta från ett fönster på din egen dator. \(sameLine)", role: .faint),
      StyledLine("ssh DATORN \(command)", role: .faint, indent: 3),
    ]
  }

  private static let sameLine = "I stället för ssh DATORN skriver du som när du loggade in:"
}
