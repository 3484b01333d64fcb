internal import Domain

/// Forms of one word that no ending explains, in tables.
///
/// A line is one word. A star stands where longer words that begin so are the same word; without
/// it only the whole word is found, so that "byn" finds "by" and not "bygga". The tests hold every
/// line to words from care, schools and streets.
enum SwedishForms {
  /// Words by themselves.
  private static let alone = [
    // Too short for an ending: bron is not broms, and året not årsmöte.
    "bi biet* bin bina", "by byn byar*", "ek eken* ekar*", "fru frun fruar*", "is isen* isar*",
    "knä knät knäet* knän knäna*", "ko kon kor korna", "kö kön köer*", "sjö sjön sjöar*",
    "trä träet*", "tå tån tår tårna", "vy vyn vyer*", "å ån åar*", "år året* åren*", "ö ön öar*",
    // Adjectives.
    "blå blått blåa", "bred brett breda", "dyr dyrt dyra", "ful fult fula", "fin fint fina",
    "fri fritt fria", "glad glatt glada", "god gott goda", "grå grått gråa",
    "hög högt höga högre högst", "lång långt långa längre* längst*",
    "låg lågt låga lägre* lägst*", "ny nytt nya nyare nyast*", "ren rent rena", "röd rött röda",
    "sen sent sena senare senast*", "sned snett sneda", "stor stort stora större* störst*",
    "sur surt sura", "sämre* sämst*", "tung tungt tunga tyngre* tyngst*",
    "ung ungt unga yngre* yngst*", "vit vitt vita", "våt vått våta", "bättre* bäst*",
    // Verbs.
    "bryta* bryter bruten* brutit* bröt*", "falla faller fallit fallen föll*",
    "frysa* fryser frusen frusit frös*", "försvinna* försvinner försvunn* försvann*",
    "skriva* skriver skriven skrivit skrev*", "springa* springer sprungit sprang",
    "stjäl* stulen* stulit* stal", "åka* åker åkt*", "öka* ökar ökat ökade",
  ].map { Word($0) }

  /// Words that are the ends of longer words too, in which each has a star: seniorbostaden and
  /// seniorbostäder.
  private static let ends = [
    "afton* aftnar*", "bok boken* böcker*", "bokstav* bokstäver*", "bonde bonden* bönder*",
    "brand branden* bränder*", "bro bron broar*", "bror brodern* bröder*",
    "centrum* centret*", "dotter* döttrar*", "far fader* fäder*", "fot foten* fötter*",
    "gammal* gamla*", "gås gåsen* gäss*", "hand handen* händer*", "land landet* länder*",
    "ledamot* ledamöter*", "lus lusen* löss*", "man mannen* män männen*",
    "mor moder mödrar*", "morgon* morgnar*", "mus musen* möss*",
    "museum* museet* museer* musei*", "natt natten* nätter*", "nummer* numret* numren*",
    "rot roten* rötter*", "sko skon skor skorna*", "sommar* somrar*",
    "son sonen* söner*", "stad staden* städer*", "strand stranden* stränder*",
    "tand tanden* tänder*", "öga ögat* ögon*", "öra örat* öron*",
  ].map { Word($0) }

  /// What is done, and to do it: anmälningar is anmälan, and plogning is plogat.
  private static let deed = Word("ning* a*")

  /// The fewest letters before the end of a deed: tidning is no deed.
  private static let leastLead = 4

  /// The forms of the words that a typed word is, or is on its way to.
  ///
  /// - Parameters:
  ///   - typed: Letters in lower case and NFC.
  ///   - stem: The length of its stem, in bytes.
  /// - Returns: The forms; what is typed may be among them.
  static func all(of typed: String, stem: Int) -> [WordForm] {
    let bytes = Array(typed.utf8)
    let isPlain = bytes.allSatisfy { $0 < 0x80 }
    let starts = bytes.indices.filter { !bytes[$0].isContinuation }
    var found: [WordForm] = []
    // One letter before is too little to tell a longer word from a quite other one.
    for (letters, start) in starts.enumerated() where letters != 1 {
      let rest = bytes[start...]
      let lead = String(decoding: bytes[..<start], as: UTF8.self)
      if letters >= leastLead, rest.first == 0x6E, !bytes[start - 1].isVowel,
        deed.isBegun(by: rest, stem: stem - start, isPlain: false, isEnd: true)
      {
        found += deed.forms(isPlain: false, after: lead)
      }
      guard starts.count - letters > 1 else { continue }
      for word in letters == 0 ? alone + ends : ends
      where word.isBegun(by: rest, stem: stem - start, isPlain: isPlain, isEnd: letters > 0) {
        found += word.forms(isPlain: isPlain, after: lead)
      }
    }
    return found
  }

  /// A line of the tables.
  private struct Word {
    private let marked: [(form: WordForm, bytes: [UInt8])]
    /// The same without marks, as who types without them means it.
    private let plain: [(form: WordForm, bytes: [UInt8])]

    init(_ line: String) {
      let forms = line.split(separator: " ").map { form in
        WordForm(text: String(form.prefix { $0 != "*" }), isWhole: form.last != "*")
      }
      marked = forms.map { ($0, Array($0.text.utf8)) }
      // "an" is no "ån", since "a" is another word.
      let hasLetter = forms.contains { $0.text.count == 1 }
      plain =
        hasLetter
        ? []
        : forms.map { WordForm(text: $0.text.foldedLatin, isWhole: $0.isWhole) }
          .map { ($0, Array($0.text.utf8)) }
    }

    /// Whether letters are one of the forms, the beginning of one, or one with an ending.
    func isBegun(by letters: ArraySlice<UInt8>, stem: Int, isPlain: Bool, isEnd: Bool) -> Bool {
      (isPlain ? plain : marked).contains { form, bytes in
        guard letters.starts(with: bytes.prefix(letters.count)) else { return false }
        let ending = letters.dropFirst(bytes.count)
        if ending.isEmpty || ending.elementsEqual([0x73]) { return true }
        return (isEnd || !form.isWhole)
          && (stem <= bytes.count || Self.plural.starts(with: ending))
      }
    }

    /// The forms, as they are searched after the beginning of a longer word.
    func forms(isPlain: Bool, after lead: String) -> [WordForm] {
      (isPlain ? plain : marked).map { form, _ in
        WordForm(text: lead + form.text, isWhole: lead.isEmpty && form.isWhole)
      }
    }

    /// The longest ending of a plural.
    private static let plural = Array("nas".utf8)
  }
}
