extension Schema {
  /// The words of matters, and the index over them; filled by ``SearchTable/rebuild()``.
  ///
  /// The tokenizer keeps å, ä and ö, so that får is not far; `folded` is for those who write
  /// without them. Beginnings of two to four letters are kept apart, so that they are read as
  /// quickly as whole words: most words that are found in very many matters (skol-, barn-, inte)
  /// are so short, and without it each costs 10 to 35 ms among 100 000 matters, against a fourth
  /// more of index. No ranking is asked for, so no sizes of columns are kept.
  static let search = """
    CREATE TABLE searchText (
      matter INTEGER PRIMARY KEY NOT NULL,
      number TEXT NOT NULL,
      title TEXT NOT NULL,
      text TEXT NOT NULL,
      answer TEXT NOT NULL,
      note TEXT NOT NULL,
      sender TEXT NOT NULL,
      codes TEXT NOT NULL,
      folded TEXT NOT NULL,
      foldedSender TEXT NOT NULL
    ) STRICT;

    CREATE VIRTUAL TABLE search USING fts5 (
      number, title, text, answer, note, sender, codes, folded, foldedSender,
      content = 'searchText', content_rowid = 'matter',
      tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3 4', columnsize = 0
    );
    """
}
