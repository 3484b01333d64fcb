extension Organisation {
  /// The unit that a form or an address suggests: what the form said in words if exactly one unit
  /// fits, else the unit with the mail address, else the one with the e-tjänst; never a closed one.
  public func suggestedUnit(for incoming: IncomingMatter) -> UnitID? {
    let units = openUnits
    if let words = incoming.unitWords, !words.isEmpty {
      let folded = foldedSwedish(words)
      if let unit = units.first(where: { foldedSwedish($0.name) == folded || $0.id == words }) {
        return unit.id
      }
      let matches = self.units(matching: words).filter { $0.level == .unit }
      if matches.count == 1 { return matches[0].id }
    }
    let addresses = Set(incoming.addressedTo.map { $0.lowercased() })
    let byMail = units.last { unit in unit.mail.contains { addresses.contains($0.lowercased()) } }
    if let byMail { return byMail.id }
    guard let family = incoming.formFamily else { return nil }
    return units.last { $0.forms.contains(family) }?.id
  }
}
