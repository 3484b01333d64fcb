import Domain

extension TakingForm {
  /// What choosing an option sets.
  enum Choice: Hashable, Sendable {
    case channel(Channel)
    case unit(UnitID)
    case anonymous(Bool)
    case wantsAnswer(Bool)
    case way(AnswerWay)
  }

  /// What a field can be; nothing for one that is written in.
  func options(of field: TakingField) -> OptionField<Choice> {
    OptionField(options: listed(field))
  }

  private func listed(_ field: TakingField) -> [Option<Choice>] {
    switch field {
    case .channel:
      let channels: [(Channel, String)] =
        kind == .spoken
        ? [(.phone, "telefon"), (.visit, "besök")]
        : [(.letter, "brev eller kort"), (.form, "blankett")]
      return channels.map {
        Option(words: $1, value: .channel($0), isChosen: details.channel == $0)
      }
    case .unit:
      return units.map {
        Option(words: $0.name, value: .unit($0.id), isChosen: details.unit == $0.id)
      }
    case .anonymity:
      return [(false, "med namn"), (true, "anonym")].map {
        Option(words: $1, value: .anonymous($0), isChosen: details.isAnonymous == $0)
      }
    case .wantsAnswer:
      return [(true, "ja"), (false, "nej")].map {
        Option(words: $1, value: .wantsAnswer($0), isChosen: details.wantsAnswer == $0)
      }
    case .way:
      let chosen = sender.replyVia
      return ways.map {
        Option(words: $0.phrase, value: .way($0), isChosen: $0 == chosen)
      }
    default: return []
    }
  }

  /// The ways back that what has been written allows.
  private var ways: [AnswerWay] { knownSender.waysBack(after: details.channel) }

  /// The sender, without a way back.
  private var knownSender: Sender {
    func words(_ field: TakingField) -> String? {
      let text = (fields[field]?.text ?? "").trimmingSpaces
      return text.isEmpty ? nil : text
    }
    return Sender(
      isAnonymous: details.isAnonymous, name: words(.name), email: words(.email),
      phone: words(.phone), address: words(.address), wantsAnswer: details.wantsAnswer)
  }

  /// The sender as the form has it.
  ///
  /// The way back is the one that was chosen or, while none has been, the surest that there is an
  /// address for; that the sender comes here must be chosen.
  var sender: Sender {
    guard !details.isAnonymous else { return .anonymous() }
    var sender = knownSender
    let ways = ways
    let chosen = details.way.flatMap { ways.contains($0) ? $0 : nil }
    sender.replyVia = chosen ?? ways.first { $0 != .inPerson }
    return sender
  }

  /// What is to be registered.
  func taken(text: String, readBack: ReadBack?) -> TakenByHand {
    func words(_ field: TakingField) -> String? { fields[field]?.text }
    return TakenByHand(
      channel: details.channel, text: text,
      arrivedOn: words(.arrivedOn).flatMap { CivilDay(iso: $0.trimmingSpaces) },
      title: words(.title), sender: sender, concerns: words(.concerns),
      readBack: kind == .spoken ? readBack : nil, unit: units.isEmpty ? nil : details.unit,
      taker: namesTaker ? details.taker : nil,
      solvedAtOnce: maySolve && kind == .spoken ? words(.solvedAtOnce) : nil)
  }

  /// What is wrong with what is written, that would be lost otherwise; nil when nothing is.
  var obstacle: (sentence: String, field: TakingField)? {
    if namesTaker {
      for field in [TakingField.takerName, .takerRole]
      where (fields[field]?.text ?? "").trimmingSpaces.isEmpty {
        return ("Skriv \(field == .takerName ? "ditt namn" : "din yrkesroll") först.", field)
      }
    }
    guard kind == .paper else { return nil }
    let day = (fields[.arrivedOn]?.text ?? "").trimmingSpaces
    return CivilDay(iso: day) == nil
      ? ("Skriv ankomstdagen som 2026-11-05.", .arrivedOn) : nil
  }
}
