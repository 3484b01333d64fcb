/// A draft that lies on disk.
public struct StoredDraft: Hashable, Sendable {
  /// Which one, and which of its versions.
  public var stamp: DraftStamp
  /// The draft.
  public var draft: Draft
  /// When it was saved.
  public var savedAt: Instant
  /// What has become of its matter since.
  public var standing: DraftStanding

  /// Makes it.
  public init(stamp: DraftStamp, draft: Draft, savedAt: Instant, standing: DraftStanding) {
    self.stamp = stamp
    self.draft = draft
    self.savedAt = savedAt
    self.standing = standing
  }
}

/// One version of a draft on disk: who writes over it says which one was seen.
public struct DraftStamp: Hashable, Sendable {
  /// The draft's number, never used again.
  public var id: Int64
  /// Counts the times it has been saved.
  public var version: Int

  /// Makes it.
  public init(id: Int64, version: Int) {
    self.id = id
    self.version = version
  }
}

/// What has become of a draft's matter since the draft was saved.
public enum DraftStanding: Hashable, Sendable {
  /// Nothing that concerns it.
  case unchanged
  /// Somebody else has taken a step; the latest.
  case changed(MatterEvent)
  /// The person may not read the matter any more.
  case unreachable
  /// The matter is not in the record any more: it came after the backup that was restored.
  case lost
}

/// The drafts of a person, as they lie on disk.
public struct DraftsFound: Hashable, Sendable {
  /// The drafts, the latest first.
  public var drafts: [StoredDraft]
  /// How many there are besides, that cannot be read here, as when a newer program has written them.
  public var unreadable: Int
  /// Where the file was put because it was damaged; nil when it was not.
  public var movedTo: String?

  /// Makes it.
  public init(drafts: [StoredDraft] = [], unreadable: Int = 0, movedTo: String? = nil) {
    self.drafts = drafts
    self.unreadable = unreadable
    self.movedTo = movedTo
  }
}

/// What is to be brought to disk.
public struct DraftsToSave: Hashable, Sendable {
  /// A draft that is new or has changed.
  public struct Change: Hashable, Sendable {
    /// The draft's number in this session.
    public var number: Int
    /// The draft.
    public var draft: Draft
    /// The version it was made from; nil when there is none on disk.
    public var over: DraftStamp?

    /// Makes it.
    public init(number: Int, draft: Draft, over: DraftStamp?) {
      self.number = number
      self.draft = draft
      self.over = over
    }
  }

  /// Drafts that are new or have changed.
  public var changes: [Change]
  /// Drafts that have become what they were to be, or were thrown away.
  public var removed: [DraftStamp]

  /// Makes it.
  public init(changes: [Change], removed: [DraftStamp]) {
    self.changes = changes
    self.removed = removed
  }
}

/// What has been brought to disk.
public struct DraftsSaved: Hashable, Sendable {
  /// What was asked for.
  public var work: DraftsToSave
  /// When.
  public var at: Instant
  /// Where each change lies now, by its number in this session.
  public var stamps: [Int: DraftStamp]
  /// Whether a draft had been changed in another window: both are kept.
  public var isParted: Bool

  /// Makes it.
  public init(work: DraftsToSave, at: Instant, stamps: [Int: DraftStamp], isParted: Bool) {
    self.work = work
    self.at = at
    self.stamps = stamps
    self.isParted = isParted
  }
}
