internal import Domain

extension Snippet {
  /// The most characters.
  static let length = 160
  /// The most characters before the first mark, so that it is seen on a narrow screen too.
  static let before = 24

  /// The best piece of some texts: where most of the terms stand.
  ///
  /// - Parameters:
  ///   - texts: What may be shown, the best first.
  ///   - terms: What was searched.
  init(of texts: [(source: Source, text: String)], terms: [TermPattern]) {
    var best: (source: Source, text: String, places: [Range<Int>], count: Int)?
    for (source, text) in texts {
      let scanned = ScannedText(text)
      let found = terms.map { $0.places(in: scanned) }
      let count = found.count { !$0.isEmpty }
      if count > best?.count ?? 0 {
        best = (source, text, Self.around(found), count)
      }
      if count == terms.count { break }
    }
    if let best {
      self.init(source: best.source, text: best.text, places: best.places)
    } else {
      let first = texts.first { !$0.text.isEmpty }
      self.init(source: first?.source ?? .text, text: first?.text ?? "", places: [])
    }
  }

  /// All places from where most terms stand close together, in order.
  private static func around(_ found: [[Range<Int>]]) -> [Range<Int>] {
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
    return all[start...].map(\.place)
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
