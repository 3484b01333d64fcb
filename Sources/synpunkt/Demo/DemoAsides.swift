import Domain

/// The messages that wait for the demo's registrator.
enum DemoAsides {
  /// One of each kind, the latest of them from `today`.
  static func messages(today: CivilDay) -> [AsideMessage] {
    [
      AsideMessage(
        reason: .statusMail, from: "noreply@e-tjanst.exempel.se",
        subject: "Ny status för ärendet Lämna synpunkt (ärende nr. 100231)",
        text: "Ärendet Lämna synpunkt (ärende nr. 100231) har fått en ny status: Mottaget.",
        messageID: "demo-status@exempel.se", arrivedOn: today + -2),
      AsideMessage(
        reason: .autoReply, from: "roland.fingersson@exempel.se",
        subject: "Autosvar: Svar på din synpunkt",
        text: "Jag är på resa och läser inte e-post. Ring min granne om det brinner.",
        messageID: "demo-autosvar@exempel.se", arrivedOn: today + -1),
      AsideMessage(
        reason: .bounce, from: "mailer-daemon@exempelkoping.se",
        subject: "Meddelandet kunde inte levereras",
        text: "Adressen gun.provbergg@exempel.se finns inte. Kontrollera stavningen.",
        messageID: "demo-studs@exempel.se", arrivedOn: today),
    ]
  }
}
