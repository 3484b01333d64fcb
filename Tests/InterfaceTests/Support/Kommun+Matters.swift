import Domain

extension World {
  /// An empty desk.
  static func empty() -> World { World() }

  /// A desk with matters in every place of their lives, by their serials.
  static func kommun() throws -> World {
    let world = World()
    try world.addNew()
    try world.addAtUnits()
    try world.addReturned()
    try world.addOver()
    return world
  }

  /// New ones only, the soonest deadline first: 160, 161, 162.
  static func onlyNew() throws -> World {
    let world = World()
    try world.register(
      160, Post.mail("Sena morgonbesök", Post.lateMornings, on: day("2026-11-20")))
    try world.register(
      161,
      Post.mail(
        "Tack till Lena", "Tack till Lena, som alltid har tid för en pratstund.",
        from: Post.bertil, on: day("2026-11-23")))
    try world.register(
      162,
      Post.form(
        "Ring innan", "Ring gärna en stund innan ni kommer.", from: Post.nobody,
        on: day("2026-11-24"), suggesting: .suggestion))
    return world
  }

  /// One matter at Hemtjänst Öster as a complaint, and what has happened to it since.
  static func one(
    _ serial: Int = 142, _ incoming: IncomingMatter? = nil, category: Category? = .complaint,
    unit: UnitID = "oster", then steps: [(PersonID, MatterCommand)] = []
  ) throws -> World {
    let world = World()
    try world.register(
      serial,
      incoming ?? Post.mail("Sena morgonbesök", Post.lateMornings, on: day("2026-11-13")))
    try world.take(.triage(category, unit: unit), on: serial, as: "maja", day: day("2026-11-13"))
    for (login, command) in steps { try world.take(command, on: serial, as: login) }
    return world
  }

  /// An answer that may leave.
  static func answer(
    _ way: AnswerWay = .email, to recipient: String = "anna@exempel.se"
  ) -> MatterCommand {
    .answer(
      AnswerDraft(
        way: way, recipient: recipient, text: "Hej Anna!\n\nVi har ändrat schemat från måndag.",
        tellsOfHealth: false, senderMayKnow: true))
  }

  private func addNew() throws {
    try register(
      160,
      Post.form(
        "Sena morgonbesök igen", Post.lateMornings, on: day("2026-11-20"),
        suggesting: .complaint))
    try register(
      161,
      Post.mail(
        "Tack till Lena", "Tack till Lena, som alltid har tid för en pratstund.",
        from: Post.bertil, on: day("2026-11-23"), to: "omsorg@prov.se"))
    try register(
      162,
      Post.mail(
        nil, "Det är dåligt skottat vid Ängsgården, och ingen svarar när man ringer.",
        from: Post.nobody, on: day("2026-11-23")))
  }

  private func addAtUnits() throws {
    try at(
      "oster", 127, .suggestion, arrived: "2026-11-05",
      Post.mail(
        "Ring innan ni kommer",
        """
        Det vore bra om personalen ringde en stund innan de kommer, så att mamma hinner till \
        dörren.
        """,
        from: Post.bertil, on: day("2026-11-05")))
    try at(
      "oster", 131, .praise, arrived: "2026-11-03",
      Post.mail(
        "Tack till Amir", "Amir är så snäll mot pappa. Hälsa honom det!", from: Post.silent,
        on: day("2026-11-03")))
    try at(
      "oster", 139, .complaint, arrived: "2026-11-10",
      Post.mail(
        "Matlådan kom kall", "Mammas matlåda var iskall i går, för tredje gången.",
        from: Post.eva, on: day("2026-11-10"), concerns: "Greta Exempel"))
    try at(
      "oster", 142, .complaint, arrived: "2026-11-13",
      Post.mail("Sena morgonbesök", Post.lateMornings, on: day("2026-11-13")))
    try at(
      "vast", 145, .complaint, arrived: "2026-11-17",
      Post.mail(
        "Ny personal varje dag", "Det kommer nya människor varje dag.", on: day("2026-11-17")))
    try at(
      "gata", 150, .suggestion, arrived: "2026-11-12",
      Post.mail(
        "Bänk vid Ån", "En bänk vid Ån skulle göra skillnad för oss äldre.", from: Post.bertil,
        on: day("2026-11-12")))
    try at(
      "oster", 118, .complaint, arrived: "2026-11-06",
      Post.mail("Ingen lyfte luren", "Ni svarar aldrig i telefon.", on: day("2026-11-06")))
    try take(Self.answer(), on: 118, as: "asa", day: day("2026-11-18"))
  }

  private func addReturned() throws {
    try at(
      "oster", 115, .complaint, arrived: "2026-11-04",
      Post.mail("Duschen blev inställd", "Duschen ställdes in igen.", on: day("2026-11-04")))
    try take(Self.answer(), on: 115, as: "asa", day: day("2026-11-16"))
    try take(
      .noteAndReturn("Nytt schema från måndag.", .done, words: nil), on: 115, as: "asa",
      day: day("2026-11-17"))
    try at(
      "vast", 112, .complaint, arrived: "2026-11-11",
      Post.mail("Fel tid", "Ni kom klockan tio.", from: Post.bertil, on: day("2026-11-11")))
    try take(.giveBack(.wrongUnit, words: "Hon bor i Öster."), on: 112, as: "bo")
    try at(
      "vast", 110, .complaint, arrived: "2026-11-12",
      Post.mail("Missnöjd", "Jag är missnöjd.", from: Post.bertil, on: day("2026-11-12")))
    try take(.giveBack(.needsDetails, words: "Vilken dag gäller det?"), on: 110, as: "bo")
  }

  private func addOver() throws {
    try at(
      "oster", 101, .complaint, arrived: "2026-10-05",
      Post.mail("Larmet gick inte fram", "Larmet gick inte fram.", on: day("2026-10-05")))
    try take(Self.answer(), on: 101, as: "asa", day: day("2026-10-14"))
    try take(
      .noteAndReturn("Nytt larm på plats.", .done, words: nil), on: 101, as: "asa",
      day: day("2026-10-15"))
    try take(.setSubjectArea("övrigt"), on: 101, as: "maja", day: day("2026-10-16"))
    try take(.close, on: 101, as: "maja", day: day("2026-10-16"))
    try register(
      102, Post.mail("När öppnar ni?", "När öppnar ni i jul?", on: day("2026-11-09")))
    try take(.setAside(.question, wentTo: "Kundtjänst"), on: 102, as: "maja")
  }

  private func at(
    _ unit: UnitID, _ serial: Int, _ category: Category, arrived: String,
    _ incoming: IncomingMatter
  ) throws {
    try register(serial, incoming)
    try take(.triage(category, unit: unit), on: serial, as: "maja", day: day(arrived))
  }
}
