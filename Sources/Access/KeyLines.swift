public import Domain

/// The answer to sshd's question which keys open the service account.
public enum KeyLines {
  /// One line of `authorized_keys` for each key: nothing but the program, as the person.
  ///
  /// A login or a key that would not stand safely in a line is left out; the organisation file
  /// takes none such in.
  public static func lines(of organisation: Organisation) -> [String] {
    organisation.people.filter { Caller.isLogin($0.login) }.flatMap { person in
      person.keys.compactMap { key in PublicKey(key.line) }.map { key in
        "restrict,pty,command=\"/usr/bin/synpunkt --as \(person.login)\" \(key.line)"
      }
    }
  }
}
