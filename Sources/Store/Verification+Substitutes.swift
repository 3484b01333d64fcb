internal import Domain

extension Verification {
  /// An event that changed substitutes, against the organisation that held before it.
  mutating func checkSubstitutes(_ id: Int64, of applied: Int64, _ concerned: [PersonID]) {
    if applied != self.applied {
      report("event", id, "bygger på en annan organisation än den som gällde")
    }
    organisation = max(organisation ?? id, id)
    for person in concerned { unseen.insert(Unseen(person: person.storable, event: id)) }
  }
}
