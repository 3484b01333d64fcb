import Domain

extension ChoiceScreen {
  /// Asks for the category.
  static func categories(rules: Rulebook, unit: UnitID?) -> ChoiceScreen {
    let routine = rules.routine(at: unit)
    let order: [(Character, Category)] = [("b", .praise), ("f", .suggestion), ("k", .complaint)]
    return ChoiceScreen(
      title: "Vilken typ är det?",
      items: order.map { letter, category in
        let label = routine.label(category).capitalisedFirst
        return Item(letter: letter, label: label, answer: .category(category))
      })
  }

  /// Asks for the subject area.
  static func subjectAreas(_ routine: Routine, canClear: Bool) -> ChoiceScreen {
    var items = routine.subjectAreas.map {
      Item(letter: nil, label: $0, answer: .subjectArea($0))
    }
    if canClear {
      items.append(Item(letter: nil, label: "(inget ämne)", answer: .subjectArea(nil)))
    }
    return ChoiceScreen(title: "Vilket ämne? Skriv några bokstäver.", items: items, filters: true)
  }

  /// Asks for the unit.
  static func units(_ rules: Rulebook, selected: UnitID?) -> ChoiceScreen {
    let units = rules.organisation.openUnits
    return ChoiceScreen(
      title: "Vilken enhet? Skriv några bokstäver.",
      items: units.map { Item(letter: nil, label: $0.name, answer: .unit($0.id)) }, filters: true,
      selected: units.firstIndex { $0.id == selected } ?? 0)
  }

  /// Asks what it is when it is no synpunkt.
  static func notMatterKinds() -> ChoiceScreen {
    let order: [(Character, NotMatterKind)] = [
      ("f", .question), ("e", .faultReport), ("s", .junk), ("h", .documentRequest),
      ("m", .otherAuthority),
    ]
    return ChoiceScreen(
      title: "Vad är det i stället för en synpunkt?",
      items: order.map { letter, kind in
        Item(letter: letter, label: kind.words.capitalisedFirst, answer: .notMatter(kind))
      })
  }

  /// Asks why the matter goes back.
  static func returnReasons(_ reasons: [ReturnReason] = ReturnReason.allCases) -> ChoiceScreen {
    let letters: [ReturnReason: Character] = [
      .done: "k", .wrongUnit: "f", .needsDetails: "b", .other: "a",
    ]
    return ChoiceScreen(
      title: "Varför går ärendet åter till arbetsgruppen?",
      items: reasons.map { reason in
        Item(
          letter: letters[reason], label: reason.words.capitalisedFirst,
          answer: .returnReason(reason))
      })
  }

  /// Asks how the answer goes.
  static func ways(_ ways: [AnswerWay], selected: AnswerWay?) -> ChoiceScreen {
    let letters: [AnswerWay: Character] = [
      .email: "e", .secureMessage: "s", .letter: "b", .eService: "t", .phone: "r", .inPerson: "p",
    ]
    return ChoiceScreen(
      title: "Hur lämnas svaret?",
      items: ways.map { way in
        Item(letter: letters[way], label: way.name, answer: .way(way))
      }, selected: ways.firstIndex { $0 == selected } ?? 0)
  }

  /// Asks for a person.
  static func people(_ people: [Person], title: String) -> ChoiceScreen {
    ChoiceScreen(
      title: title,
      items: people.map { person in
        let label = person.title.map { "\(person.name), \($0)" } ?? person.name
        return Item(letter: nil, label: label, answer: .person(person.login))
      }, filters: true)
  }

  /// Asks yes or no.
  static func yesOrNo(_ question: ReviewQuestion) -> ChoiceScreen {
    ChoiceScreen(
      title: question.words,
      items: [
        Item(letter: "j", label: "Ja", answer: .reply(question, true)),
        Item(letter: "n", label: "Nej", answer: .reply(question, false)),
      ], takesEnter: false)
  }

