/// A part of a mail: the whole message, a multipart with its children, or a leaf.
struct MailPart {
  /// The headers.
  let headers: MailHeaders
  /// "text/plain" and so on, in lower case.
  let mediaType: String
  /// The parameters of the Content-Type.
  let parameters: [String: String]
  /// "attachment", "inline" or nil.
  let disposition: String?
  /// The name it was sent under.
  let fileName: String?
  /// Where the content lies in the message, still encoded for transfer.
  let content: Range<Int>
  /// The parts of a multipart; empty for a leaf.
  let children: [MailPart]

  /// Whether this is a multipart.
  var isMultipart: Bool { !children.isEmpty }

  /// The Content-ID without angle brackets.
  var contentID: String? {
    headers.text("content-id").map { String($0.drop { $0 == "<" }.prefix { $0 != ">" }) }
  }
}

/// Takes a message apart.
///
/// This is our own rather than GMime's parser, because it is bounded: 50 levels, 500 parts, and
/// time in proportion to the message (see `CGMime.h`).
struct MailStructure {
  /// The levels of parts within parts that are read.
  static let maximumDepth = 50
  /// The parts that are read.
  static let maximumParts = 500
  /// The lines beginning with two dashes, each of which may be a boundary.
  static let maximumDashes = 200_000

  /// The message.
  let bytes: [UInt8]
  /// The whole message as a part.
  private(set) var root: MailPart
  /// Whether a multipart lacks its end, so that the message is cut off.
  private(set) var isCutOff: Bool

  /// Takes the message apart that starts at `start`.
  init(_ bytes: [UInt8], from start: Int) throws(IntakeRefusal) {
    var splitter = try MailSplitter(bytes, from: start)
    self.bytes = bytes
    root = try splitter.part(in: start..<bytes.count, depth: 0, default: "text/plain")
    isCutOff = splitter.isCutOff
  }
}

/// Splits a message into parts at its boundaries.
private struct MailSplitter {
  let bytes: [UInt8]
  /// The starts of lines that begin with two dashes, in order: only there can a boundary be.
  let dashes: [Int]
  var count = 0
  var isCutOff = false

  init(_ bytes: [UInt8], from start: Int) throws(IntakeRefusal) {
    self.bytes = bytes
    var dashes: [Int] = []
    bytes.withUnsafeBufferPointer { bytes in
      var index = start
      while index + 1 < bytes.count {
        let isLineStart = index == start || bytes[index - 1] == 0x0A
        if isLineStart, bytes[index] == 0x2D, bytes[index + 1] == 0x2D { dashes.append(index) }
        index += 1
      }
    }
    guard dashes.count <= MailStructure.maximumDashes else { throw .abnormalMail }
    self.dashes = dashes
  }

  mutating func part(
    in range: Range<Int>, depth: Int, default defaultType: String
  ) throws(IntakeRefusal) -> MailPart {
    count += 1
    guard depth <= MailStructure.maximumDepth, count <= MailStructure.maximumParts else {
      throw .abnormalMail
    }
    let headers = try MailHeaders(bytes, in: range)
    let content = headers.end..<range.upperBound
    let named = headers.first("content-type").flatMap(HeaderValue.contentType)
    let disposition = headers.first("content-disposition").flatMap(HeaderValue.disposition)
    let type = named?.word ?? (headers.first("content-type") == nil ? defaultType : "text/plain")
    var children: [MailPart] = []
    if type.hasPrefix("multipart/"), let boundary = named?.parameters["boundary"] {
      let inner = type == "multipart/digest" ? "message/rfc822" : "text/plain"
      for range in ranges(in: content, boundary: boundary) {
        children.append(try part(in: range, depth: depth + 1, default: inner))
      }
    }
    return MailPart(
      headers: headers,
      // Without a single boundary there is nothing but text.
      mediaType: type.hasPrefix("multipart/") && children.isEmpty ? "text/plain" : type,
      parameters: named?.parameters ?? [:], disposition: disposition?.word,
      fileName: disposition?.parameters["filename"] ?? named?.parameters["name"],
      content: content, children: children)
  }

  /// The ranges between the boundary lines of a multipart.
  private mutating func ranges(in content: Range<Int>, boundary: String) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    let mark = Array("--\(boundary)".utf8)
    var start: Int?
    var index = dashes.partitioningIndex { $0 >= content.lowerBound }
    while index < dashes.count, dashes[index] < content.upperBound {
      let place = dashes[index]
      index += 1
      guard let (isLast, next) = boundaryLine(at: place, mark: mark, end: content.upperBound) else {
        continue
      }
      if let start { ranges.append(start..<max(start, endOfPart(before: place))) }
      start = isLast ? nil : next
      if isLast { return ranges }
    }
    if let start {
      isCutOff = true
      ranges.append(start..<content.upperBound)
    }
    return ranges
  }

  /// Reads a boundary line; nil when the line at `place` is none.
  private func boundaryLine(
    at place: Int, mark: [UInt8], end: Int
  ) -> (isLast: Bool, next: Int)? {
    guard bytes[place..<end].starts(with: mark) else { return nil }
    var index = place + mark.count
    let isLast = bytes[index..<end].starts(with: "--".utf8)
    if isLast { index += 2 }
    while index < end, bytes[index].isBlank || bytes[index] == 0x0D { index += 1 }
    guard index == end || bytes[index] == 0x0A else { return nil }
    return (isLast, min(index + 1, end))
  }

  /// The end of a part's content: the line end before a boundary belongs to the boundary.
  private func endOfPart(before place: Int) -> Int {
    var end = place
    if end > 0, bytes[end - 1] == 0x0A { end -= 1 }
    if end > 0, bytes[end - 1] == 0x0D { end -= 1 }
    return end
  }
}

extension [Int] {
  /// The first index whose element satisfies `predicate`, in an array where such elements are last.
  fileprivate func partitioningIndex(where predicate: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if predicate(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
