import Access
import Testing

/// The environment that is left in a shared session.
@Suite struct SharedVariablesTests {
  @Test(arguments: [
    ("TERM", "xterm-256color"), ("TERM", "screen.putty+x_1"), ("LANG", "sv_SE.UTF-8"),
    ("LANG", "C"), ("LC_ALL", "sv_SE.utf8@euro"), ("LC_CTYPE", "C.UTF-8"), ("NO_COLOR", "1"),
    ("SUDO_USER", "asa.lind"), ("SSH_ORIGINAL_COMMAND", "list --json"),
  ])
  func keeps(name: String, value: String) {
    #expect(SharedVariables.allowed([name: value]) == [name: value])
  }

  @Test(arguments: [
    ("TERM", "../../tmp/x"), ("TERM", "/tmp/x"), ("TERM", "."), ("TERM", ".."), ("TERM", ""),
    ("TERM", "a b"), ("TERM", "x\u{1B}[2J"), ("TERM", String(repeating: "a", count: 65)),
    ("LANG", "/tmp/evil"), ("LANG", "sv_SE.UTF-8/../x"), ("LANG", "%n"), ("LC_ALL", "åäö"),
    ("LC_EVIL", "C"), ("LC_", "C"), ("NO_COLOR", "\n"), ("SUDO_USER", "Å"),
    ("SSH_ORIGINAL_COMMAND", "a\nb"), ("LD_PRELOAD", "/x.so"), ("TERMINFO", "/tmp"),
    ("TERMINFO_DIRS", "/tmp"), ("HOME", "/root"), ("PATH", "/tmp"), ("IFS", "x"), ("TZ", "UTC"),
    ("SYNPUNKT_DATABASE", "/tmp/x"), ("SYNPUNKT_ADMINISTRATOR", "bo"),
    ("SYNPUNKT_LETTERS", "/tmp"), ("XDG_DATA_HOME", "/tmp"),
    ("TMPDIR", "/tmp"), ("SWIFT_BACKTRACE", "enable=yes"), ("EDITOR", "vi"), ("ESCDELAY", "9999"),
    ("LINES", "1"), ("LOCPATH", "/tmp"), ("BASH_ENV", "/tmp/x"), ("SSH_AUTH_SOCK", "/tmp/x"),
  ])
  func drops(name: String, value: String) {
    #expect(SharedVariables.allowed([name: value]).isEmpty)
  }
}
