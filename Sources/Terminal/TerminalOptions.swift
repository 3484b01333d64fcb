internal import Glibc

/// What the program wants of the terminal it opens.
public struct TerminalOptions: Sendable, Hashable {
  /// The type, as `TERM` has it.
  public var type: String
  /// Whether to do without colours.
  public var isMonochrome: Bool

  /// Makes options.
  public init(type: String, isMonochrome: Bool = false) {
    self.type = type
    self.isMonochrome = isMonochrome
  }

  /// Makes options from an environment: `TERM`, and `NO_COLOR` when it is not empty.
  public init(environment: (String) -> String?) {
    self.init(
      type: environment("TERM") ?? "", isMonochrome: environment("NO_COLOR")?.isEmpty == false)
  }

  /// The options of the process environment.
  public static var fromEnvironment: TerminalOptions {
    TerminalOptions { name in getenv(name).map { String(cString: $0) } }
  }

  /// The type to fall back to where the terminal's own is not installed on this machine.
  ///
  /// New terminals bring descriptions that Debian does not have yet; all of these understand what
  /// xterm does.
  var substitute: String {
    let likeXterm = [
      "xterm", "alacritty", "contour", "foot", "ghostty", "kitty", "konsole", "mintty", "mlterm",
      "putty",
      "rio", "rxvt", "screen", "st-", "tmux", "vte", "wezterm",
    ]
    return type.contains("256") || likeXterm.contains(where: type.hasPrefix)
      ? "xterm-256color" : "vt100"
  }
}