  /// Asks whether to write in a matter though somebody else does.
  static func writingBeside(_ words: String, _ kind: TextKind) -> ChoiceScreen {
    ChoiceScreen(
      title: "\(words). Vill du skriva ändå?",
      items: [
        Item(
          letter: "j", label: "Ja, skriv ändå. Ingens text försvinner.",
          answer: .writeBeside(kind, true)),
        Item(letter: "n", label: "Nej, gå tillbaka.", answer: .writeBeside(kind, false)),
      ], takesEnter: false)
  }

  /// Asks whether to leave the program though what was typed is not on disk.
  static let leaving = ChoiceScreen(
    title: "Det du har skrivit går inte att spara. Lämna programmet ändå?",
    items: [
      Item(letter: "j", label: "Ja, och texten försvinner", answer: .leave(true)),
      Item(letter: "n", label: "Nej, stanna kvar", answer: .leave(false)),
    ], takesEnter: false)

  /// Asks whether to throw a draft away.
  static func throwingAway(_ item: DraftShelf.Item) -> ChoiceScreen {
    ChoiceScreen(
      title: "Kasta texten? Den går inte att få tillbaka.",
      items: [
        Item(letter: "j", label: "Ja, kasta den", answer: .throwAway(item.number, true)),
        Item(letter: "n", label: "Nej, behåll den", answer: .throwAway(item.number, false)),
      ], takesEnter: false)
  }

  /// Asks whom to be in the demo.
  static func demoPeople(_ people: [Person]) -> ChoiceScreen {
    ChoiceScreen(
      title: "Vem vill du vara i demon?",
      items: people.enumerated().map { index, person in
        Item(
          letter: Character("\((index + 1) % 10)"),
          label: person.title.map { "\(person.name), \($0)" } ?? person.name,
          answer: .become(person.login))
      })
  }

  /// Asks how somebody tried to reach the sender, and how it went.
  static func contacts() -> ChoiceScreen {
    let order: [(Character, ContactMeans, Bool, String)] = [
      ("r", .phone, true, "Ringde och nådde avsändaren"),
      ("i", .phone, false, "Ringde, nådde inte avsändaren"),
      ("e", .email, true, "E-post, fick svar"),
      ("v", .email, false, "E-post, väntar på svar"),
      ("b", .visit, true, "Träffade avsändaren"),
    ]
    return ChoiceScreen(
      title: "Vilken kontakt har du haft?",
      items: order.map { letter, means, reached, label in
        Item(letter: letter, label: label, answer: .contact(means, reached: reached))
      })
  }

  /// Asks what is to be corrected.
  static func corrections(isAnonymous: Bool) -> ChoiceScreen {
    let order: [(Character, MatterCommand.CorrectionTarget)] = [
      ("n", .name), ("e", .email), ("t", .phone), ("p", .address), ("r", .title),
      ("k", .channel), ("d", .arrivedOn),
    ]
    let open = order.filter { _, target in
      !isAnonymous || [.title, .channel, .arrivedOn].contains(target)
    }
    return ChoiceScreen(
      title: "Vad ska rättas? Det gamla värdet finns kvar i historiken.",
      items: open.map { letter, target in
        Item(letter: letter, label: target.words.capitalisedFirst, answer: .correction(target))
      })
  }

  /// Asks how something came in.
  static func channels(
    title: String, selected: Channel? = nil, answer: (Channel) -> DialogAnswer
  ) -> ChoiceScreen {
    let order: [(Character, Channel)] = [
      ("t", .phone), ("e", .email), ("b", .letter), ("s", .visit), ("j", .eService), ("l", .form),
    ]
    return ChoiceScreen(
      title: title,
      items: order.map { letter, channel in
        Item(letter: letter, label: channel.rawValue.capitalisedFirst, answer: answer(channel))
      }, selected: order.firstIndex { $0.1 == selected } ?? 0)
  }
}
