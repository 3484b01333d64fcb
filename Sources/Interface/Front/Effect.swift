public import Domain

/// What the front asks the world to do.
///
/// Data, so that tests can compare it.
public enum Effect: Hashable, Sendable {
  /// Read the first page of a queue, and the counts of the tabs.
  case loadQueue(Queue)
  /// Read the page that follows a row.
  case loadMore(Queue, after: MatterRow)
  /// Read the messages that were set aside.
  case loadAsides
  /// Find matters: the closest, or those that follow a hit.
  case search(SearchQuery, after: SearchHit?, limit: Int)
  /// Read a matter for a purpose.
  case loadMatter(MatterID, LoadPurpose)
  /// Read a page of the log of who has seen what: of a matter or, without one, of all that the
  /// person answers for; the newest lines, or those that follow one.
  case loadAccesses(of: MatterID?, after: Int64?, limit: Int)
  /// Read the other matters of the sender of one.
  case loadEarlier(MatterID, LoadPurpose)
  /// Read the next matter to triage (or the one given), and the units last chosen.
  case loadTriage(skipping: Set<MatterID>, only: MatterID?)
  /// Fill the templates of a kind for a matter.
  case loadTemplates(MatterID, TemplatePurpose)
  /// Carry out a command on a matter, given the number of events that the person has seen: what
  /// somebody else has done since is told first, and never overridden unseen.
  case perform(MatterCommand, on: MatterID, expecting: Int)
  /// Register what somebody takes in by hand.
  case takeDown(TakenByHand)
  /// Register a message that was set aside.
  case registerAside(Int64)
  /// Check the code that an anonymous sender gives.
  case checkCode(ReceiptCode, of: MatterID)
  /// Make this the first organisation of the database.
  case applyOrganisation(Organisation)
  /// Read what the person has begun to write.
  case loadDrafts
  /// Bring what has been begun to disk.
  case saveDrafts(DraftsToSave)
  /// Let the other sessions know that the person works in this one now.
  case beginSession
  /// Let the other sessions know what is being written in this one; nil when nothing is.
  case noteWriting(Presence?)
  /// Try again what could not be done while somebody else wrote.
  indirect case retry(Effect)
  /// Show a protected identity; the reason is logged.
  case openProtected(MatterID, reason: String)
  /// Become another of the demo's people.
  case switchPerson(PersonID)
  /// Read what has been changed for the person since they were last told.
  case loadOwnChanges
  /// Record that the person has seen what was changed for them, up to an event.
  case ownChangesSeen(upTo: Int64)
  /// Name, change or end a substitute.
  case substitute(SubstitutionCommand)
  /// Read the handbook.
  case loadHandbook
  /// Throw away keys that were typed ahead.
  case dropQueuedKeys
  /// Repaint everything.
  case redraw
  /// Suspend the program.
  case suspend
  /// Leave the program.
  case quit
}

/// Why a matter is read.
public enum LoadPurpose: Hashable, Sendable {
  /// To be shown on a screen of its own.
  case open
  /// To be shown beside the list.
  case preview
  /// Because another process has written.
  case refresh
  /// To go on with a text that was begun.
  case goOn(TextKind)
}

/// What a template is filled for.
public enum TemplatePurpose: Hashable, Sendable {
  /// An answer to the sender.
  case answer
  /// The official note.
  case officialNote
}

/// A template, filled for a matter.
public struct FilledTemplate: Hashable, Sendable {
  /// The template's code.
  public var id: String
  /// Its title.
  public var title: String
  /// The finished text, with marks where something must still be written.
  public var text: String

  /// Makes a filled template.
  public init(id: String, title: String, text: String) {
    self.id = id
    self.title = title
    self.text = text
  }
}

/// What somebody has changed for the person: keys, roles or units.
public struct OwnChange: Hashable, Sendable {
  /// The event in the record.
  public var event: Int64
  /// When.
  public var at: Instant
  /// Who.
  public var by: PersonID
  /// What, in sentences.
  public var sentences: [String]

