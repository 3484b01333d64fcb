import Domain

extension MatterScreen {
  mutating func receive(_ answer: DialogAnswer, in context: Context) -> [Step] {
    switch answer {
    case .category(let category): return [perform(.categorise(category))]
    case .subjectArea(let area): return [perform(.setSubjectArea(area))]
    case .unit(let unit): return [perform(.assign(unit))]
    case .notMatter(let kind):
      return [
        .push(
          PromptScreen(
            title: "Vart gick det? (får vara tomt)", purpose: .wentTo(kind), mayBeEmpty: true))
      ]
    case .returnReason(.done): return [perform(.giveBack(.done, words: nil))]
    case .returnReason(let reason):
      return [
        .push(
          PromptScreen(
            title: "Säg med egna ord: \(reason.words)", purpose: .returnWords(reason),
            mayBeEmpty: reason != .other))
      ]
    case .person(let login): return [perform(.handOver(to: login))]
    case .contact(let means, let reached):
      return [
        .push(
          PromptScreen(
            title: "En rad om kontakten (får vara tom)",
            purpose: .contactLine(means, reached: reached), mayBeEmpty: true))
      ]
    case .correction(let target): return [askValue(of: target)]
    case .additionChannel(let channel):
      return [
        .push(EditorScreen(kind: .addition(channel), matter: matter, kept: context.kept))
      ]
    case .text(let purpose, let text): return take(text, for: purpose)
    case .way, .beginning, .become, .reply: return []
    }
  }

  private func askValue(of target: MatterCommand.CorrectionTarget) -> Step {
    let state = matter.state
    let (hint, old): (String, String?) =
      switch target {
      case .name: ("", state.sender.name)
      case .email: ("", state.sender.email)
      case .phone: ("", state.sender.phone)
      case .address: ("", state.sender.address)
      case .title: ("", state.title)
      case .channel:
        (": " + Channel.allCases.map(\.rawValue).joined(separator: ", "), state.channel.rawValue)
      case .arrivedOn: (" som 2026-11-05", state.arrivedOn.iso)
      }
    return .push(
      PromptScreen(
        title: "Rätt \(target.words)\(hint)", purpose: .correctionValue(target), text: old ?? "",
        mayBeEmpty: true))
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
      return [
        .push(
          PromptScreen(
            title: "Varför rättas det?", purpose: .correctionReason(target, new: text)))
      ]
    case .correctionReason(let target, let new):
      return [perform(.correct(target, new: new, reason: text))]
    case .recipient: return []
    }
  }
}
