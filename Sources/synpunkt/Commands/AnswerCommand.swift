import ArgumentParser
import Domain
import Store

/// `synpunkt answer`: records an answer.
struct AnswerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "answer", abstract: "Record an answer, its text read from standard input.",
    discussion: """
      Of an answer by telefon or besök the text is what was said. In a förvaltning of care it must \
      be said whether a written answer tells of health or insatser; where the synpunkt is about \
      somebody else, that the sender may know.
      """)

  @OptionGroup var database: DatabaseOption
  @OptionGroup var argument: ReferenceArgument
  @Option(help: "epost, säkert-meddelande, brev, e-tjänst, telefon or besök.") var how: AnswerWay
  @Option(help: "Whom it goes to; else what is known of the sender.") var recipient: String?
  @Flag(inversion: .prefixedNo, help: "Whether the text tells of health or insatser.")
  var health: Bool?
  @Flag(inversion: .prefixedNo, help: "Whether the sender may know what the text says.")
  var senderMayKnow: Bool?

  func run() throws {
    let session = try database.session()
    let matter = try session.matter(argument.reference)
    let draft = AnswerDraft(
      way: how, recipient: recipient ?? matter.state.recipient(for: how),
      text: try Files.textFromStandardInput(), tellsOfHealth: health,
      senderMayKnow: senderMayKnow)
    try report(try Self.give(draft, on: matter, session), session)
  }

  /// Records the answer; what the front would ask, the options answer here.
  private static func give(
    _ draft: AnswerDraft, on matter: Matter, _ session: Session
  ) throws(Failure) -> Matter {
    do {
      return try session.store.perform(
        .answer(draft), on: matter.id, expecting: matter.version, asking: session.asking,
        rules: session.rules)
    } catch .refused(.letter(.healthUnanswered)) {
      throw Failure(
        "Ange med --health eller --no-health om svaret säger något om hälsa eller insatser.")
    } catch .refused(.letter(.mayKnowUnanswered)) {
      throw Failure(
        "Synpunkten gäller någon annan än avsändaren: ange med --sender-may-know eller "
          + "--no-sender-may-know om avsändaren får veta det som står i svaret.")
    } catch {
      throw Failure(error.sentence)
    }
  }
}

/// `synpunkt letter`: the text of the answer that was given.
struct Letter: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "letter", abstract: "Print the text of the answer that was last given.")

  @OptionGroup var database: DatabaseOption
  @OptionGroup var argument: ReferenceArgument

  func run() throws {
    let session = try database.session()
    let matter = try session.matter(argument.reference)
    guard !matter.hidden.contains(.dialogue) else {
      throw Failure("Svaret visas bara för dem som handlägger ärendet.")
    }
    guard let answer = matter.state.answers.last else {
      throw Failure("Inget svar är lämnat på \(matter.state.reference.full) än.")
    }
    try Output.print(lines: [answer.text])
  }
}