  /// Makes a change.
  public init(event: Int64, at: Instant, by: PersonID, sentences: [String]) {
    self.event = event
    self.at = at
    self.by = by
    self.sentences = sentences
  }
}

/// A message that waits for the registrator, as the list shows it.
public struct AsideRow: Hashable, Sendable {
  /// The identity in the store.
  public var id: Int64
  /// The message.
  public var message: AsideMessage

  /// Makes a row.
  public init(id: Int64, message: AsideMessage) {
    self.id = id
    self.message = message
  }
}

/// A line of the log of who has seen what, as the list shows it.
public struct AccessRow: Hashable, Sendable {
  /// The line.
  public var entry: AccessEntry
  /// The number of its matter.
  public var reference: Reference?

  /// Makes a row.
  public init(entry: AccessEntry, reference: Reference?) {
    self.entry = entry
    self.reference = reference
  }
}

/// What came of an effect.
public enum Loaded: Hashable, Sendable {
  /// A page of a queue. `more` when it follows what is shown.
  case queue(Queue, [MatterRow], counts: [Queue: Int], more: Bool)
  /// The messages set aside.
  case asides([AsideRow])
  /// What a search found, or what follows one of its hits; `isComplete` when there is no more.
  case found(SearchQuery, [SearchHit], after: SearchHit?, isComplete: Bool)
  /// A matter; `earlier` is the number of others from the same sender.
  case matter(Matter, LoadPurpose, earlier: Int)
  /// A matter that cannot be read any more.
  case matterGone(MatterID)
  /// A page of the log, of a matter or of all, the newest lines or those that follow one;
  /// `isComplete` when there are no more.
  case accesses([AccessRow], of: MatterID?, after: Int64?, isComplete: Bool)
  /// The person may not read the log.
  case accessesRefused(Refusal)
  /// The other matters of the sender of one.
  case earlier([MatterRow], of: MatterID, LoadPurpose)
  /// The next matter to triage, or nil when there is none; how many wait; the units last chosen.
  case triage(Matter?, waiting: Int, recent: [UnitID])
  /// Filled templates.
  case templates([FilledTemplate], TemplatePurpose)
  /// A command was carried out.
  case performed(MatterCommand, Matter)
  /// A command was refused, on the matter as the person had seen it.
  case refused(MatterCommand, on: MatterID, expecting: Int, Refusal)
  /// Somebody else was first; the matter as it is now.
  case conflict(MatterCommand, Matter)
  /// What was taken in by hand, or had been set aside, has got its number, and an anonymous sender a code.
  case takenDown(Matter, code: ReceiptCode?)
  /// It was refused.
  case notTakenDown(Refusal)
  /// Whether a code was that of a matter.
  case codeChecked(MatterID, isRight: Bool)
  /// What the person has begun to write.
  case drafts(DraftsFound)
  /// It is on disk.
  case draftsSaved(DraftsSaved)
  /// It is not; the sentence says why.
  case draftsNotSaved(String)
  /// The session is known to the others; since when the person has had another one that runs.
  case sessionBegun(over: Instant?)
  /// What the other sessions mean for this one.
  case others(OtherSessions)
  /// A newer program has changed the database: this one can do no more with it than read.
  case programUpdated
  /// Somebody else is writing in the database; what was to be done.
  case busy(Effect)
  /// A matter with its protected identity, to be shown on its own screen only.
  case openedProtected(Matter)
  /// Something could not be done.
  case failed(String)
  /// What has been changed for the person, the oldest first.
  case ownChanges([OwnChange])
  /// A substitute was named, changed or ended; the rules and rights are those of now.
  case substituted(SubstitutionCommand, Rulebook, Actor)
  /// It was refused.
  case notSubstituted(Refusal)
  /// The handbook's text.
  case handbook(String)
  /// The first organisation is there, and the person has a place in it.
  case organised(Rulebook, Actor)
  /// The person changed.
  case person(Actor)
}
