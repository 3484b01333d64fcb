import Domain

extension MatterScreen {
  mutating func receive(_ answer: DialogAnswer, in context: Context) -> [Step] {
    switch answer {
    case .category(let category): return [perform(.categorise(category))]
    case .subjectArea(let area): return [perform(.setSubjectArea(area))]
    case .unit(let unit): return [perform(.assign(unit))]
    case .notMatter(let kind):
      return [.push(PromptScreen(.wentTo(kind)))]
    case .returnReason(.done): return [perform(.giveBack(.done, words: nil))]
    case .returnReason(let reason):
      return [.push(PromptScreen(.returnWords(reason)))]
    case .person(let login): return [perform(.handOver(to: login))]
    case .contact(let means, let reached):
      return [.push(PromptScreen(.contactLine(means, reached: reached)))]
    case .correction(let target): return [askValue(of: target)]
    case .additionChannel(let channel):
      return write(.addition(channel), in: context)
    case .text(let purpose, let text): return take(text, for: purpose)
    case .protect(true): return [perform(.protect)]
    case .writeBeside(let kind, true): return begin(kind, in: context)
    case .way, .beginning, .become, .reply, .resume, .registerAside, .reviewed, .leave, .throwAway,
      .protect, .endSubstitution, .writeBeside:
      return []
    }
  }

  private func askValue(of target: MatterCommand.CorrectionTarget) -> Step {
    let state = matter.state
    let old: String? =
      switch target {
      case .name: state.sender.name
      case .email: state.sender.email
      case .phone: state.sender.phone
      case .address: state.sender.address
      case .title: state.title
      case .channel: state.channel.rawValue
      case .arrivedOn: state.arrivedOn.iso
      }
    if target == .channel {
      return .push(
        ChoiceScreen.channels(title: "Hur kom ärendet in?", selected: state.channel) {
          .text(.correctionValue(.channel), $0.rawValue)
        })
    }
    return .push(PromptScreen(.correctionValue(target), text: old ?? ""))
  }

  private func take(_ text: String, for purpose: PromptPurpose) -> [Step] {
    switch purpose {
    case .title: return [perform(.setTitle(text))]
    case .wentTo(let kind): return [perform(.setAside(kind, wentTo: text))]
    case .returnWords(let reason): return [perform(.giveBack(reason, words: text))]
    case .reopenReason: return [perform(.reopen(reason: text))]
    case .contactLine(let means, let reached):
      return [perform(.logContact(means, reached: reached, line: text))]
    case .correctionValue(let target):
      return [.push(PromptScreen(.correctionReason(target, new: text)))]
    case .correctionReason(let target, let new):
      return [perform(.correct(target, new: new, reason: text))]
    case .hidingReason: return [perform(.hideSender(reason: text))]
    case .receiptCode: return check(code: text)
    case .solvedAtOnce: return [perform(.solveAtOnce(text))]
    case .liftingReason: return [perform(.unprotect(reason: text))]
    case .openingReason: return [.effect(.openProtected(matter.id, reason: text))]
    case .recipient, .whyNotReadBack: return []
    }
  }
}
