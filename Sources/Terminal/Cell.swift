/// One place on a surface: what stands there and what it means.
public struct Cell: Sendable, Hashable {
  /// What is drawn; a space in the second half of a wide character.
  public var character: Character
  /// What it means.
  public var role: StyleRole
  /// The columns it takes: 1 or 2, or 0 for the second half of a wide character.
  public var width: Int

  /// Makes a cell.
  public init(character: Character = " ", role: StyleRole = .normal, width: Int = 1) {
    self.character = character
    self.role = role
    self.width = width
  }
}

/// A cell in eight bytes, as it is stored and handed to the C shim.
///
/// From the low end: 32 bits scalar, 8 bits role, 8 bits width, 16 bits number of a combination
/// (one more than its index in ``Surface``'s list, or zero when nothing combines).
struct PackedCell: Sendable, Hashable {
  /// The 64 bits.
  let bits: UInt64

  /// Packs a cell; a role is its raw value.
  @inline(__always)
  init(scalar: UInt32, role: StyleRole, width: Int, combination: Int = 0) {
    bits =
      UInt64(scalar) | UInt64(role.rawValue) << 32
      | UInt64(truncatingIfNeeded: width & 0xFF) << 40
      | UInt64(truncatingIfNeeded: combination) << 48
  }

  /// An empty cell.
  static func blank(_ role: StyleRole) -> PackedCell {
    PackedCell(scalar: 0x20, role: role, width: 1)
  }

  /// The spacing scalar.
  var scalar: UInt32 { UInt32(truncatingIfNeeded: bits) }
  /// What the cell means.
  var role: StyleRole { StyleRole(rawValue: UInt8(truncatingIfNeeded: bits >> 32)) ?? .normal }
  /// 0, 1 or 2 columns.
  var width: Int { Int(bits >> 40 & 0xFF) }
  /// Zero, or one more than the index of the combination.
  var combination: Int { Int(bits >> 48) }

  /// Returns the same cell in another role.
  @inline(__always)
  func with(role: StyleRole) -> PackedCell {
    PackedCell(scalar: scalar, role: role, width: width, combination: combination)
  }
}
