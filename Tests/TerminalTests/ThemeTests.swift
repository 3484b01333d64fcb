import Testing

@testable import Terminal

@Suite("Theme")
struct ThemeTests {
  @Test("Without colours, no role asks for one")
  func monochrome() {
    let theme = Theme(palette: .monochrome)
    for role in StyleRole.allCases {
      let style = theme.style(of: role)
      #expect(style.foreground == .standard && style.background == .standard)
    }
  }

  @Test(
    "What must stand out does so in every palette",
    arguments: [Theme.Palette.monochrome, .eight, .sixteen])
  func standsOut(palette: Theme.Palette) {
    let theme = Theme(palette: palette)
    let roles: [StyleRole] = [
      .heading, .selected, .activeTab, .field, .late, .key, .failure, .match, .control, .marked,
    ]
    for role in roles {
      let style = theme.style(of: role)
      #expect(style != theme.style(of: .normal), "\(role)")
      #expect(style.attributes != .dim, "\(role)")
    }
    #expect(theme.style(of: .failure) != theme.style(of: .notice))
    #expect(theme.style(of: .activeTab) != theme.style(of: .tab))
  }

  @Test("Bright colours only where there are sixteen")
  func palettes() {
    #expect(Theme(palette: .eight).style(of: .late).foreground == .red)
    #expect(Theme(palette: .sixteen).style(of: .late).foreground == .brightRed)
    #expect(Theme.Palette(colors: 256) == .sixteen)
    #expect(Theme.Palette(colors: 8) == .eight)
    #expect(Theme.Palette(colors: 0) == .monochrome)
  }
}
