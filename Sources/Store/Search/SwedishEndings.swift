/// What libstemmer does not know of Swedish, in tables.
///
/// The tests hold every line of them to words from care, schools and streets.
enum SwedishEndings {
  /// An ending that is cut off.
  struct Ending {
    /// The letters.
    let text: [UInt8]
    /// How many of them stay.
    let keeps: Int
    /// The fewest letters that must be left.
    let leaves: Int
    /// The last bytes that the letter before may have; nil for any consonant.
    let after: [UInt8]?

    init(_ text: String, keeps: Int = 0, leaves: Int = 3, after: String? = nil) {
      self.text = Array(text.utf8)
      self.keeps = keeps
      self.leaves = leaves
      self.after = after.map { $0.unicodeScalars.compactMap { Array(String($0).utf8).last } }
    }
  }

  /// Endings that libstemmer 2.2 leaves, longest first.
  static let own: [Ending] = [
    // The definite forms: skolan, beslutet, barnena.
    Ending("enas"), Ending("ena"), Ending("ans"), Ending("an"), Ending("ets"), Ending("et"),
    // Definite forms of words in -el, -er and -or: cykeln, systern, datorns.
    Ending("elns", keeps: 2, leaves: 4), Ending("eln", keeps: 2, leaves: 4),
    Ending("erns", keeps: 2, leaves: 4), Ending("ern", keeps: 2, leaves: 4),
    Ending("orns", keeps: 2, leaves: 4), Ending("orn", keeps: 2, leaves: 4),
    // After a vowel: miljön, entréns.
    Ending("ets", after: "ée"), Ending("et", after: "ée"), Ending("ns", after: "éyiåöu"),
    Ending("n", after: "éyiåöu"),
    // Latin ones: gymnasiet and gymnasium.
    Ending("iets", keeps: 1, leaves: 5), Ending("iet", keeps: 1, leaves: 5),
    Ending("ium", keeps: 1, leaves: 5), Ending("iums", keeps: 1, leaves: 5),
    // Verbs and adjectives: städats, glömdes, hjälpte, avstängda, skrivit, kallt.
    Ending("ats", leaves: 4), Ending("des", leaves: 4, after: "lmnrvgj"),
    Ending("tes", leaves: 4, after: "pks"), Ending("da", leaves: 4, after: "lmnrvgj"),
    Ending("de", leaves: 4, after: "lmnrvgj"), Ending("ta", leaves: 4, after: "pks"),
    Ending("te", leaves: 4, after: "pks"), Ending("it", leaves: 4),
    Ending("d", leaves: 4, after: "lmnrvgj"), Ending("t", leaves: 4, after: "lmnrbpvgkj"),
  ].sorted { $0.text.count > $1.text.count }

  /// The endings that libstemmer cuts off in its first step.
  private static let library = [
    "a", "arna", "erna", "heterna", "orna", "ad", "e", "ade", "ande", "arne", "are", "aste", "en",
    "anden", "aren", "heten", "ern", "ar", "er", "heter", "or", "arnas", "ernas", "ornas", "es",
    "ades", "andes", "ens", "arens", "hetens", "erns", "at", "andet", "het", "ast", "as", "s",
    "ars", "ers", "ors", "hets", "heters", "heternas", "ares", "andets",
  ]

  /// Every ending that a word may be on its way to.
  static let all: [[UInt8]] =
    Array(Set(library.map { Array($0.utf8) } + own.map(\.text))).sorted {
      $0.count < $1.count
    }

  /// Parts that make other words, which libstemmer cuts off in its last step: farlig is not far.
  static let kept: [[UInt8]] = ["lig", "els", "ig"].map { Array($0.utf8) }

  /// Beginnings of words that look like endings and are none, or whose stems would be the
  /// beginnings of quite other words.
  static let whole: [[UInt8]] = [
    "annan", "arbet", "banan", "dator", "doktor", "faktor", "innan", "internet", "kontor",
    "lektor", "medan", "mellan", "monitor", "motor", "organ", "paket", "plats", "redan",
    "rektor", "rullator", "sedan", "sektor", "sommar", "staket", "traktor", "vegan",
  ].map { Array($0.utf8) }
}
