internal import Domain

extension Snippet {
  /// The most characters.
  static let length = 160
  /// The most characters before the first mark, so that it is seen on a narrow screen too.
  static let before = 24

  /// The best piece of some texts: where most of the terms stand, as close to what was typed as the
  /// hit is.
  ///
  /// - Parameters:
  ///   - texts: What may be shown, the best first.
  ///   - terms: What was searched.
  ///   - closest: The same, as far as the hit is known to hold it.
  init(of texts: [(source: Source, text: String)], terms: [TermPattern], closest: [TermPattern]) {
    // What makes a hit close may stand in the title or the number alone.
    for wanted in closest == terms ? [terms] : [closest, terms] {
      guard let best = Self.best(of: texts, wanted) else { continue }
      let places = terms.flatMap { $0.places(in: best.scanned) }
        .filter { $0.lowerBound >= best.start }.sorted { $0.lowerBound < $1.lowerBound }
      self.init(source: best.source, text: best.text, places: places)
      return
    }
    let first = texts.first { !$0.text.isEmpty }
    self.init(source: first?.source ?? .text, text: first?.text ?? "", places: [])
  }

  private typealias Best = (source: Source, text: String, scanned: ScannedText, start: Int)

  /// The text in which most terms stand, and where its piece begins; nil when none stands anywhere.
  private static func best(
    of texts: [(source: Source, text: String)], _ terms: [TermPattern]
  ) -> Best? {
    var best: Best?
    var most = 0
    for (source, text) in texts {
      let scanned = ScannedText(text)
      let found = terms.map { $0.places(in: scanned) }
      let count = found.count { !$0.isEmpty }
      if count > most {
        most = count
        best = (source, text, scanned, start(found))
      }
      if count == terms.count { break }
    }
    return best
  }

  /// From where most terms stand close together.
  private static func start(_ found: [[Range<Int>]]) -> Int {
    let all = found.enumerated().flatMap { term, places in places.map { (term: term, place: $0) } }
      .sorted { ($0.place.lowerBound, $0.term) < ($1.place.lowerBound, $1.term) }
    var start = 0
    var most = 0
    for index in all.indices {
      let end = all[index].place.lowerBound + length - before
      let near = all[index...].prefix { $0.place.upperBound <= end }
      let terms = Set(near.map(\.term)).count
      if terms > most { (start, most) = (index, terms) }
      if most == found.count { break }
    }
    return all.isEmpty ? 0 : all[start].place.lowerBound
  }

  /// Cuts a text so that its first place is near the beginning.
  ///
  /// - Parameters:
  ///   - source: Where the text stands.
  ///   - text: The whole text.
  ///   - places: What is marked, in bytes, in order.
  init(source: Source, text: String, places: [Range<Int>]) {
    let bytes = text.utf8
    var start = text.startIndex
    if let first = places.first {
      let mark = bytes.index(bytes.startIndex, offsetBy: first.lowerBound)
      let back = text.index(mark, offsetBy: -Self.before, limitedBy: text.startIndex)
      start = back ?? text.startIndex
      if back != nil {
        // Begins with a whole word.
        start = text[start..<mark].firstIndex(where: \.isWhitespace) ?? start
      }
    }
    var line = start > text.startIndex ? "…" : ""
    var marks: [Range<Int>] = []
    var rest = places[...]
    var offset = bytes.distance(from: bytes.startIndex, to: start)
    var count = 0
    var wasSpace = true
    for character in text[start...] {
      guard count < Self.length else {
        line += "…"
        break
      }
      while let next = rest.first, next.upperBound <= offset { rest = rest.dropFirst() }
      let isMarked = rest.first?.contains(offset) == true
      offset += character.utf8.count
      if character.isWhitespace {
        if wasSpace { continue }
        wasSpace = true
      } else {
        wasSpace = false
      }
      let begin = line.utf8.count
      line += character.isWhitespace ? " " : String(character)
      count += 1
      guard isMarked else { continue }
      if marks.last?.upperBound == begin {
        marks[marks.count - 1] = marks[marks.count - 1].lowerBound..<line.utf8.count
      } else {
        marks.append(begin..<line.utf8.count)
      }
    }
    self.init(source: source, text: line, marks: line.indices(ofBytes: marks))
  }
}

extension String {
  /// The same ranges as indices.
  func indices(ofBytes ranges: [Range<Int>]) -> [Range<String.Index>] {
    ranges.map { range in
      utf8.index(
        startIndex, offsetBy: range.lowerBound)..<utf8.index(startIndex, offsetBy: range.upperBound)
    }
  }
}
