extension Doctor {
  /// The locale that the program falls back on.
  func locale() -> Finding {
    let subject = "locale C.UTF-8"
    return view.hasLocale("C.UTF-8")
      ? .fine(subject) : .wrong(subject, "it is missing: apt install libc-bin")
  }

  /// The terminals that people come with.
  func terminfo() -> Finding {
    let subject = "terminfo"
    let terminals = [
      "xterm", "xterm-256color", "screen", "screen-256color", "tmux-256color", "linux", "putty",
      "putty-256color", "vt100",
    ]
    let folders = ["/etc/terminfo", "/lib/terminfo", "/usr/share/terminfo"]
    let missing = terminals.filter { name in
      !folders.contains { view.file("\($0)/\(name.prefix(1))/\(name)") != nil }
    }
    guard missing.isEmpty else {
      let names = missing.joined(separator: ", ")
      return .wrong(subject, "\(names) unknown: apt install ncurses-base ncurses-term")
    }
    return .fine(subject)
  }

  /// The nightly backup and the daily head.
  func timers() -> [Finding] {
    guard view.file("/run/systemd/system") != nil else {
      let instead = "call synpunkt-admin backup --keep 30 \(backups) each night by other means"
      return [.wrong("timers", "systemd does not run here: \(instead)")]
    }
    return ["synpunkt-backup", "synpunkt-head"].map { name in
      let subject = "\(name).timer"
      let on = "systemctl enable --now \(subject)"
      for word in ["enabled", "active"] {
        let answer = view.run(["/usr/bin/systemctl", "is-\(word)", subject]).firstLine
        let first = answer == "masked" ? "systemctl unmask \(subject) && " : ""
        if answer != word { return .wrong(subject, "it is \(answer): \(first)\(on)") }
      }
      let last = view.run(["/usr/bin/systemctl", "is-failed", "\(name).service"]).firstLine
      if last == "failed" {
        let remedy = "journalctl -u \(name) says why; mend it, systemctl start \(name)"
        return .wrong(subject, "its last run failed: \(remedy)")
      }
      return .fine(subject)
    }
  }
}
