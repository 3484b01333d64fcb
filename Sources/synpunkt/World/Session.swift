import Configuration
import Domain
import Letters
import Store

/// An open database, with the rules and the person who works in it.
final class Session {
  let store: Store
  let environment: Environment
  private(set) var rules: Rulebook
  private var known: Actor

  /// Opens a database for the person who runs the program.
  ///
  /// In a demo database that is the medborgarcenter. A database without an organisation is open to
  /// whoever owns the file.
  ///
  /// - Throws: `Failure` when the database cannot be opened or the person is unknown.
  init(path: String, kind: Store.Kind = .ordinary, environment: Environment) throws(Failure) {
    if environment.isShared { try InstalledDatabase.require() }
    let store = try attempt { () throws(StoreError) in try Store.open(at: path, kind: kind) }
    let organisation = try attempt(store.organisation)
    if environment.isShared, organisation.isEmpty || store.kind == .demo {
      throw Failure(
        "Databasen har ingen organisation än: be systemförvaltaren läsa in en.")
    }
    self.store = store
    self.environment = environment
    rules = try Self.rules(for: organisation)
    known = try Self.actor(
      in: organisation, kind: store.kind, login: environment.login, on: environment.today)
  }

  /// Who asks, with the rights of this day: those of a substitute come and go with the days.
  var actor: Actor {
    let today = environment.today
    if known.day != nil, known.day != today { known = actor(known.login, on: today) }
    return known
  }

  /// Somebody with the rights of a day; who is there no more has none.
  private func actor(_ login: PersonID, on day: CivilDay) -> Actor {
    let person = rules.organisation.person(login) ?? Person(login: login, name: known.name)
    return Actor(person, in: rules.organisation, on: day)
  }

  /// Who asks, now.
  var asking: Asking { Asking(actor: actor, now: environment.now()) }

  /// Whether the database is a demo.
  var isDemo: Bool { store.kind == .demo }

  /// Reads the organisation again, because somebody has applied another.
  ///
  /// Who has no place in it has no rights in it either.
  func reloadOrganisation() throws(StoreError) {
    rules.organisation = try store.organisation()
    guard !rules.organisation.isEmpty else { return }
    known = actor(known.login, on: environment.today)
  }

  /// Makes an organisation the first one of the database.
  func applyFirst(_ organisation: Organisation) throws(StoreError) {
    try store.apply(
      organisation, by: environment.administrator, at: environment.now(), onlyIfFirst: true)
    try reloadOrganisation()
  }

  /// Becomes another of the demo's people.
  func become(_ login: PersonID) {
    guard isDemo, rules.organisation.person(login) != nil else { return }
    known = actor(login, on: environment.today)
  }

  /// The person as letters in a matter are signed; the login where the organisation does not know
  /// more.
  func author(in matter: Matter.State) -> Person {
    rules.organisation.signature(of: actor.login, in: matter, on: environment.today)
      ?? Person(login: actor.login, name: actor.name)
  }

  /// Finds a matter by any form of its number.
  ///
  /// - Throws: `Failure` when it does not exist or may not be read; both sound the same.
  func matter(_ reference: String) throws(Failure) -> Matter {
    guard let parsed = Reference(reference) else {
      throw Failure(
        "”\(reference)” är inget ärendenummer. Skriv det som SYN-2026-00042 eller 26-42.")
    }
    let found = try attempt { () throws(StoreError) in try store.matter(parsed, asking: asking) }
    guard let found else { throw Failure(StoreError.noSuchMatter.sentence) }
    return found
  }

  /// Carries out a command on a matter and returns how it stands then.
  func perform(_ command: MatterCommand, on matter: Matter) throws(Failure) -> Matter {
    try attempt { () throws(StoreError) in
      try store.perform(
        command, on: matter.id, expecting: matter.version, asking: asking, rules: rules)
    }
  }

  /// Which of the site's own letter templates could not be read at all, and why.
  private(set) var unreadLetters: [String] = []

  /// The letter templates: the built-in ones and the site's own.
  lazy var letters: LetterTemplates = {
    let embedded = EmbeddedFile.names(under: "letters/").map {
      (name: $0, bytes: EmbeddedFile.bytes($0) ?? [])
    }
    let folder = environment.letterFolder
    var own: [(name: String, bytes: [UInt8])] = []
    for name in FolderNames.all(in: folder)
    where name.hasSuffix(".mustache") && !name.hasPrefix(".") {
      do throws(Failure) {
        let bytes = try Files.readOwn(
          "\(folder)/\(name)", called: "Brevmallen \(name)", limit: LetterTemplates.sizeLimit)
        own.append((name, bytes))
      } catch {
        unreadLetters.append(error.sentence)
      }
    }
    return LetterTemplates(embedded: embedded, own: own)
  }()

  static func rules(for organisation: Organisation) throws(Failure) -> Rulebook {
    var routines: [String: Routine] = [:]
    for name in EmbeddedFile.names(under: "routines/") {
      do {
        let routine = try RoutineFile.read(EmbeddedFile.bytes(name) ?? [], name: name)
        routines[routine.id] = routine
      } catch {
        throw Failure(error.sentence)
      }
    }
    guard let fallback = routines["kristianstad-oms"] else {
      throw Failure("The program was built without its routine.")
    }
    return Rulebook(organisation: organisation, routines: routines, fallback: fallback)
  }

  private static func actor(
    in organisation: Organisation, kind: Store.Kind, login: PersonID, on today: CivilDay
  ) throws(Failure) -> Actor {
    if organisation.isEmpty { return Actor(bootstrap: login) }
    let login = kind == .demo ? DemoPeople.medborgarcenter : login
    guard let person = organisation.person(login) else {
      throw Failure(
        "Inloggningen ”\(login)” finns inte i organisationen. "
          + "Be systemförvaltaren att lägga till dig.")
    }
    return Actor(person, in: organisation, on: today)
  }
}
