extension Surface {
  /// Writes one line of text and returns the columns it took.
  ///
  /// The text is clipped at the edge of the grid and to `width`; a wide character that does not
  /// fit as a whole is left out. Control characters, line feeds among them, are shown as marks in
  /// the role ``StyleRole/control``; see ``VisibleText``.
  ///
  /// - Parameters:
  ///   - text: What to write.
  ///   - point: Where it begins; to the left of the grid, only the part inside is drawn.
  ///   - role: What it means.
  ///   - width: The most columns to use, or nil for all up to the edge.
  /// - Returns: The columns from `point` that were written, those left of the grid included.
  @discardableResult
  public mutating func write(
    _ text: String, at point: Point, role: StyleRole = .normal, width: Int? = nil
  ) -> Int {
    var text = text
    return text.withUTF8 { write($0, at: point, role: role, width: width) }
  }

  /// Writes one line of text, such as one that ``TextWidth/wrap(_:columns:)`` returned.
  @discardableResult
  public mutating func write(
    _ text: Substring, at point: Point, role: StyleRole = .normal, width: Int? = nil
  ) -> Int {
    var text = text
    return text.withUTF8 { write($0, at: point, role: role, width: width) }
  }

  private mutating func write(
    _ bytes: UnsafeBufferPointer<UInt8>, at point: Point, role: StyleRole, width: Int?
  ) -> Int {
    guard point.row >= 0, point.row < size.rows else { return 0 }
    let toEdge = size.columns - point.column
    let limit = min(toEdge, width ?? toEdge)
    guard limit > 0 else { return 0 }
    var reader = GlyphReader(bytes)
    var used = 0
    while let glyph = reader.next() {
      let columns = glyph.width(at: used)
      let column = point.column + used
      switch glyph.kind {
      case .visible:
        guard used + columns <= limit else { return used }
        put(glyph, columns: columns, column: column, row: point.row, role: role)
      case .tab:
        let fitting = min(columns, limit - used)
        for offset in 0..<fitting {
          place(.blank(role), column: column + offset, row: point.row)
        }
        if fitting < columns { return limit }
      case .lineEnd, .mark:
        let fitting = min(columns, limit - used)
        for (offset, scalar) in glyph.spelling.prefix(fitting).enumerated() {
          let cell = PackedCell(scalar: scalar, role: .control, width: 1)
          place(cell, column: column + offset, row: point.row)
        }
        if fitting < columns { return limit }
      }
      used += columns
    }
    return used
  }

  @inline(__always)
  private mutating func put(
    _ glyph: Glyph, columns: Int, column: Int, row: Int, role: StyleRole
  ) {
    let combination = glyph.combining == .zero ? 0 : number(of: glyph.combining)
    if columns == 1 {
      let cell = PackedCell(
        scalar: glyph.scalar, role: role, width: 1, combination: combination)
      place(cell, column: column, row: row)
    } else if column < 0 {
      place(.blank(role), column: column + 1, row: row)
    } else {
      place(.blank(role), column: column, row: row)
      place(.blank(role), column: column + 1, row: row)
      let index = row * size.columns + column
      cells[index] = PackedCell(
        scalar: glyph.scalar, role: role, width: 2, combination: combination)
      cells[index + 1] = PackedCell(scalar: 0x20, role: role, width: 0)
    }
  }

  /// Puts a narrow cell into a row of the grid, and mends a wide character it cuts in two.
  @inline(__always)
  mutating func place(_ cell: PackedCell, column: Int, row: Int) {
    guard column >= 0, column < size.columns else { return }
    let index = row * size.columns + column
    let old = cells[index]
    if old.width != 1 { mend(old, at: index) }
    cells[index] = cell
  }

  /// Makes the other half of a wide character a space.
  private mutating func mend(_ half: PackedCell, at index: Int) {
    let other = half.width == 2 ? index + 1 : index - 1
    if cells.indices.contains(other) { cells[other] = .blank(cells[other].role) }
  }

  /// Returns the number under which a combination of marks is kept, or zero if there are too many.
  mutating func number(of marks: SIMD4<UInt32>) -> Int {
    if let index = combinations.firstIndex(of: marks) { return index + 1 }
    guard combinations.count < 0xFFFF else { return 0 }
    combinations.append(marks)
    return combinations.count
  }
}
