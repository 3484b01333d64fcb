import Terminal
import Testing

/// A screen that a person comes to with some keys.
struct Scene: Sendable, CustomTestStringConvertible {
  let name: String
  let login: String
  /// What is typed, each in a write of its own: opening the review throws the rest of one away.
  let writes: [String]
  let isDemo: Bool
  let world: @Sendable () throws -> World

  init(
    _ name: String, as login: String, _ writes: String..., isDemo: Bool = false,
    in world: @escaping @Sendable () throws -> World = World.kommun
  ) {
    self.name = name
    self.login = login
    self.writes = writes
    self.isDemo = isDemo
    self.world = world
  }

  var testDescription: String { name }

  /// The person in front of the screen.
  func play(_ size: Size) throws -> Session {
    var session = Session(try world(), as: login, size: size, isDemo: isDemo)
    for keys in writes { session.press(keys) }
    return session
  }
}

extension Size {
  /// The two sizes of every snapshot.
  static let both = [standard, wide]
}
