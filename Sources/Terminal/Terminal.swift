internal import CTerm
internal import Glibc

/// The terminal the program runs in: events come in, surfaces go out.
///
/// There is one at a time, and it belongs to the main thread. Another thread that has something to
/// tell calls ``wake()`` only.
///
/// ```swift
/// let terminal = try Terminal()
/// defer { terminal.restore() }
/// terminal.paint(view(state, terminal.size))
/// for event in terminal.events(timeoutMilliseconds: 1000) { update(&state, event) }
/// ```
public final class Terminal {
  /// The type from `TERM` that is not installed here, when another had to stand in for it.
  public let unknownType: String?
  /// Whether roles differ by bold, underline and reverse only.
  public let isMonochrome: Bool

  /// Bytes on their way to become events.
  var decoder: InputDecoder
  /// When the last byte came, for what has begun and not ended.
  var lastInput: Int64 = 0
  /// Whether there may be more keys than the last call returned.
  var hasMoreInput = false
  /// How often input was announced and none came: a closed line looks like that.
  var emptyReads = 0
  /// Whether the terminal is gone.
  var isGone = false
  /// What is to be told at the next call.
  var announced: [TerminalEvent] = []
  /// Where the cursor stood last.
  private var parked = Point(column: 0, row: 0)

  /// Opens the terminal on standard input and output.
  ///
  /// Signals (WINCH, HUP, TERM, INT, TSTP, CONT) are taken over until ``restore()`` and come as
  /// events. The terminal is also given back at exit and when the program crashes.
  ///
  /// - Parameter options: The terminal's type, and whether to use colours.
  /// - Throws: ``TerminalError``, when there is no terminal, or not one that will do.
  public convenience init(
    options: TerminalOptions = .fromEnvironment
  ) throws(TerminalError) {
    try self.init(
      options: options, input: STDIN_FILENO, output: STDOUT_FILENO, attach: true)
  }

  /// Opens a terminal on descriptors; without `attach` they may be `/dev/null`, for tests.
  init(
    options: TerminalOptions, input: Int32, output: Int32, attach: Bool
  ) throws(TerminalError) {
    guard !options.type.isEmpty else { throw .noType }
    let colour = !options.isMonochrome
    var result = ct_open(options.type, input, output, attach, colour)
    var isSubstituted = false
    if Int(result) == CT_UNKNOWN_TYPE {
      isSubstituted = true
      result = ct_open(options.substitute, input, output, attach, colour)
    }
    switch Int(result) {
    case CT_OPENED: break
    case CT_NOT_A_TERMINAL: throw .notATerminal
    case CT_UNKNOWN_TYPE: throw .unknownType(options.type)
    case CT_TOO_SIMPLE: throw .tooSimple(options.type)
    case CT_ALREADY_OPEN: throw .alreadyOpen
    default: throw .system
    }
    unknownType = isSubstituted ? options.type : nil
    let colors = Int(ct_colours())
    isMonochrome = colors < 8
    decoder = InputDecoder(isLatin1: !ct_is_utf8())
    apply(Theme(palette: Theme.Palette(colors: colors)))
    for (sequence, code) in KeyCode.sequences { ct_bind(sequence, code) }
    for (name, code) in KeyCode.capabilities { ct_bind_capability(name, code) }
  }

  deinit {
    ct_close()
  }

  /// The present size of the window.
  public var size: Size {
    var rows: Int32 = 0
    var columns: Int32 = 0
    ct_size(&rows, &columns)
    return Size(columns: Int(columns), rows: Int(rows))
  }

  /// Shows a surface: what differs from the screen is sent, and nothing if nothing does.
  ///
  /// A surface larger than the window is cut off, a smaller one leaves the rest empty. The cursor
  /// goes where the surface has it; without one it is hidden and stays, for braille displays read
  /// from where it is.
  ///
  /// - Complexity: O(*cells*), well below a millisecond for 200 by 60.
  public func paint(_ surface: Surface) {
    guard !isGone else { return }
    surface.cells.withUnsafeBytes { cells in
      surface.combinations.withUnsafeBytes { marks in
        ct_paint(
          cells.bindMemory(to: UInt64.self).baseAddress,
          Int32(surface.size.rows), Int32(surface.size.columns),
          marks.bindMemory(to: UInt32.self).baseAddress, Int32(surface.combinations.count))
      }
    }
    if let cursor = surface.cursor { parked = cursor }
    ct_show(Int32(parked.row), Int32(parked.column), surface.cursor != nil)
  }

  /// Sends the whole screen again, as Ctrl-L does when something else has written on it.
  public func redraw() {
    if !isGone { ct_redraw() }
  }

  /// Gives the terminal back as it was found, and the signals with it.
  ///
  /// May be called any number of times; nothing is painted afterwards. A line that has been closed
  /// is left alone.
  public func restore() {
    ct_restore()
  }

  private func apply(_ theme: Theme) {
    for role in StyleRole.allCases {
      let style = theme.style(of: role)
      ct_style(
        Int32(role.rawValue), style.attributes.rawValue,
        style.foreground.rawValue, style.background.rawValue)
    }
  }

  /// Returns a row of the screen as ncurses has it, for tests.
  func row(_ row: Int) -> String {
    var bytes = [CChar](repeating: 0, count: 4096)
    let count = ct_row_text(Int32(row), &bytes, Int32(bytes.count))
    return String(decoding: bytes.prefix(Int(count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

@available(*, unavailable)
extension Terminal: Sendable {}
