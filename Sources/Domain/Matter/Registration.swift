extension Matter {
  /// Decides the registration of what came in.
  ///
  /// - Parameters:
  ///   - incoming: What came in.
  ///   - reference: The number it gets.
  ///   - source: Digests of its key and content.
  ///   - files: Its files, with their digests.
  ///   - notice: What the registrator should know beside what the reading found.
  ///   - asking: Who takes it in, and when.
  ///   - rules: Organisation and routines.
  /// - Returns: The first event of a new matter.
  /// - Throws: `Refusal` when the person may not take in, or the text is too long.
  public static func register(
    _ incoming: IncomingMatter, as reference: Reference, source: SourceDigest,
    files: [Attachment], notice: String? = nil, asking: Asking, rules: Rulebook
  ) throws(Refusal) -> MatterEvent {
    guard asking.actor.mayImport else { throw .mayNotTakeIn }
    let (text, isPointer) = try bodyText(of: incoming)
    let unit = rules.organisation.suggestedUnit(for: incoming)
    let isPlausible = (earliestArrival...max(earliestArrival, asking.today))
      .contains(incoming.arrivedOn)
    let registration = MatterFacts.Registration(
      reference: reference, channel: incoming.channel,
      arrivedOn: isPlausible ? incoming.arrivedOn : asking.today, isPointer: isPointer,
      sender: MatterFacts.SenderFacts(incoming.sender), suggestedUnit: unit,
      suggestedCategory: incoming.suggestedCategory, source: source,
      term: rules.routine(at: unit).answerTerm(for: nil), files: files.count)
    var notices = incoming.notices + (notice.map { [$0] } ?? [])
    if incoming.arrivedOn < earliestArrival {
      notices.append("Ankomstdagen \(incoming.arrivedOn.iso) kan inte stämma, så i dag gäller.")
    }
    let content = MatterContent(
      text: text, title: incoming.title, sender: incoming.sender, concerns: incoming.concerns,
      files: files.isEmpty ? nil : files, externalID: incoming.key?.text,
      notices: notices.isEmpty ? nil : notices)
    return MatterEvent(
      sequence: 1, step: 1, at: asking.now, by: asking.actor.login,
      facts: .registered(registration), content: content)
  }

  /// Decides what something more from the same source becomes: the text that was awaited, or an
  /// addition beside the original.
  ///
  /// - Parameters:
  ///   - incoming: What came in.
  ///   - source: Digests of its key and content.
  ///   - files: Its files, with their digests.
  ///   - asking: Who takes it in, and when.
  ///   - rules: Organisation and routines.
  /// - Returns: The event that follows the matter's last one.
  /// - Throws: `Refusal` when the person may not take in, or the text is too long.
  public func complete(
    with incoming: IncomingMatter, source: SourceDigest, files: [Attachment], asking: Asking,
    rules: Rulebook
  ) throws(Refusal) -> MatterEvent {
    guard asking.actor.mayImport else { throw .mayNotTakeIn }
    let (text, _) = try Self.bodyText(of: incoming)
    let kept = files.isEmpty ? nil : files
    let notices = incoming.notices.isEmpty ? nil : incoming.notices
    if state.isPointer {
      return MatterEvent(
        sequence: version + 1, step: version + 1, at: asking.now, by: asking.actor.login,
        facts: .textArrived(
          MatterFacts.TextArrival(
            source: source, arrivedOn: max(incoming.arrivedOn, Self.earliestArrival),
            sender: MatterFacts.SenderFacts(incoming.sender),
            suggestedUnit: rules.organisation.suggestedUnit(for: incoming),
            suggestedCategory: incoming.suggestedCategory, files: files.count)),
        content: MatterContent(
          text: text, title: incoming.title, sender: incoming.sender,
          concerns: incoming.concerns, files: kept, notices: notices))
    }
    return MatterEvent(
      sequence: version + 1, step: version + 1, at: asking.now, by: asking.actor.login,
      facts: .added(
        channel: incoming.channel, on: asking.today, source: source, files: files.count),
      content: MatterContent(text: text, files: kept, notices: notices))
  }

  /// The first day that can be an arrival day: 2000-01-01.
  ///
  /// What is older comes of a wrong clock or a slip.
  public static let earliestArrival = CivilDay(number: 10_957)

  /// What stands as text until the e-tjänst's XML has come.
  static let pointerText = "Texten finns i e-tjänsten."

  private static func bodyText(
    of incoming: IncomingMatter
  ) throws(Refusal) -> (text: String, isPointer: Bool) {
    switch incoming.body {
    case .inEService: return (pointerText, true)
    case .text(let text): return (try bounded(text), false)
    }
  }
}

/// What becomes of something that came in, in the light of what is known of its source.
public enum IntakeOutcome: Hashable, Sendable {
  /// It is new.
  case register
  /// It is new, though another message bears the same key.
  case registerBeside(MatterID)
  /// It has been registered already.
  case duplicate(MatterID)
  /// It completes a matter.
  case complete(MatterID)

  /// What is known of a source.
  public struct Known: Hashable, Sendable {
    /// The matter that came from it.
    public var matter: MatterID
    /// Digests of the contents that came.
    public var contents: Set<String>

    /// Makes it.
    public init(matter: MatterID, contents: Set<String>) {
      self.matter = matter
      self.contents = contents
    }
  }

  /// Decides by key and content: the same key with the same content is a duplicate; a form with
  /// other content completes its matter; a mail with other content is a matter of its own; a mail
  /// that only points at a form never replaces what the form said.
  ///
  /// - Parameters:
  ///   - incoming: What came in.
  ///   - content: The digest of its content.
  ///   - known: What is known of the source; nil when nothing is.
  public init(of incoming: IncomingMatter, content: String, known: Known?) {
    guard let known else {
      self = .register
      return
    }
    if known.contents.contains(content) || incoming.body == .inEService {
      self = .duplicate(known.matter)
      return
    }
    if case .flowInstance = incoming.key {
      self = .complete(known.matter)
    } else {
      self = .registerBeside(known.matter)
    }
  }
}
