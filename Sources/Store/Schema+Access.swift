extension Schema {
  /// The log of who has seen what, which nothing here changes or takes away, and who took a matter
  /// down.
  static let access = """
    CREATE TABLE access (
      id INTEGER PRIMARY KEY NOT NULL,
      at INTEGER NOT NULL,
      person TEXT NOT NULL,
      kind TEXT NOT NULL,
      matter INTEGER,
      words TEXT,
      hash BLOB NOT NULL
    ) STRICT;
    CREATE INDEX accessMatter ON access (matter, id);
    CREATE INDEX accessPerson ON access (person, id);
    CREATE INDEX accessAt ON access (at, id);
    CREATE TRIGGER accessStands BEFORE UPDATE ON access
      BEGIN SELECT RAISE(ABORT, 'access'); END;
    CREATE TRIGGER accessStays BEFORE DELETE ON access
      BEGIN SELECT RAISE(ABORT, 'access'); END;

    ALTER TABLE matter ADD COLUMN taker TEXT;
    UPDATE matter SET taker = (
      SELECT json_extract(facts, '$.by') FROM event
      WHERE event.matter = matter.id AND sequence = 1
        AND json_extract(facts, '$.facts.registered._0.source') IS NULL);
    CREATE INDEX matterDayTaker ON matter (taker, isOver, day, id) WHERE taker IS NOT NULL;
    """
}
