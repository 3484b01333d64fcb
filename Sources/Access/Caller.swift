public import Domain

/// Who runs the program: decided by the operating system's word, never by a flag that anyone can set.
public struct Caller: Hashable, Sendable {
  /// How the person came in.
  public enum Way: Hashable, Sendable {
    /// With an account and a database of one's own; on the service account: from root, to administer.
    case own
    /// With a personal login, through sudo to the service account.
    case sudo
    /// With a key on the service account, whose forced command names the person.
    case key
  }

  /// The login name.
  public let login: PersonID
  /// How the person came in.
  public let way: Way
  /// The command line without the program's name and without `--as`.
  public let words: [String]
  /// Who administers through the service account, where root says so; nil when nobody is named.
  public let administrator: PersonID?

  /// The variable in which root names the administrator: it counts only where nobody is served.
  public static let administratorVariable = "SYNPUNKT_ADMINISTRATOR"

  /// Whether the person works in the common database, where much does not exist.
  public var isShared: Bool { way != .own }

  /// What the kernel and the user database say about the process.
  public struct Process: Sendable {
    /// The user of the process.
    public var user: UInt32
    /// The login name of that user.
    public var login: PersonID
    /// The users who own the installed database or are the service account.
    public var owners: Set<UInt32>
    /// The number of a user by login name; nil when there is none.
    public var number: @Sendable (String) -> UInt32?

    /// Describes a process.
    public init(
      user: UInt32, login: PersonID, owners: Set<UInt32>,
      number: @escaping @Sendable (String) -> UInt32?
    ) {
      self.user = user
      self.login = login
      self.owners = owners
      self.number = number
    }

    /// Whether it runs as the service account; root never is that.
    var isService: Bool { user != 0 && owners.contains(user) }
  }

  /// Decides who calls.
  ///
  /// - Parameters:
  ///   - process: What the kernel says.
  ///   - variables: The environment; of it only `SUDO_USER`, `SSH_ORIGINAL_COMMAND` and
  ///     ``administratorVariable`` count.
  ///   - arguments: The program's own command line without its name.
  /// - Throws: `AccessError` when somebody may not come in like this.
  public init(
    process: Process, variables: [String: String], arguments: [String]
  ) throws(AccessError) {
    if let person = variables["SUDO_USER"] {
      // sudo has said who it is; nobody says otherwise.
      guard arguments.first != "--as" else { throw .unknownOption("--as") }
      guard process.isService, !Self.isNobody(person, process) else {
        self.init(login: process.login, way: .own, words: arguments)
        return
      }
      try self.init(sharing: person, way: .sudo, arguments, variables)
    } else if arguments.first == "--as" {
      guard process.isService, arguments.count > 1 else { throw .unknownOption("--as") }
      guard !Self.isNobody(arguments[1], process) else { throw .badLogin }
      try self.init(sharing: arguments[1], way: .key, Array(arguments.dropFirst(2)), variables)
    } else {
      let named = variables[Self.administratorVariable].flatMap { name in
        process.isService && Self.isLogin(name) && !Self.isNobody(name, process) ? name : nil
      }
      self.init(login: process.login, way: .own, words: arguments, administrator: named)
    }
  }

  private init(login: PersonID, way: Way, words: [String], administrator: PersonID? = nil) {
    self.login = login
    self.way = way
    self.words = words
    self.administrator = administrator
  }

  private init(
    sharing login: String, way: Way, _ arguments: [String], _ variables: [String: String]
  ) throws(AccessError) {
    guard Self.isLogin(login) else { throw .badLogin }
    // What the host's own rules command comes before what the client asks for.
    let words =
      arguments.isEmpty ? try SentWords.read(variables["SSH_ORIGINAL_COMMAND"] ?? "") : arguments
    self.init(login: login, way: way, words: words)
  }

  /// Whether a login is root, or the account itself that the process runs as.
  private static func isNobody(_ login: String, _ process: Process) -> Bool {
    let number = process.number(login)
    return login == "root" || number == 0 || login == process.login || number == process.user
  }

  /// Whether a text can be a login name.
  static func isLogin(_ text: String) -> Bool { SettingKind.login.checked(text) != nil }
}
