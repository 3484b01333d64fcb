import Configuration
import Domain

/// A generator that gives the same numbers each time (SplitMix64).
struct Pseudorandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: Int) {
    state = UInt64(bitPattern: Int64(seed)) &* 0x9E37_79B9_7F4A_7C15
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &self)]
  }
}

/// What people write: the sentences of the demo's matters in new company, with words of their own.
struct MadeUpText {
  private let sentences: [String]
  private let titles: [String]
  private let answers: [String]

  /// Reads the demo's matters.
  ///
  /// - Throws: `ConfigurationError` when they cannot be read.
  init() throws {
    let name = "demo/matters.yaml"
    let matters = try DemoFile.read(EmbeddedFile.bytes(name) ?? [], name: name)
    sentences = matters.flatMap { matter in
      matter.text.split(separator: "\n").joined(separator: " ").split(separator: ".").compactMap {
        let words = $0.split(separator: " ").joined(separator: " ")
        return words.utf8.count > 20 ? words + ". " : nil
      }
    }
    titles = matters.compactMap(\.title)
    answers = matters.compactMap(\.answer)
  }

  /// A synpunkt of 300 to 3 000 characters.
  func synpunkt(_ random: inout Pseudorandom) -> String {
    let length = Int.random(in: 300...2_800, using: &random)
    var text = "Det gäller \(compound(&random)) vid \(street(&random)). "
    while text.utf8.count < length { text += random.pick(sentences) }
    return text + "Se \(compound(&random)) och \(compound(&random))."
  }

  func title(_ random: inout Pseudorandom) -> String { random.pick(titles) }

  func answer(_ random: inout Pseudorandom) -> String { random.pick(answers) }

  func name(_ random: inout Pseudorandom) -> (first: String, last: String) {
    (
      random.pick(["Anna", "Bo", "Cecilia", "David", "Eva", "Farid", "Gun", "Hans", "Ida", "Jan"]),
      random.pick(["Exempel", "Prov", "Demosson", "Testberg", "Fingersson"]) + random.pick(ends)
    )
  }

  /// One of 1 600 words such as "larmschema".
  private func compound(_ random: inout Pseudorandom) -> String {
    random.pick(starts) + random.pick(ends)
  }

  private func street(_ random: inout Pseudorandom) -> String {
    "Nya " + random.pick(starts) + random.pick(["vägen", "gatan", "stigen", "gränd"])
      + " \(Int.random(in: 1...90, using: &random))"
  }

  private let starts = [
    "hemtjänst", "larm", "buss", "skol", "park", "mat", "städ", "dusch", "vinter", "gång",
    "cykel", "sop", "natt", "helg", "besöks", "nyckel", "rullstols", "läkar", "medicin", "tvätt",
    "trapp", "hiss", "förskole", "lek", "bade", "biblioteks", "avgifts", "boende", "lärar", "rast",
    "promenad", "sjuk", "färd", "tolk", "kontakt", "fritids", "musik", "idrotts", "vatten", "väg",
  ]
  private let ends = [
    "schema", "personal", "tider", "plan", "möte", "rutin", "bokning", "dörr", "lista", "kort",
    "ansvar", "lokal", "hjälp", "stöd", "plats", "telefon", "grupp", "avtal", "beslut", "lampa",
    "skylt", "bänk", "kö", "avgift", "räkning", "bil", "resa", "chef", "besök", "information",
    "blankett", "beställning", "ramp", "hall", "golv", "fönster", "knapp", "karta", "regler", "dag",
  ]
}
