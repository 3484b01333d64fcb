import Domain
import Terminal

extension GuideScreen {
  /// The words of the first page.
  static func welcome(_ routines: [Routine]) -> [StyledLine] {
    [
      StyledLine("Databasen är tom. Berätta först hur ni är organiserade. Det tar några minuter:"),
      StyledLine(""),
      StyledLine("kommunens namn", indent: 3, lead: "1."),
      StyledLine("en förvaltning, och vilken rutin den följer", indent: 3, lead: "2."),
      StyledLine("enheterna och deras chefer", indent: 3, lead: "3."),
      StyledLine("de som tar emot och sorterar, och vad du själv gör", indent: 3, lead: "4."),
      StyledLine(""),
      StyledLine(
        "Inget sparas förrän du har sett allt på sista sidan. Fler förvaltningar kan "
          + "läggas till sedan."),
      StyledLine(""),
      StyledLine("Har du redan en fil med organisationen? Lämna programmet med q och kör:"),
      StyledLine("synpunkt organisation apply FIL", indent: 3),
    ]
  }

  /// What is to be saved, to be read through.
  static func review(_ organisation: Organisation, _ form: GuideForm) -> [StyledLine] {
    var lines = [StyledLine(organisation.municipality, role: .strong)]
    for unit in organisation.units where unit.level == .department {
      lines.append(StyledLine("\(unit.name)  (\(unit.id))", role: .strong))
      let words = form.routine.map { "\($0.name). \($0.inShort)" } ?? ""
      lines.append(StyledLine("Rutin: \(words)", indent: 3))
      let regulation = GuideForm.words(for: unit.regulation.first)
      lines.append(StyledLine("Regelverk: \(regulation)", indent: 3))
    }
    lines.append(StyledLine(""))
    lines.append(StyledLine("Enheter och chefer", role: .strong))
    for unit in organisation.units where unit.level == .unit {
      let chef = organisation.manager(of: unit.id)
      lines.append(
        StyledLine(
          "\(unit.name)  (\(unit.id)): \(chef?.name ?? ""), \(chef?.login ?? "")", indent: 3))
    }
    lines.append(StyledLine(""))
    lines.append(StyledLine("Tar emot och sorterar", role: .strong))
    for person in organisation.people {
      let roles = person.grants.map(\.role).filter { $0 != .manager }
      guard !roles.isEmpty else { continue }
      let group = form.words(for: [.triage])
      let words = roles.map { $0 == .triage ? group : form.words(for: [$0]) }
      lines.append(
        StyledLine("\(person.name), \(person.login): \(words.joined(separator: ", "))", indent: 3))
    }
    return lines + [
      StyledLine(""),
      StyledLine(
        "Sedan ändrar du i en fil: synpunkt organisation show skriver den, och synpunkt "
          + "organisation apply läser in den igen.", role: .faint),
    ]
  }

  mutating func draw(on surface: inout Surface, in context: Context) {
    let size = surface.size
    let columns = min(size.columns - 2, ReadingPane.widest)
    drawTitle(on: &surface)
    // On a low screen the fields have all of it.
    let isLow = size.rows < 12
    guard takesText else {
      let top = isLow ? 1 : 2
      pane.layoutAndDraw(
        into: &surface,
        in: Rect(column: 1, row: top, columns: columns, rows: max(1, size.rows - top)))
      surface.cursor = Point(column: 1, row: top)
      if !pane.isAtEnd {
        surface.more(row: 0)
      }
      return
    }
    var row = 1
    if !isLow {
      row += 1
      for line in TextWidth.wrap(form.step.words, columns: columns) {
        surface.write(line, at: Point(column: 1, row: row), role: .faint)
        row += 1
      }
      row += 1
    }
    let below = isLow ? 0 : 4
    let used = form.draw(
      on: &surface,
      in: Rect(
        column: 0, row: row, columns: size.columns, rows: max(1, size.rows - row - below)))
    guard !isLow else { return }
    for (offset, line) in TextWidth.wrap(form.note, columns: columns).enumerated() {
      surface.write(line, at: Point(column: 1, row: row + used + 1 + offset), role: .hint)
    }
    surface.write(
      TextWidth.clip(
        "Hellre en fil? Lämna guiden och kör synpunkt organisation apply FIL.",
        to: columns),
      at: Point(column: 1, row: size.rows - 1), role: .faint)
  }

  private func drawTitle(on surface: inout Surface) {
    let steps = GuideStep.allCases.count - 1
    let number = form.step == .welcome ? "" : "\(form.step.rawValue) av \(steps)  "
    surface.write(
      TextWidth.clip(number + form.step.title, to: surface.size.columns - 2),
      at: Point(column: 1, row: 0), role: .strong)
  }
}
