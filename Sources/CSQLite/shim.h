// What Swift cannot call: variadic functions of SQLite's.
#pragma once
#include <sqlite3.h>

// Whether the last connection to close moves the WAL into the database and removes it.
static inline void csqlite_keep_wal_at_close(sqlite3 *db, int keep) {
  sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, keep, (int *)0);
}
