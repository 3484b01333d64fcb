extension Schema {
  /// What was changed for people and they have not seen.
  static let unseenChange = """
    CREATE TABLE unseenChange (
      person TEXT NOT NULL,
      event INTEGER NOT NULL REFERENCES event,
      UNIQUE (person, event)
    ) STRICT;
    """
}
