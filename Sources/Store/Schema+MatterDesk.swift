extension Schema {
  /// The indexes of what is on desks know which unit an unsorted matter may concern: whose it is to
  /// see follows from that.
  static let matterDesk = """
    DROP INDEX matterDesk;
    DROP INDEX matterDeskUnit;
    DROP INDEX matterDeskHandler;
    CREATE INDEX matterDesk ON matter
      (desk, urgency, arrivedOn, id, status, unit, handler, isFresh, hasNewAddition, suggestedUnit)
      WHERE desk <> 'none';
    CREATE INDEX matterDeskUnit ON matter
      (unit, urgency, arrivedOn, id, desk, status, handler, isFresh, hasNewAddition, suggestedUnit)
      WHERE desk <> 'none';
    CREATE INDEX matterDeskHandler ON matter
      (handler, urgency, arrivedOn, id, desk, status, unit, isFresh, hasNewAddition, suggestedUnit)
      WHERE desk <> 'none';
    """
}
