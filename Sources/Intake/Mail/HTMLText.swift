import CXML

/// The readable text of HTML: what a person sees, in paragraphs, without markup.
enum HTMLText {
  /// Reads HTML, however broken it is.
  ///
  /// Blocks and `br` end lines, paragraphs have a blank line between them, list items begin with
  /// "- " or a number, quoted blocks with "> ", links are their text, and a no-break space is a
  /// space. Scripts, styles and what is hidden is left out.
  static func readable(_ html: String) throws(IntakeRefusal) -> String {
    var reader = HTMLReader()
    var html = html
    let result = withUnsafeMutablePointer(to: &reader) { reader in
      html.withUTF8 { bytes in
        guard let start = UnsafeRawPointer(bytes.baseAddress) else {
          return cxml_result(outcome: CXML_READ, line: 0)
        }
        return cxml_read_html(
          start.assumingMemoryBound(to: CChar.self), bytes.count, HTMLReader.visit, reader)
      }
    }
    switch result.outcome {
    case CXML_READ: return reader.page.text
    case CXML_STOPPED: throw .textTooLong
    default: throw .abnormalHTML
    }
  }

  /// The character set that the HTML itself names in its first bytes.
  static func charset(_ html: [UInt8]) -> String? {
    let head = String(decoding: html.prefix(2_000).map(\.lowercased), as: UTF8.self)
    guard let range = head.firstRange(of: "charset=") else { return nil }
    let name = head[range.upperBound...].drop { $0 == "\"" || $0 == "'" || $0 == " " }
    return String(name.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
  }
}

/// Follows the events of HTML and writes the page.
private struct HTMLReader {
  var page = PlainPage()
  private var open: [Element] = []
  /// The element that has begun, while its attributes come.
  private var opening: Element?

  /// An element that is open.
  private struct Element {
    var name: String
    var isHidden = false
    var isPreformatted = false
    /// Whether it is a paragraph without margins, as Outlook writes them.
    var isTight = false
    /// The number of the last item, in a numbered list.
    var item: Int?
    var hasCells = false
  }

  static let visit: cxml_visitor = { context, kind, name, value in
    guard let reader = context?.assumingMemoryBound(to: HTMLReader.self) else { return false }
    return reader.pointee.take(kind, name: name, value: value)
  }

  private static let blocks: Set<String> = [
    "address", "article", "aside", "caption", "center", "dd", "details", "dir", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "header", "legend", "li", "main", "menu",
    "nav", "ol", "option", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
  ]
  private static let spaced: Set<String> = [
    "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "p", "pre",
  ]
  private static let unseen: Set<String> = [
    "audio", "canvas", "embed", "iframe", "noscript", "object", "script", "style", "svg",
    "template", "title", "video",
  ]
  private static let lists: Set<String> = ["ol", "ul", "menu", "dir"]

  /// Takes an event; false when the page has grown too long.
  mutating func take(_ kind: cxml_kind, name: cxml_text, value: cxml_text) -> Bool {
    if kind == CXML_ATTRIBUTE {
      takeAttribute(name.string.lowercased(), value.string.lowercased())
      return true
    }
    finishOpening()
    switch kind {
    case CXML_START: opening = Element(name: name.string.lowercased())
    case CXML_END: close()
    default:
      if open.last?.isHidden != true {
        page.write(value.string, isPreformatted: open.last?.isPreformatted == true)
      }
    }
    return page.isWithinLimit
  }

  private mutating func takeAttribute(_ name: String, _ value: String) {
    switch name {
    case "hidden":
      opening?.isHidden = true
    case "style":
      let style = value.filter { !$0.isWhitespace }
      let hiding = ["display:none", "visibility:hidden", "mso-hide:all"]
      if hiding.contains(where: style.contains) { opening?.isHidden = true }
      if style.contains("white-space:pre") { opening?.isPreformatted = true }
      if style.contains("margin:0") { opening?.isTight = true }
    case "class":
      if value.hasPrefix("mso") { opening?.isTight = true }
    case "start":
      if opening?.name == "ol", let first = Int(value) { opening?.item = first &- 1 }
    default: break
    }
  }

  /// Opens the element whose attributes are all known.
  private mutating func finishOpening() {
    guard var element = opening else { return }
    opening = nil
    if let parent = open.last {
      element.isHidden = element.isHidden || parent.isHidden
      element.isPreformatted = element.isPreformatted || parent.isPreformatted
    }
    if Self.unseen.contains(element.name) { element.isHidden = true }
    if element.name == "pre" || element.name == "textarea" { element.isPreformatted = true }
    if element.name == "ol", element.item == nil { element.item = 0 }
    if !element.isHidden { begin(element) }
    open.append(element)
  }

  private mutating func begin(_ element: Element) {
    breakLine(at: element)
    switch element.name {
    case "br": page.endLine()
    case "blockquote": page.quoteDepth += 1
    case "li":
      let list = open.lastIndex { Self.lists.contains($0.name) }
      var mark = "- "
      if let list, let last = open[list].item {
        open[list].item = last &+ 1
        mark = "\(last &+ 1). "
      }
      let depth = open.count { Self.lists.contains($0.name) }
      page.beginItem(String(repeating: "  ", count: max(0, min(depth, 20) - 1)) + mark)
    case "td", "th":
      if let row = open.lastIndex(where: { $0.name == "tr" }) {
        if open[row].hasCells { page.space() }
        open[row].hasCells = true
      }
    default: break
    }
  }

  private mutating func close() {
    guard let element = open.popLast(), !element.isHidden else { return }
    if element.name == "blockquote" { page.quoteDepth -= 1 }
    breakLine(at: element)
  }

  /// Asks for the line ends that an element has before and after it.
  private mutating func breakLine(at element: Element) {
    if Self.spaced.contains(element.name) {
      page.breakLine(element.isTight ? 1 : 2)
    } else if Self.lists.contains(element.name) {
      page.breakLine(open.contains { Self.lists.contains($0.name) } ? 1 : 2)
    } else if Self.blocks.contains(element.name) {
      page.breakLine(1)
    }
  }
}
