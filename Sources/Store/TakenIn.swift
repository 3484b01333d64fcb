public import Domain

/// What became of something that came in.
public enum TakenIn: Hashable, Sendable {
  /// It got a number; the notice says what the registrator should know of its source.
  case registered(Reference, notice: String?)
  /// It had come before: as this matter, or as a message that was set aside.
  case duplicate(Reference?)
  /// It completed a matter; its number, when the person may read it.
  case added(Reference?)
  /// It waits for the registrator; the reason in words.
  case setAside(reason: String)
}
