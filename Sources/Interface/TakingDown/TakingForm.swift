import Domain
import Terminal

/// The form about the sender and the rest: labelled fields in an order that Tab follows.
struct TakingForm: Equatable, Sendable {
  let kind: TakingKind
  /// The units to choose among; empty when there is nothing to choose.
  let units: [Unit]
  /// Whether the person may record that it was put right directly.
  let maySolve: Bool
  /// Whether who takes it in must say who they are.
  let namesTaker: Bool
  /// Whether that is all that is asked for now.
  private(set) var isIntroducing: Bool
  private(set) var details: TakingDetails
  /// The field that keys go to.
  private(set) var focus: TakingField
  private(set) var fields: [TakingField: TextField]

  /// - Parameters:
  ///   - kind: What is taken in.
  ///   - details: What the form begins with.
  ///   - units: The units to choose among.
  ///   - maySolve: Whether the person may record that it was put right directly.
  ///   - namesTaker: Whether who takes it in must say who they are, before anything else.
  init(
    _ kind: TakingKind, details: TakingDetails, units: [Unit], maySolve: Bool,
    namesTaker: Bool = false
  ) {
    self.kind = kind
    self.units = units
    self.maySolve = maySolve
    self.details = details
    self.namesTaker = namesTaker
    isIntroducing = namesTaker
    focus = namesTaker ? .takerName : .channel
    fields = [:]
    for field in Self.order(kind) where field.isWritten {
      fields[field] = TextField(text: details.words[field] ?? "", limit: Matter.longestLine)
    }
  }

  /// What the form begins with when nothing has been written.
  static func fresh(_ kind: TakingKind, in context: Context) -> TakingDetails {
    switch kind {
    case .spoken:
      return TakingDetails(
        channel: .phone, unit: context.rules.unitsToChoose(for: context.actor).first)
    case .paper:
      var details = TakingDetails(channel: .letter)
      // Post lies in the box until it is found: it arrived the working day before (FL 22 §).
      details.words[.arrivedOn] = context.today.workingDayBefore.iso
      return details
    }
  }

  private static func order(_ kind: TakingKind) -> [TakingField] {
    switch kind {
    case .spoken:
      [
        .channel, .unit, .anonymity, .name, .phone, .email, .address, .wantsAnswer, .way,
        .concerns, .solvedAtOnce, .takerName, .takerRole, .register,
      ]
    case .paper:
      [
        .channel, .arrivedOn, .title, .anonymity, .name, .address, .email, .phone, .wantsAnswer,
        .way, .concerns, .register,
      ]
    }
  }

  /// The fields that are shown, in order.
  var shown: [TakingField] {
    guard !isIntroducing else { return [.takerName, .takerRole] }
    let hidden: Set<TakingField> =
      details.isAnonymous
      ? [.name, .phone, .email, .address, .wantsAnswer, .way]
      : details.wantsAnswer ? [] : [.way]
    return Self.order(kind).filter { field in
      !hidden.contains(field) && (field != .unit || !units.isEmpty)
        && (field != .solvedAtOnce || maySolve)
        && (namesTaker || field != .takerName && field != .takerRole)
    }
  }

  /// Goes on to all the other fields, now that it is known who takes it in.
  mutating func introduce() {
    isIntroducing = false
    focus = .channel
  }

  // MARK: - Keys

  /// Goes to the next field, or to the one before; from the last to the first.
  mutating func move(by step: Int) {
    let shown = shown
    let index = shown.firstIndex(of: focus) ?? 0
    focus = shown[(index + step + shown.count) % shown.count]
  }

  /// Goes to a field, if it is shown.
  mutating func move(to field: TakingField) {
    if shown.contains(field) { focus = field }
  }

  /// Takes a key for the field that has the focus.
  ///
  /// - Returns: Whether the key means something there.
  mutating func handle(_ key: Key) -> Bool {
    guard focus.isWritten else {
      guard let value = options(of: focus).value(for: key) else { return false }
      pick(value)
      return true
    }
    if case .character(let digit) = key, digit.isNumber, focus == .arrivedOn, isWholeDay {
      fields[focus]?.replaceAll(with: "")
    }
    let isTaken = fields[focus]?.handle(key) ?? false
    if isTaken { note() }
    return isTaken
  }

  /// Whether a whole day stands before the caret: a digit more begins another one.
  private var isWholeDay: Bool {
    guard let field = fields[.arrivedOn], field.caret == field.text.count else { return false }
    return CivilDay(iso: field.text) != nil
  }

  /// Takes pasted text.
  mutating func paste(_ text: String) {
    fields[focus]?.paste(text)
    note()
  }

  private mutating func note() {
    let text = fields[focus]?.text ?? ""
    details.words[focus] = text.isEmpty ? nil : text
  }

  private mutating func pick(_ value: Choice) {
    switch value {
    case .channel(let channel): details.channel = channel
    case .unit(let unit): details.unit = unit
    case .anonymous(let isAnonymous): details.isAnonymous = isAnonymous
    case .wantsAnswer(let wants): details.wantsAnswer = wants
    case .way(let way): details.way = way
    }
  }
}
