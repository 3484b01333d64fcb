import Domain
import Glibc
import Store

/// A folder of its own for each test; it goes when the test is over.
final class TemporaryFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/synpunkt-store-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw StoreError.other("mkdtemp \(errno)") }
    path = String(cString: made)
  }

  /// A path in the folder.
  func file(_ name: String = "record.sqlite") -> String { "\(path)/\(name)" }

  /// Writes a file.
  @discardableResult
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    let file = fopen(file(name), "w")
    guard let file else { throw StoreError.other("fopen \(errno)") }
    defer { fclose(file) }
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else {
      throw StoreError.other("fwrite \(errno)")
    }
    return self.file(name)
  }

  /// Reads a whole file.
  func read(_ name: String) throws -> [UInt8] {
    guard let file = fopen(file(name), "r") else { throw StoreError.other("fopen \(errno)") }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer[..<count]
    }
    return bytes
  }

  /// The permissions of a file, or nil when there is none.
  func mode(_ path: String) -> mode_t? {
    var info = stat()
    return stat(path, &info) == 0 ? info.st_mode & 0o777 : nil
  }

  /// The names in the folder, in order.
  var names: [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = Glibc.readdir(folder) {
      let name = withUnsafePointer(to: entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  deinit {
    for name in names { unlink(file(name)) }
    rmdir(path)
  }
}

/// A made-up kommun with two förvaltningar: one of many units and one of few.
enum Kommun {
  static let organisation: Organisation = {
    var units = [
      Unit(
        id: "omsorg", name: "Omsorgsförvaltningen", level: .department, routine: "omsorg",
        regulation: [.socialServices], mail: ["omsorg@exempel.se"], forms: ["77"],
        sharesTriage: true),
      Unit(
        id: "skola", name: "Skolförvaltningen", level: .department, routine: "skola",
        sharesTriage: true),
    ]
    units += (1...20).map {
      Unit(id: "o\($0)", name: "Hemtjänst \($0)", level: .unit, parent: "omsorg")
    }
    units += (1...3).map { Unit(id: "s\($0)", name: "Skola \($0)", level: .unit, parent: "skola") }
    var people = [
      person("mc", .triage, nil), person("mcskola", .triage, "skola"),
      person("regomsorg", .registrar, "omsorg"), person("headskola", .head, "skola"),
      person("headomsorg", .head, "omsorg"), person("admin", .administrator, nil),
      person("staff", .staff, "o1"), person("secretary", .secretary, nil),
      person("analyst", .analyst, "omsorg"), person("headall", .head, nil),
      person("custodian", .custodian, nil),
      Person(
        login: "both", name: "Både Och",
        grants: [Grant(role: .triage, unit: "skola"), Grant(role: .manager, unit: "o2")]),
    ]
    people += (1...20).map { person("chef\($0)", .manager, "o\($0)") }
    people += (1...3).map { person("rektor\($0)", .manager, "s\($0)") }
    return Organisation(municipality: "Testköping", units: units, people: people)
  }()

  static func person(_ login: String, _ role: Role, _ unit: UnitID?) -> Person {
    Person(login: login, name: "Namn \(login)", grants: [Grant(role: role, unit: unit)])
  }

  static let rules: Rulebook = {
    func routine(_ id: String, note: Bool, closedBy: Role) -> Routine {
      Routine(
        id: id, name: id, labels: [:], triageGroup: "medborgarcenter",
        answerTerms: [
          .suggestion: DeadlineTerm(count: 10, unit: .workingDays),
          .complaint: DeadlineTerm(count: 14, unit: .calendarDays),
        ],
        uncategorisedTerm: DeadlineTerm(count: 10, unit: .workingDays),
        requiresOfficialNote: note, closedBy: closedBy, subjectAreas: ["bemötande", "mat"])
    }
    return Rulebook(
      organisation: organisation,
      routines: [
        "omsorg": routine("omsorg", note: true, closedBy: .triage),
        "skola": routine("skola", note: false, closedBy: .manager),
      ],
      fallback: routine("omsorg", note: false, closedBy: .triage))
  }()

  /// Everybody.
  static let actors: [Actor] = organisation.people.map { Actor($0, in: organisation) }

  static func actor(_ login: String) -> Actor {
    actors.first { $0.login == login } ?? Actor(bootstrap: login)
  }

  /// 24 November 2026, and some minutes.
  static func asking(_ login: String, minute: Int = 0) -> Asking {
    Asking(actor: actor(login), now: instant(minute: minute))
  }

  static func instant(minute: Int = 0) -> Instant {
    Instant(milliseconds: 1_795_507_200_000 + Int64(minute) * 60_000)
  }

  static let today = CivilDay(number: 20_781)
}

/// A synpunkt as it comes in.
func synpunkt(
  _ text: String = "Maten är kall.", title: String? = "Kall mat",
  sender: Sender = Sender(name: "Anna Exempel", email: "anna@exempel.se", replyVia: .email),
  key: ExternalKey? = nil, arrived: Int = 0, files: [IncomingFile] = []
) -> Incoming {
  .matter(
    IncomingMatter(
      channel: .email, arrivedOn: Kommun.today + -arrived, body: .text(text), title: title,
      sender: sender, key: key, files: files))
}

extension Store {
  /// A new store that does not wait for the disk.
  static func temporary(_ folder: TemporaryFolder, _ name: String = "record.sqlite") throws -> Store
  {
    try open(at: folder.file(name), kind: .ordinary, durable: false)
  }

  /// Takes in as medborgarcenter.
  func takeIn(_ incoming: Incoming, minute: Int = 0) throws(StoreError) -> TakenIn {
    try takeIn(incoming, asking: Kommun.asking("mc", minute: minute), rules: Kommun.rules)
  }

  /// Performs as somebody.
  @discardableResult
  func perform(
    _ command: MatterCommand, on id: MatterID, as login: String, expecting version: Int? = nil,
    minute: Int = 0
  ) throws(StoreError) -> Matter {
    try perform(
      command, on: id, expecting: version, asking: Kommun.asking(login, minute: minute),
      rules: Kommun.rules)
  }
}
