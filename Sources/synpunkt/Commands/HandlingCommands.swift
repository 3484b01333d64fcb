public import ArgumentParser
public import Domain

/// `synpunkt categorise`: sets the category.
struct Categorise: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "categorise", abstract: "Set the category: beröm, förslag or klagomål.")

  @OptionGroup var database: DatabaseOption
  @OptionGroup var argument: ReferenceArgument
  @Argument(help: "beröm, förslag or klagomål.") var category: Category

  func run() throws {
    let session = try database.session()
    let matter = try session.matter(argument.reference)
    try report(try session.perform(.categorise(category), on: matter), session)
  }
}

/// `synpunkt assign`: sends a matter to a unit's chef.
struct Assign: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assign", abstract: "Send a matter to a unit's chef.")

  @OptionGroup var database: DatabaseOption
  @OptionGroup var argument: ReferenceArgument
  @Argument(help: "The unit: its code or its name, or part of it that fits one unit only.")
  var unit: String

  func run() throws {
    let session = try database.session()
    let matter = try session.matter(argument.reference)
    let chosen = try Self.unit(unit, in: session.rules.organisation)
    try report(try session.perform(.assign(chosen), on: matter), session)
  }

  private static func unit(
    _ words: String, in organisation: Organisation
  ) throws(Failure) -> UnitID {
    if let unit = organisation.unit(words) { return unit.id }
    if let unit = organisation.units.first(where: { $0.name.lowercased() == words.lowercased() }) {
      return unit.id
    }
    let matches = organisation.units(matching: words)
    guard matches.count <= 1 else {
      let names = matches.prefix(5).map(\.name).joined(separator: ", ")
      throw Failure("Flera enheter passar ”\(words)”: \(names). Skriv hela namnet.")
    }
    guard let unit = matches.first else { throw Failure(Refusal.unknownUnit(words).sentence) }
    return unit.id
  }
}

/// `synpunkt note`: writes the official note, or an internal one.
struct Note: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "note",
    abstract: "Write the official note (tjänsteanteckning), read from standard input.")

  @OptionGroup var database: DatabaseOption
  @OptionGroup var argument: ReferenceArgument
  @Flag(help: "Write an internal note instead; it can never reach a letter.") var `internal` = false

  func run() throws {
    let session = try database.session()
    let matter = try session.matter(argument.reference)
    let text = try Files.textFromStandardInput()
    let command: MatterCommand = `internal` ? .writeInternalNote(text) : .writeOfficialNote(text)
    try report(try session.perform(command, on: matter), session)
  }
}

/// `synpunkt return`: gives a matter back to the triage group.
struct Return: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "return",
    abstract: "Give a matter back to the triage group (åter till arbetsgrupp).",
    discussion: "With --reason annat, or with --words, own words are read from standard input.")

  @OptionGroup var database: DatabaseOption
  @OptionGroup var argument: ReferenceArgument
  @Option(help: "klar, fel-enhet, behöver-uppgifter or annat.") var reason: ReturnReason
  @Flag(help: "Read own words from standard input.") var words = false

  func run() throws {
    let session = try database.session()
    let matter = try session.matter(argument.reference)
    let text = words || reason == .other ? try Files.textFromStandardInput() : nil
    try report(try session.perform(.giveBack(reason, words: text), on: matter), session)
  }
}

/// `synpunkt close`: closes a matter.
struct Close: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "Close a matter.",
    discussion: "The routine may demand a subject area first: set it with --subject-area.")

  @OptionGroup var database: DatabaseOption
  @OptionGroup var argument: ReferenceArgument
  @Option(help: "Set this subject area first.") var subjectArea: String?

  func run() throws {
    let session = try database.session()
    var matter = try session.matter(argument.reference)
    if let subjectArea {
      matter = try session.perform(.setSubjectArea(subjectArea), on: matter)
    }
    try report(try session.perform(.close, on: matter), session)
  }
}

/// Prints how a matter stands, on one line.
func report(_ matter: Matter, _ session: Session) throws(Failure) {
  try Output.print(lines: [List.line(matter.row, session)])
}

extension Category: ExpressibleByArgument {
  /// Reads the Swedish word.
  public init?(argument: String) { self.init(word: argument) }
  /// The words that can be given.
  public static var allValueStrings: [String] { allCases.map(\.word) }
}

extension ReturnReason: ExpressibleByArgument {}
extension AnswerWay: ExpressibleByArgument {}
