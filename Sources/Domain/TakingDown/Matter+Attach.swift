extension Matter {
  /// Decides the adding of files to a matter, such as the scan of a letter.
  ///
  /// - Parameters:
  ///   - files: The files, with their digests.
  ///   - asking: Who adds them, and when.
  /// - Returns: The event that follows the matter's last one.
  /// - Throws: `Refusal` when the person may not complete the matter, or a file is empty or larger
  ///   than ``largestFile``.
  public func attach(_ files: [Attachment], asking: Asking) throws(Refusal) -> MatterEvent {
    guard asking.actor.may(.read, state) else { throw .notAllowed(.read) }
    guard asking.actor.may(.correct, state) else { throw .notAllowed(.correct) }
    for file in files {
      guard file.size > 0 else { throw .invalid(field: .attachment, hint: "filen är tom") }
      guard file.size <= Self.largestFile else {
        throw .invalid(field: .attachment, hint: "filen är större än \(Self.largestFileWords)")
      }
    }
    return MatterEvent(
      sequence: version + 1, step: version + 1, at: asking.now, by: asking.actor.login,
      facts: .attached(files: files.count), content: MatterContent(files: files))
  }

  /// The largest file that is taken in or added, in bytes: what a mail server lets through.
  public static let largestFile = 25_000_000

  /// The same in words.
  public static let largestFileWords = "\(largestFile / 1_000_000) MB"
}

extension Attachment {
  /// The file under a name that tells nothing of its sender: "bilaga-1.pdf".
  ///
  /// - Parameter number: The number among the matter's files, from 1.
  /// - Returns: The same file.
  func neutral(number: Int) -> Attachment {
    var file = self
    file.name = "bilaga-\(number)"
    if let dot = name.lastIndex(of: "."), dot != name.startIndex {
      let ending = name[name.index(after: dot)...].lowercased()
      let isPlain = ending.utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x61...0x7A).contains($0)
      }
      if (1...8).contains(ending.utf8.count), isPlain { file.name += ".\(ending)" }
    }
    return file
  }
}
