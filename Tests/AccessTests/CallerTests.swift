import Access
import Testing

/// Who is let in as whom.
@Suite struct CallerTests {
  /// The users of a host with the service account.
  private static let users: [String: UInt32] = [
    "root": 0, "toor": 0, "synpunkt": 990, "alias": 990, "asa.lind": 1_001, "bo": 1_002,
  ]

  private static func process(_ user: UInt32, owners: Set<UInt32> = [990]) -> Caller.Process {
    let login = users.filter { $0.value == user && $0.key != "toor" && $0.key != "alias" }.first
    return Caller.Process(
      user: user, login: login?.key ?? "uid-\(user)", owners: owners, number: { users[$0] })
  }

  /// One way of being called.
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    var user: UInt32 = 990
    var owners: Set<UInt32> = [990]
    var sudo: String?
    var sent: String?
    var administrator: String?
    var arguments: [String] = []
    let testDescription: String

    init(
      _ name: String, user: UInt32 = 990, owners: Set<UInt32> = [990], sudo: String? = nil,
      sent: String? = nil, administrator: String? = nil, _ arguments: [String] = []
    ) {
      (self.name, testDescription) = (name, name)
      self.administrator = administrator
      (self.user, self.owners, self.sudo, self.sent) = (user, owners, sudo, sent)
      self.arguments = arguments
    }

