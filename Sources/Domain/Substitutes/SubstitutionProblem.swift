/// Why a substitute cannot be named, or changed, so.
public enum SubstitutionProblem: Hashable, Sendable {
  /// The person is neither the chef, nor above, nor triage for all of the chef's units.
  case mayNotName(chef: String)
  /// There is no such person.
  case unknownPerson(String)
  /// The person has no role as chef.
  case noChef(String)
  /// Several people share the login.
  case commonLogin(String)
  /// The chef would be his or her own substitute.
  case chefItself
  /// Who asks is the substitute.
  case ownSubstitution
  /// The last day comes before the first.
  case wrongOrder
  /// The first day has been.
  case firstDayHasBeen
  /// The last day has been.
  case lastDayHasBeen
  /// It is longer than a year.
  case tooLong
  /// The chef has a substitute on some of the days.
  case taken(by: String, from: CivilDay, to: CivilDay)
  /// Somebody else has changed or ended it.
  case gone

  /// One Swedish sentence: what is wrong and what to do.
  public var sentence: String {
    switch self {
    case .mayNotName(let chef):
      "Du kan inte utse vikarie för \(chef): det gör chefen, chefens chef eller arbetsgruppen."
    case .unknownPerson(let login): "Det finns ingen ”\(login)” i organisationen."
    case .noChef(let name): "\(name) är inte chef, så det finns inget att vara vikarie för."
    case .commonLogin(let name): "\(name) är en gemensam inloggning, så välj en person."
    case .chefItself: "Chefen kan inte vara sin egen vikarie, så välj någon annan."
    case .ownSubstitution:
      "Ingen utser sig själv, så låt chefen eller chefens chef göra det."
    case .wrongOrder: "Sista dagen är före den första, så ändra en av dem."
    case .firstDayHasBeen: "Första dagen har redan varit, så börja i dag eller senare."
    case .lastDayHasBeen: "Sista dagen har redan varit, så välj i dag eller senare."
    case .tooLong: "Ett vikariat är högst ett år, så välj en tidigare sista dag."
    case .taken(let name, let from, let to):
      "\(name) är redan vikarie \(Self.span(from, to)), så välj andra dagar eller avsluta det."
    case .gone: "Någon annan har ändrat eller avslutat vikariatet, så se efter i listan."
    }
  }

  private static func span(_ from: CivilDay, _ to: CivilDay) -> String {
    from == to ? from.shortSwedish : "\(from.shortSwedish)–\(to.shortSwedish)"
  }
}
