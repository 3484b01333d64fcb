internal import CSQLite
internal import GRDB

/// What becomes of the WAL when a connection that is the last one closes.
///
/// SQLite moves it into the database and removes it, what it cannot read in it too. So whoever has
/// not seen yet that the record is whole keeps it: a look never changes what may have to be saved.
/// https://www.sqlite.org/c3ref/c_dbconfig_defensive.html#sqlitedbconfignockptonclose
enum WALAtClose {
  /// Leaves it as it lies.
  static func keep(_ db: Database) { csqlite_keep_wal_at_close(db.sqliteConnection, 1) }

  /// Leaves it as it lies.
  static func keep(_ queue: DatabaseQueue) { queue.writeWithoutTransaction { db in keep(db) } }

  /// Lets it be moved into the database, because the record has been found to be whole.
  static func merge(_ queue: DatabaseQueue) {
    queue.writeWithoutTransaction { db in csqlite_keep_wal_at_close(db.sqliteConnection, 0) }
  }
}