    func caller() throws(AccessError) -> Caller {
      var variables: [String: String] = ["HOME": "/", "LOGNAME": "mallory", "USER": "mallory"]
      variables["SUDO_USER"] = sudo
      variables["SSH_ORIGINAL_COMMAND"] = sent
      variables[Caller.administratorVariable] = administrator
      return try Caller(
        process: CallerTests.process(user, owners: owners), variables: variables,
        arguments: arguments)
    }
  }

  @Test(arguments: [
    Case("an own account", user: 1_001, ["list", "--json"]),
    Case("an own account, sent nothing", user: 1_001, sent: "show 26-1", ["list", "--json"]),
    Case(
      "sudo to somebody who is not the service", user: 1_002, sudo: "asa.lind", ["list", "--json"]),
    Case("sudo to root", user: 0, sudo: "asa.lind", ["list", "--json"]),
    Case("root owns the database", user: 0, owners: [0], sudo: "asa.lind", ["list", "--json"]),
    Case("the service itself", ["list", "--json"]),
    Case("the service from root", sudo: "root", ["list", "--json"]),
    Case("the service from another name of root", sudo: "toor", ["list", "--json"]),
    Case("the service from itself", sudo: "synpunkt", ["list", "--json"]),
    Case("the service from another name of itself", sudo: "alias", ["list", "--json"]),
    Case("no service on the host", user: 1_001, owners: [], sudo: "bo", ["list", "--json"]),
  ])
  func isTheUserOfTheProcess(_ test: Case) throws {
    let caller = try test.caller()
    #expect(caller.way == .own && !caller.isShared)
    #expect(caller.login == Self.process(test.user).login)
    #expect(caller.words == ["list", "--json"])
  }

  @Test(arguments: [
    Case("sudo", sudo: "asa.lind", sent: "list --json"),
    Case(
      "sudo of somebody whom the host does not know now", sudo: "asa.lind2", sent: "list --json"),
    Case("sudo, with a fixed command", sudo: "asa.lind", sent: "show 26-1", ["list", "--json"]),
    Case("a key", sent: "list --json", ["--as", "asa.lind"]),
    Case("a key with a fixed command", sent: "show 26-1", ["--as", "asa.lind", "list", "--json"]),
    Case("a key without a command", ["--as", "asa.lind"]),
  ])
  func isTheNamedPersonInASharedSession(_ test: Case) throws {
    let caller = try test.caller()
    #expect(caller.isShared && caller.login.hasPrefix("asa.lind"))
    #expect(caller.way == (test.sudo == nil ? .key : .sudo))
    #expect(caller.words == (test.name.hasSuffix("without a command") ? [] : ["list", "--json"]))
  }

  @Test(arguments: [
    Case("as, with sudo", sudo: "bo", ["--as", "asa.lind"]),
    Case("as, with sudo from root", sudo: "root", ["--as", "asa.lind"]),
    Case("as, with sudo to an own account", user: 1_001, sudo: "bo", ["--as", "asa.lind"]),
    Case("as, on an own account", user: 1_001, ["--as", "asa.lind"]),
    Case("as, as root", user: 0, ["--as", "asa.lind"]),
    Case("as, as root who owns the database", user: 0, owners: [0, 990], ["--as", "asa.lind"]),
    Case("as, of nobody", ["--as"]),
  ])
  func asIsUnknown(_ test: Case) {
    #expect(throws: AccessError.unknownOption("--as")) { try test.caller() }
  }

  @Test(arguments: [
    "", "Asa", "åsa", "a b", "a/b", "asa@kommun.se", "x\n", "a\"b",
    String(repeating: "a", count: 33),
  ])
  func anotherLoginIsRefused(login: String) {
    #expect(throws: AccessError.badLogin) { try Case("", ["--as", login]).caller() }
    #expect(throws: AccessError.badLogin) { try Case("", sudo: login).caller() }
  }

  @Test("No key is root's, or the account's own", arguments: ["root", "toor", "synpunkt", "alias"])
  func nobodyHasAKey(login: String) {
    #expect(throws: AccessError.badLogin) { try Case("", ["--as", login]).caller() }
  }

  @Test func rootNamesWhoAdministersThroughTheService() throws {
    for login in ["asa.lind", "nobody.the-host.knows"] {
      let caller = try Case("", administrator: login, ["organisation"]).caller()
      #expect(caller.administrator == login)
      #expect(caller.login == "synpunkt" && caller.way == .own && caller.words == ["organisation"])
    }
  }

  @Test(
    arguments: [
      Case("not named", ["list"]),
      Case("an own account", user: 1_001, administrator: "bo", ["list"]),
      Case("root", user: 0, owners: [0, 990], administrator: "bo", ["list"]),
      Case("sudo", sudo: "asa.lind", administrator: "bo", ["list"]),
      Case("sudo from root", sudo: "root", administrator: "bo", ["list"]),
      Case("sudo to an own account", user: 1_001, sudo: "asa.lind", administrator: "bo", ["list"]),
      Case("a key", administrator: "bo", ["--as", "asa.lind", "list"]),
    ]
      + [
        "", "root", "toor", "synpunkt", "alias", "Asa", "å", "a b", "asa@kommun.se", "a\n",
        String(repeating: "a", count: 33),
      ].map { Case($0, administrator: $0, ["list"]) })
  func nobodyElseIsTakenForAnAdministrator(_ test: Case) throws {
    #expect(try test.caller().administrator == nil)
  }

  @Test func asElsewhereIsAWordThatNobodyKnows() throws {
    let own = try Case("", user: 1_001, ["list", "--as", "asa.lind"]).caller()
    #expect(own.login == "asa.lind" && own.words == ["list", "--as", "asa.lind"])
    for sent in ["--as asa.lind", "list --as asa.lind", "synpunkt --as asa.lind", "--as=asa.lind"] {
      let caller = try Case("", sent: sent, ["--as", "bo"]).caller()
      #expect(caller.login == "bo")
      #expect(throws: AccessError.self) { try SharedCommands.check(caller.words) }
    }
  }

  @Test func whatIsSentMustBePlain() {
    let fault = AccessError.badLine(.character("$"))
    #expect(throws: fault) { try Case("", sent: "list $(id)", ["--as", "bo"]).caller() }
    #expect(throws: fault) { try Case("", sudo: "bo", sent: "list $(id)").caller() }
  }
}
