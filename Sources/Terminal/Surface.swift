/// A screen, or a part of one, as a grid of cells: what a view draws and a test reads.
///
/// Drawing outside the grid has no effect. A wide character is never split: where half of one is
/// overwritten or cut off, the other half becomes a space.
public struct Surface: Sendable {
  /// The extent of the grid.
  public let size: Size
  /// Where the real cursor stands; nil hides it, and it stays where it was.
  ///
  /// Put it on the selected row or at the caret, so that screen readers and braille displays
  /// follow.
  public var cursor: Point?

  /// The cells, row by row.
  var cells: [PackedCell]
  /// The combining marks of those cells that have some.
  var combinations: [SIMD4<UInt32>] = []

  /// Makes an empty surface.
  public init(size: Size) {
    self.size = size
    cells = Array(repeating: .blank(.normal), count: size.columns * size.rows)
  }

  /// Returns the cell at a point; an empty one outside the grid.
  public subscript(point: Point) -> Cell {
    guard let index = index(of: point) else { return Cell() }
    let cell = cells[index]
    return Cell(character: character(of: cell), role: cell.role, width: cell.width)
  }

  /// Returns where a point lies in the list of cells.
  func index(of point: Point) -> Int? {
    guard point.row >= 0, point.row < size.rows, point.column >= 0, point.column < size.columns
    else { return nil }
    return point.row * size.columns + point.column
  }

  /// Returns the marks that combine in a cell.
  func marks(of cell: PackedCell) -> SIMD4<UInt32> {
    combinations.indices.contains(cell.combination - 1)
      ? combinations[cell.combination - 1] : .zero
  }

  /// Returns what a cell shows.
  func character(of cell: PackedCell) -> Character {
    guard cell.width > 0 else { return " " }
    var text = String.UnicodeScalarView()
    append(cell, to: &text)
    return String(text).first ?? " "
  }

  /// Appends the scalars of a cell to a text.
  func append(_ cell: PackedCell, to text: inout String.UnicodeScalarView) {
    guard let scalar = Unicode.Scalar(cell.scalar) else { return }
    text.append(scalar)
    guard cell.combination > 0 else { return }
    let marks = marks(of: cell)
    for index in 0..<4 where marks[index] != 0 {
      if let mark = Unicode.Scalar(marks[index]) { text.append(mark) }
    }
  }
}

extension Surface: Equatable {
  /// Whether two surfaces show the same and have their cursor in the same place.
  public static func == (left: Surface, right: Surface) -> Bool {
    guard left.size == right.size, left.cursor == right.cursor else { return false }
    if left.combinations == right.combinations { return left.cells == right.cells }
    return zip(left.cells, right.cells).allSatisfy { one, other in
      one.scalar == other.scalar && one.role == other.role && one.width == other.width
        && left.marks(of: one) == right.marks(of: other)
    }
  }
}
