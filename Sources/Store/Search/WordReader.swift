internal import Domain
internal import GRDB
internal import GRDBSQLite

/// A sum over words and where they stand, in any order.
struct WordSum: Hashable {
  private var sum: UInt64 = 0

  /// Adds one word at one place.
  mutating func add(
    _ word: UnsafeBufferPointer<UInt8>, column: Int, matter: MatterID, offset: Int
  ) {
    // FNV-1a, and the last step of SplitMix64 so that places do not cancel out.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash ^= UInt64(bitPattern: matter) &* 0x9E37_79B9_7F4A_7C15
    hash ^= UInt64(truncatingIfNeeded: offset &* 16 &+ column) &* 0xD1B5_4A32_D192_ED03
    hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
    sum &+= hash ^ (hash >> 31)
  }
}

/// Takes texts apart as the index does.
final class WordReader {
  private let tokenizer: any FTS5Tokenizer
  private(set) var sum = WordSum()
  private var column = 0
  private var matter: MatterID = 0
  private var offset = 0

  init(_ db: Database) throws {
    tokenizer = try db.makeTokenizer(.unicode61(diacritics: .keep))
  }

  /// Adds the words of one matter.
  func read(_ entry: SearchEntry, of matter: MatterID) throws {
    self.matter = matter
    for (column, text) in entry.values.enumerated() {
      self.column = column
      offset = 0
      var text = text
      let result = text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { characters in
          tokenizer.tokenize(
            context: Unmanaged.passUnretained(self).toOpaque(), tokenization: .document,
            pText: characters.baseAddress, nText: CInt(characters.count)
          ) { context, _, word, length, _, _ in
            guard let context, let word else { return SQLITE_OK }
            Unmanaged<WordReader>.fromOpaque(context).takeUnretainedValue().take(word, Int(length))
            return SQLITE_OK
          }
        }
      }
      guard result == SQLITE_OK else {
        throw DatabaseError(resultCode: ResultCode(rawValue: result))
      }
    }
  }

  private func take(_ word: UnsafePointer<CChar>, _ length: Int) {
    word.withMemoryRebound(to: UInt8.self, capacity: length) { bytes in
      sum.add(
        UnsafeBufferPointer(start: bytes, count: length), column: column, matter: matter,
        offset: offset)
    }
    offset += 1
  }
}
