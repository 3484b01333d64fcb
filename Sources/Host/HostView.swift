public import Domain

/// How the doctor sees a host: the questions it asks.
public struct HostView {
  /// What the file system says of a file.
  public struct File: Sendable {
    /// Whether it is a folder.
    public var isFolder: Bool
    /// The owner's login.
    public var owner: String
    /// The permissions.
    public var mode: UInt32
    /// Its size in bytes.
    public var size: Int
    /// When it was last written.
    public var modified: Instant

    /// Describes a file.
    public init(isFolder: Bool, owner: String, mode: UInt32, size: Int, modified: Instant) {
      self.isFolder = isFolder
      self.owner = owner
      self.mode = mode
      self.size = size
      self.modified = modified
    }
  }

  /// What the user database says of an account.
  public struct Account: Sendable {
    /// The home folder.
    public var home: String
    /// The shell.
    public var shell: String

    /// Describes an account.
    public init(home: String, shell: String) {
      self.home = home
      self.shell = shell
    }
  }

  /// What a command answered.
  public struct Answer: Sendable {
    /// The exit status; 127 when there is no such command.
    public var status: Int32
    /// What it said, on standard output and standard error.
    public var text: String

    /// Describes an answer.
    public init(status: Int32, text: String) {
      self.status = status
      self.text = text
    }
  }

  /// The time.
  public var now: Instant
  /// A file; nil when it is not there.
  public var file: (String) -> File?
  /// The names in a folder, hidden ones too.
  public var names: (String) -> [String]
  /// An account by login; nil when there is none.
  public var account: (String) -> Account?
  /// Those listed as members of a group; nil when there is no such group.
  public var members: (String) -> [String]?
  /// The free bytes on a folder's disk; nil when that cannot be told.
  public var freeBytes: (String) -> Int?
  /// Whether the host knows a locale.
  public var hasLocale: (String) -> Bool
  /// Runs a command.
  public var run: ([String]) -> Answer
  /// What is wrong with the record; nil when nothing is.
  public var recordProblem: () -> String?

  /// Describes a view.
  public init(
    now: Instant, file: @escaping (String) -> File?, names: @escaping (String) -> [String],
    account: @escaping (String) -> Account?, members: @escaping (String) -> [String]?,
    freeBytes: @escaping (String) -> Int?, hasLocale: @escaping (String) -> Bool,
    run: @escaping ([String]) -> Answer, recordProblem: @escaping () -> String?
  ) {
    self.now = now
    self.file = file
    self.names = names
    self.account = account
    self.members = members
    self.freeBytes = freeBytes
    self.hasLocale = hasLocale
    self.run = run
    self.recordProblem = recordProblem
  }
}
