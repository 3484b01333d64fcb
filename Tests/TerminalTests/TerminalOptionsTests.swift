import Testing

@testable import Terminal

@Suite("Options")
struct TerminalOptionsTests {
  @Test(
    "The environment decides",
    arguments: [
      (["TERM": "xterm"], "xterm", false), ([:], "", false),
      (["TERM": "screen", "NO_COLOR": "1"], "screen", true),
      (["TERM": "screen", "NO_COLOR": ""], "screen", false),
    ] as [([String: String], String, Bool)])
  func environment(variables: [String: String], type: String, isMonochrome: Bool) {
    let options = TerminalOptions { variables[$0] }
    #expect(options == TerminalOptions(type: type, isMonochrome: isMonochrome))
  }

  @Test(
    "The stand-in for an unknown type",
    arguments: [
      ("xterm-ghostty", "xterm-256color"), ("foot", "xterm-256color"),
      ("something-256color", "xterm-256color"), ("hp2621", "vt100"), ("wezterm", "xterm-256color"),
    ])
  func substitute(type: String, expected: String) {
    #expect(TerminalOptions(type: type).substitute == expected)
  }
}
