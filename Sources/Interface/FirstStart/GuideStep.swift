import Domain

/// A page of the guide.
enum GuideStep: Int, CaseIterable, Hashable, Sendable {
  case welcome
  case municipality
  case department
  case units
  case people
  case review

  /// What the page is about.
  var title: String {
    switch self {
    case .welcome: "Välkommen till Synpunkt"
    case .municipality: "Kommunen"
    case .department: "Den första förvaltningen"
    case .units: "Enheterna och deras chefer"
    case .people: "De som tar emot och sorterar"
    case .review: "Stämmer det?"
    }
  }

  /// What to think of, before the fields.
  var words: String {
    switch self {
    case .welcome: ""
    case .municipality: "Namnet står överst på skärmen och på kvitton."
    case .department:
      "Börja med en. Rutinen säger hur lång svarstiden är och vem som avslutar. Regelverket avgör "
        + "bland annat om ett svar får gå med vanlig e-post."
    case .units:
      "Chefen får enhetens synpunkter. Inloggningen är namnet som personen loggar in med på datorn "
        + "där Synpunkt körs. En chef kan ha flera enheter."
    case .people:
      "Medborgarcenter sätter typ och väljer enhet. Registratorn registrerar brev. "
        + "Systemförvaltaren läser inga ärenden."
    case .review: ""
    }
  }
}

/// A row of a page.
enum GuideField: Hashable, Sendable {
  /// Something that is told.
  case answer(FirstOrganisation.Field)
  /// One more unit.
  case moreUnits
  /// One more person.
  case morePeople
  /// On to the next page.
  case onward

  /// What stands before it.
  var label: String {
    switch self {
    case .answer(.municipality): "Kommun"
    case .answer(.department): "Förvaltning"
    case .answer(.routine): "Rutin"
    case .answer(.regulation): "Regelverk"
    case .answer(.unit(let index)): "Enhet \(index + 1)"
    case .answer(.chef): "  chef"
    case .answer(.chefLogin): "  inloggning"
    case .answer(.name(0)): "Ditt namn"
    case .answer(.name(let index)): "Person \(index + 1)"
    case .answer(.login): "  inloggning"
    case .answer(.roles): "  gör"
    case .moreUnits: "[ En enhet till ]"
    case .morePeople: "[ En person till ]"
    case .onward: "[ Vidare ]"
    }
  }

  /// What stands in it while nothing is written.
  var placeholder: String {
    switch self {
    case .answer(.municipality): "till exempel Exempelköpings kommun"
    case .answer(.department): "till exempel Omsorgsförvaltningen"
    case .answer(.unit): "till exempel Hemtjänst Öster"
    case .answer(.chef), .answer(.name): "förnamn och efternamn"
    case .answer(.chefLogin), .answer(.login): "till exempel asa.lind"
    default: ""
    }
  }

  /// Whether something is written in it.
  var isWritten: Bool {
    switch self {
    case .answer(.routine), .answer(.regulation), .answer(.roles): false
    case .answer: true
    case .moreUnits, .morePeople, .onward: false
    }
  }
}
