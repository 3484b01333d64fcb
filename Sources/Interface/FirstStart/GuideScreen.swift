import Domain
import Terminal

/// The first start, on a database that knows no organisation: a few pages, and then the inbox.
struct GuideScreen: Screen {
  var form: GuideForm
  /// What is to be read: the welcome, and what is to be saved.
  var pane = ReadingPane()
  /// What is saved when the person agrees.
  private(set) var organisation: Organisation?

  /// - Parameter context: Who starts, and the routines to choose among.
  init(in context: Context) {
    form = GuideForm(login: context.actor.login, rules: context.rules)
    pane = ReadingPane(Self.welcome(form.routines))
  }

  var takesText: Bool { form.step != .welcome && form.step != .review }

  var bindings: [Binding] { Self.bindings(of: form.step) }

  static func bindings(of step: GuideStep) -> [Binding] {
    switch step {
    case .welcome:
      [
        Binding(.accept, [.enter], "börja", "Börja med den första frågan."),
        Binding(.back, [.letter("q")], "avsluta", "Lämna programmet."),
      ]
    case .review:
      [
        Binding(.accept, [.enter], "spara", "Spara organisationen och öppna inkorgen."),
        Binding(.back, [.escape], "ändra", "Gå tillbaka och ändra."),
      ]
    default:
      [
        Binding(.onward, [.control("s")], "vidare", "Gå vidare till nästa sida."),
        Binding(.nextField, [.tab, .down], "nästa fält", "Gå till nästa fält."),
        Binding(.previousField, [.backTab, .up], "", "Gå till förra fältet."),
        Binding(.accept, [.enter], "", "Gå till nästa fält; på en knapp görs det den säger."),
        Binding(.back, [.escape], "tillbaka", "Gå tillbaka en sida; det du skrivit finns kvar."),
      ]
    }
  }

  mutating func run(_ command: Command, in context: Context) -> [Step] {
    switch command {
    case .accept: return accept()
    case .onward: return goOn()
    case .nextField, .previousField:
      form.move(by: command == .nextField ? 1 : -1)
      return []
    case .back: return back()
    default: return []
    }
  }

  private mutating func accept() -> [Step] {
    switch form.step {
    case .welcome: return goOn()
    case .review: return organisation.map { [.effect(.applyOrganisation($0))] } ?? []
    default: break
    }
    switch form.focus {
    case .onward: return goOn()
    case .moreUnits, .morePeople: form.addMore()
    case .answer: form.move(by: 1)
    }
    return []
  }

  /// To the next page, when this one and those before it hold what they must.
  private mutating func goOn() -> [Step] {
    guard let next = GuideStep(rawValue: form.step.rawValue + 1) else { return [] }
    do {
      let organisation = try form.answers.organisation()
      self.organisation = organisation
      pane = ReadingPane(Self.review(organisation, form))
    } catch {
      if GuideForm.step(of: error.field).rawValue <= form.step.rawValue {
        form.move(to: error.field)
        return [.complain(error.sentence)]
      }
    }
    form.turn(to: next)
    // A key that is held down must not save what nobody has read.
    return next == .review ? [.effect(.dropQueuedKeys)] : []
  }

  private mutating func back() -> [Step] {
    guard let before = GuideStep(rawValue: form.step.rawValue - 1) else {
      return form.isEmpty
        ? [.answer(.leave(true))] : [.push(ChoiceScreen.leavingGuide())]
    }
    form.turn(to: before)
    if before == .welcome { pane = ReadingPane(Self.welcome(form.routines)) }
    return []
  }

  mutating func type(_ key: Key, in context: Context) -> [Step]? {
    takesText ? (form.handle(key) ? [] : nil) : (pane.handle(key) ? [] : nil)
  }

  mutating func paste(_ text: String, in context: Context) -> [Step]? {
    guard takesText else { return nil }
    form.paste(text)
    return []
  }
}

extension ChoiceScreen {
  /// Asks whether to leave the guide though something has been written.
  static func leavingGuide() -> ChoiceScreen {
    ChoiceScreen(
      title: "Lämna programmet? Det du har skrivit är inte sparat.",
      items: [
        Item(letter: "j", label: "Ja, lämna programmet", answer: .leave(true)),
        Item(letter: "n", label: "Nej, stanna kvar", answer: .leave(false)),
      ], takesEnter: false)
  }
}
