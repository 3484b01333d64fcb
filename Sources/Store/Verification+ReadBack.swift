internal import Domain

extension Verification {
  /// That the text of a verbal synpunkt is the one that was approved.
  mutating func checkReadBack(_ id: Int64, _ event: MatterEvent) {
    guard case .registered(let registration) = event.facts,
      case .approved(_, _, let digest)? = registration.readBack, let text = event.content?.text
    else { return }
    if Digest.plain(Array(text.utf8)) != digest {
      report("event", id, "texten är inte den som godkändes vid uppläsningen")
    }
  }
}
