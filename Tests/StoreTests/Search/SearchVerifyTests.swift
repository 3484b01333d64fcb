import Domain
import FoundationEssentials
import GRDB
import Testing

@testable import Store

@Suite struct SearchVerifyTests {
  let specimen: Specimen

  init() throws {
    specimen = try Specimen()
  }

  private static let columns = SearchEntry.columns.joined(separator: ", ")

  /// What hides a matter from searches, or finds it by words that it does not have.
  @Test(arguments: [
    "INSERT INTO search (search) VALUES ('delete-all')",
    "INSERT INTO search (rowid, text) VALUES (99, 'påhitt')",
    "INSERT INTO search (rowid, text) VALUES (1, 'påhitt')",
    "INSERT INTO search (rowid, text) VALUES (1, 'å')",
    """
    INSERT INTO search (search, rowid, \(columns)) SELECT 'delete', matter, \(columns)
    FROM searchText WHERE matter = 2
    """,
    "DELETE FROM search_data WHERE id > 10",
    "DELETE FROM search_data WHERE id = 10",
    "UPDATE search_data SET block = x'00' WHERE id > 10",
  ])
  func aChangedIndexIsFound(sql: String) throws {
    let faults = try specimen.spoiled { db in try db.execute(sql: sql) }
    #expect(faults.map(\.table) == ["search"])
    #expect(faults.allSatisfy { $0.row == nil })
  }

  /// The word moves with its index, so only the events tell.
  @Test func wordsThatAreNotThoseOfTheEventsAreFound() throws {
    let faults = try specimen.spoiled { db in
      try db.execute(
        sql: """
          INSERT INTO search (search, rowid, \(Self.columns)) SELECT 'delete', matter, \(Self.columns)
          FROM searchText WHERE matter = 2;
          UPDATE searchText SET text = 'Något annat' WHERE matter = 2;
          INSERT INTO search (rowid, \(Self.columns)) SELECT matter, \(Self.columns)
          FROM searchText WHERE matter = 2
          """)
    }
    #expect(
      faults.map(\.sentence) == [
        "searchText 2: kolumnen text stämmer inte med händelserna.",
        "search: registret stämmer inte med orden i searchText.",
      ])
  }

  /// Whatever stands in its pages, the check ends, and what it finds is in the index.
  @Test func noByteOfTheIndexEndsTheCheck() throws {
    var random = Pseudorandom(seed: 1)
    for _ in 0..<200 {
      let faults = try specimen.spoiled { db in
        let rows = try Row.fetchAll(db, sql: "SELECT id, block FROM search_data")
        let row = random.pick(rows)
        var block = row[1] as Data
        block[Int.random(in: 0..<block.count, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
        try db.execute(
          sql: "UPDATE search_data SET block = ? WHERE id = ?",
          arguments: [block, row[0] as Int64])
      }
      #expect(Set(faults.map(\.table)).isSubset(of: ["search"]), "\(faults)")
    }
  }
}
