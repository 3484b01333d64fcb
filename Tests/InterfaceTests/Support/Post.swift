import Domain

/// What people send in.
enum Post {
  /// Can be reached by e-mail and telephone, and wants an answer.
  static let anna = Sender(
    kind: .individual, name: "Anna Exempel", email: "anna@exempel.se", phone: "070-123 45 67",
    replyVia: .email)
  static let bertil = Sender(
    kind: .individual, name: "Bertil Prov", phone: "044-12 34 56", replyVia: .phone)
  /// A daughter, about her mother.
  static let eva = Sender(
    kind: .relative, name: "Eva Exempel", email: "eva@exempel.se",
    address: "Storgatan 1, Provköping",
    replyVia: .email)
  /// Neither a name nor a way back.
  static let nobody = Sender.anonymous()
  /// Known, but wants no answer.
  static let silent = Sender(
    kind: .individual, name: "Tyst Exempel", email: "tyst@exempel.se", replyVia: .email,
    wantsAnswer: false)

  static func mail(
    _ title: String?, _ text: String, from sender: Sender = anna, on day: CivilDay,
    to address: String? = nil, concerns: String? = nil
  ) -> IncomingMatter {
    IncomingMatter(
      channel: .email, arrivedOn: day, body: .text(text), title: title, sender: sender,
      concerns: concerns, addressedTo: address.map { [$0] } ?? [], key: .message("\(day.iso)@se"))
  }

  /// A form of the e-tjänst about home care, which suggests Hemtjänst Öster.
  static func form(
    _ title: String, _ text: String, from sender: Sender = anna, on day: CivilDay,
    suggesting category: Category? = nil
  ) -> IncomingMatter {
    IncomingMatter(
      channel: .eService, arrivedOn: day, body: .text(text), title: title, sender: sender,
      suggestedCategory: category, formFamily: "161", key: .flowInstance("123"))
  }

  static let lateMornings = """
    Hej!

    Min mamma Greta har hemtjänst varje morgon. De senaste två veckorna har personalen kommit \
    mellan en halvtimme och en timme för sent fem gånger. Hon får vänta på sin frukost och sin \
    medicin, och hon blir orolig när ingen ringer.

    Jag vill veta varför det blir så, och vad ni gör åt det.

    Hälsningar
    Anna
    """

  /// Longer than any screen.
  static let long = (1...40).map { number in
    """
    Dag \(number): Personalen kom sent i dag igen, och ingen ringde. Vi väntade i \
    \(number + 10) minuter.
    """
  }.joined(separator: "\n\n")

  /// What somebody might send to take over a terminal.
  static let hostile = """
    Hej \u{1B}[31mröd\u{1B}[0m och \u{1B}]0;titel\u{07} och \u{9B}2J slut.
    Åt fel håll: \u{202E}dnuh\u{202C} och \u{2066}göm\u{2069}.
    NUL \u{0} tabb\thär och klocka \u{7}.
    """
}
