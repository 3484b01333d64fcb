public import Domain
internal import GRDB

extension Store {
  /// Adds files to a matter, such as the scan of a letter: the bytes and the event, in one
  /// transaction.
  ///
  /// - Parameters:
  ///   - files: The files.
  ///   - id: The matter.
  ///   - asking: Who adds them, and when.
  /// - Returns: The matter as it is afterwards.
  /// - Throws: `.noSuchMatter`, also when the person may not read it; `.refused` when the rules say
  ///   no; otherwise like every write. Nothing is written then.
  public func attach(
    _ files: [IncomingFile], to id: MatterID, asking: Asking
  ) throws(StoreError) -> Matter {
    let attachments = files.map { Attachment($0) }
    return try writing { db in
      guard let old = try EventLog(db: db).matter(id) else { throw StoreError.noSuchMatter }
      let asking = try current(asking, in: db)
      // Whether the person may read it is the first that is decided.
      let event = try old.attach(attachments, asking: asking)
      try Self.keep(files, as: attachments, in: db)
      return try Self.record([event], on: old, in: db).seen(after: asking.actor)
    }
  }
}
