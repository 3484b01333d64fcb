internal import Domain

/// The file of made-up matters for the demonstration.
public enum DemoFile {
  private static let keys = [
    "title", "text", "category", "subject", "unit", "suggested", "channel", "sender", "concerns",
    "state", "due", "age", "answer", "how", "note", "return-reason", "return-words", "not-matter",
    "went-to", "contact", "addition", "handed-to",
  ]

  /// Reads the matters.
  ///
  /// Units, subject areas and logins are not compared with the organisation here.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - name: Its name for errors.
  /// - Returns: The matters, in the order of the file.
  /// - Throws: `ConfigurationError` with the line of the first thing that is wrong.
  public static func read(
    _ bytes: [UInt8], name: String
  ) throws(ConfigurationError) -> [DemoMatter] {
    let root = try YAMLValue.read(bytes, file: name)
    guard case .list(let values) = root.content else {
      throw root.refused("the file must be a list of matters, not \(root.typeName)")
    }
    var matters: [DemoMatter] = []
    for value in values {
      let fields = try YAMLFields(value, kind: "a matter", naming: "title", keys: keys)
      let matter = try readMatter(fields)
      try check(matter, fields)
      matters.append(matter)
    }
    return matters
  }

  private static func readMatter(_ keys: YAMLFields) throws(ConfigurationError) -> DemoMatter {
    DemoMatter(
      title: try keys.text("title"), text: try keys.requiredText("text", .passage),
      category: try keys.choice("category", of: Category.allCases),
      subject: try keys.text("subject"), unit: try keys.text("unit", .code),
      suggested: try keys.text("suggested", .code),
      channel: try keys.requiredChoice("channel", of: Channel.allCases),
      sender: try readSender(try keys.required("sender"), of: keys.subject),
      concerns: try keys.text("concerns"),
      state: try keys.requiredChoice("state", of: DemoMatter.State.allCases),
      time: try readTime(keys), answer: try keys.text("answer", .passage),
      how: try keys.choice("how", of: AnswerWay.allCases), note: try keys.text("note", .passage),
      returnReason: try keys.choice("return-reason", of: ReturnReason.allCases),
      returnWords: try keys.text("return-words", .passage),
      notMatter: try keys.choice("not-matter", of: NotMatterKind.allCases),
      wentTo: try keys.text("went-to"), contact: try readContact(keys),
      addition: try keys.text("addition", .passage), handedTo: try keys.text("handed-to", .login))
  }

  private static func readTime(_ keys: YAMLFields) throws(ConfigurationError) -> DemoMatter.Time {
    let due = try keys.number("due", in: -250...250)
    let age = try keys.number("age", in: 0...3_650)
    switch (due, age) {
    case (let days?, nil): return .due(days)
    case (nil, let days?): return .age(days)
    case (nil, nil): throw keys.refused(nil, "\(keys.subject) has neither ‘due’ nor ‘age’")
    default: throw keys.refused("age", "\(keys.subject) has both ‘due’ and ‘age’")
    }
  }

  private static func readSender(
    _ value: YAMLValue, of matter: String
  ) throws(ConfigurationError) -> Sender {
    let personal = ["name", "email", "phone", "address", "organisation"]
    let keys = try YAMLFields(
      value, kind: "the sender of \(matter)",
      keys: ["kind"] + personal + ["reply", "wants-answer", "anonymous"])
    let reply = try keys.choice("reply", of: AnswerWay.allCases)
    let isAnonymous = try keys.flag("anonymous") ?? false
    if isAnonymous {
      for key in personal where try keys.value(key) != nil {
        throw keys.refused(key, "\(keys.subject) is anonymous and has no \(quoted(key))")
      }
    }
    return Sender(
      isAnonymous: isAnonymous, kind: try keys.choice("kind", of: SenderKind.allCases) ?? .unknown,
      name: try keys.text("name"), organisation: try keys.text("organisation"),
      email: try keys.text("email", .email), phone: try keys.text("phone"),
      address: try keys.text("address", .passage), replyVia: reply,
      wantsAnswer: try keys.flag("wants-answer") ?? (!isAnonymous || reply != nil))
  }

  private static func readContact(
    _ matter: YAMLFields
  ) throws(ConfigurationError) -> DemoMatter.Contact? {
    guard let value = try matter.value("contact") else { return nil }
    let keys = try YAMLFields(
      value, kind: "the contact of \(matter.subject)", keys: ["reached", "by", "line"])
    _ = try keys.required("reached")
    return DemoMatter.Contact(
      reached: try keys.flag("reached") ?? false,
      by: try keys.requiredChoice("by", of: ContactMeans.allCases),
      line: try keys.requiredText("line"))
  }

  /// Refuses what cannot have happened.
  private static func check(
    _ matter: DemoMatter, _ keys: YAMLFields
  ) throws(ConfigurationError) {
    let state = quoted(matter.state.rawValue)
    var needed: [String] = []
    switch matter.state {
    case .new: break
    case .manager: needed = ["unit"]
    case .answered: needed = ["unit", "answer"]
    case .returned: needed = ["unit", "return-reason"]
    case .closed: needed = ["unit", "category"]
    case .notMatter: needed = ["not-matter"]
    }
    if matter.answer != nil { needed.append("how") }
    if matter.how != nil { needed.append("answer") }
    for key in needed where try keys.value(key) == nil {
      throw keys.refused(nil, "\(keys.subject) is \(state) and has no \(quoted(key))")
    }
  }
}
