import Domain

@testable import Interface

/// A front that is open.
struct RunningSession: Hashable {
  let number: Int
  let login: PersonID
  let began: Instant
  var writing: Presence?
}

extension World {
  /// A session's number; the newest has the highest.
  func newNumber() -> Int {
    lastSession += 1
    return lastSession
  }

  /// Makes a session the newest of its person.
  ///
  /// - Returns: Since when there is another one.
  func begin(_ number: Int, as login: PersonID) -> Instant? {
    end(number)
    let older = sessions.last { $0.login == login }?.began
    sessions.append(RunningSession(number: number, login: login, began: now))
    return older
  }

  /// Takes note of what is written in a session.
  func note(_ writing: Presence?, in number: Int) {
    for index in sessions.indices where sessions[index].number == number {
      sessions[index].writing = writing
    }
  }

  /// A session has ended.
  func end(_ number: Int) { sessions.removeAll { $0.number == number } }

  /// What the others mean for a session.
  func others(for number: Int, of actor: Actor) -> OtherSessions {
    let later = sessions.drop { $0.number != number }.dropFirst()
    let writing = sessions.filter { $0.login != actor.login }.compactMap(\.writing).filter {
      guard let state = matters[$0.matter]?.state else { return false }
      return actor.sight(of: state)?.tells(of: $0.kind) == true
    }
    return OtherSessions(
      writing: writing, replacedAt: later.last { $0.login == actor.login }?.began)
  }
}
