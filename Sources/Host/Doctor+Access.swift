extension Doctor {
  /// The service account and the group of those who come in with a login of their own.
  func accounts() -> Finding {
    let subject = "account \(Self.account) and group \(Self.group)"
    guard let account = view.account(Self.account) else {
      return .wrong(subject, "the account is missing: apt install --reinstall ./synpunkt_*.deb")
    }
    if account.shell != "/bin/sh" {
      let set = "usermod --shell /bin/sh \(Self.account)"
      return .wrong(subject, "the shell is \(account.shell), and sshd needs /bin/sh: \(set)")
    }
    if account.home != Self.folder {
      let set = "usermod --home \(Self.folder) \(Self.account)"
      return .wrong(subject, "the home is \(account.home): \(set)")
    }
    let password = view.run(["/usr/bin/passwd", "--status", Self.account]).text
    if password.split(separator: " ").dropFirst().first != "L" {
      return .wrong(subject, "a password opens it: usermod --lock \(Self.account)")
    }
    if view.members(Self.group) == nil {
      return .wrong(subject, "the group is missing: addgroup --system \(Self.group)")
    }
    return .fine(subject)
  }

  /// Somebody by whom the rules for personal logins can be tried.
  private var somebody: String? {
    view.members(Self.group)?.first { $0 != Self.account && view.account($0) != nil }
  }

  /// What sshd does with the two ways in.
  func sshd() -> [Finding] {
    let both = [
      "disableforwarding": "yes", "permituserrc": "no", "permittty": "yes",
      "clientaliveinterval": "15", "clientalivecountmax": "3",
    ]
    let keys = [
      "authenticationmethods": "publickey", "authorizedkeysfile": "none",
      "authorizedkeyscommand": Self.program + " keys", "authorizedkeyscommanduser": Self.account,
    ]
    let logins = ["forcecommand": "/usr/bin/sudo -n -u \(Self.account) \(Self.program)"]
    let first = sshd("sshd, keys on the account", Self.account, both.merging(keys) { $1 })
    guard let somebody else {
      return [first, .fine("sshd, personal logins: nobody is listed in \(Self.group) to try with")]
    }
    return [first, sshd("sshd, personal logins", somebody, both.merging(logins) { $1 })]
  }

  private func sshd(_ subject: String, _ login: String, _ wanted: [String: String]) -> Finding {
    let asked = "user=\(login),host=localhost,addr=127.0.0.1"
    let answer = view.run(["/usr/sbin/sshd", "-T", "-C", asked])
    guard answer.status == 0 else {
      return .wrong(subject, "sshd -T does not answer (\(answer.firstLine)): mend sshd's settings")
    }
    let found = answer.settings
    let wrong = wanted.keys.sorted().first { found[$0] != wanted[$0] }
    guard let wrong else { return .fine(subject) }
    let now = found[wrong] ?? "not set"
    return .wrong(
      subject,
      "\(wrong) is \(now), not \(wanted[wrong] ?? ""): see \(Self.sshdFile), and what comes first")
  }

  /// What sudo allows.
  func sudo() -> [Finding] {
    let subject = "sudo"
    let check = view.run(["/usr/sbin/visudo", "-c"])
    guard check.status == 0 else {
      let lines = check.text.split(whereSeparator: \.isNewline)
      let fault = lines.first { !$0.hasSuffix("parsed OK") } ?? "-"
      return [.wrong(subject, "visudo -c finds faults (\(fault)): mend them")]
    }
    let account = view.run(["/usr/bin/sudo", "-n", "-l", "-U", Self.account])
    if account.text.contains("may run the following") {
      return [.wrong(subject, "\(Self.account) may use it: take that rule away")]
    }
    guard let somebody else {
      return [.fine("sudo: nobody is listed in \(Self.group) to try with")]
    }
    let rules = view.run(["/usr/bin/sudo", "-n", "-l", "-U", somebody]).text
    guard rules.contains("(\(Self.account)) NOPASSWD: \(Self.program)") else {
      return [
        .wrong(subject, "\(somebody) may not run \(Self.program): see \(Self.sudoersFile)")
      ]
    }
    return [.fine(subject)]
  }
}

extension HostView.Answer {
  /// The first line of what it said.
  var firstLine: String { text.split(whereSeparator: \.isNewline).first.map(String.init) ?? "-" }

  /// Settings as `sshd -T` prints them; the first of a name holds.
  var settings: [String: String] {
    let pairs = text.split(whereSeparator: \.isNewline).map { line in
      let name = line.prefix { $0 != " " }
      return (name.lowercased(), String(line.dropFirst(name.count + 1)))
    }
    return Dictionary(pairs) { first, _ in first }
  }
}
