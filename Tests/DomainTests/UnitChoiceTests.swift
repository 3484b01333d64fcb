import Domain
import Testing

@Suite("Finding a unit by letters")
struct UnitChoiceTests {
  static let organisation = Organisation(units: [
    Unit(id: "dept", name: "Omsorgsförvaltningen", level: .department),
    Unit(id: "ht", name: "Hemtjänst", level: .division, aliases: ["hemtjänsten"]),
    Unit(id: "u1", name: "Kostenheten", level: .unit, aliases: ["köket"]),
    Unit(id: "u2", name: "Hemtjänst Öster", level: .unit, aliases: ["östra hemtjänsten"]),
    Unit(id: "u3", name: "Hemtjänst Väst", level: .unit),
    Unit(id: "u4", name: "Vård- och omsorgsboende Ängen", level: .unit),
    Unit(id: "u5", name: "Åbackens förskola", level: .unit),
    Unit(id: "u6", name: "Abborren", level: .unit),
    Unit(id: "hsl", name: "Distriktsköterskor", level: .unit, aliases: ["HSL-enheten"]),
  ])

  @Test(
    "Letters, å ä ö as typed or as a and o, any case, any order, aliases and codes",
    arguments: [
      ("öst", ["u2"]), ("ÖST", ["u2"]), ("o\u{308}st", ["u2"]), ("väst", ["u3"]), ("vast", ["u3"]),
      ("öster hemtjänst", ["u2"]), ("hem väst", ["u3"]), ("vas hem", ["u3"]),
      ("angen", ["u4"]), ("ängen vård", ["u4"]), ("boende", ["u4"]), ("kök", ["u1"]),
      ("kok", ["u1"]), ("hsl", ["hsl"]), ("hsl-e", ["hsl"]), ("distriktskö", ["hsl"]),
      ("u6", ["u6"]), ("finns inte", []), ("öst väst", []), ("östx", []),
      // Typed å is å only, typed a may be either; the very letter comes first.
      ("åb", ["u5"]), ("ab", ["u6", "u5"]), ("äb", []),
      // Beginnings of words come before the inside of one, also without the dots.
      ("ost", ["u2", "u1"]),
      // The beginning of a name first; of two such the unit before the division.
      ("hemtj", ["u2", "u3", "ht"]), ("omsorg", ["dept", "u4"]), ("  väst  ", ["u3"]),
    ])
  func find(typed: String, expected: [UnitID]) {
    #expect(Self.organisation.units(matching: typed).map(\.id) == expected)
  }

  @Test("Nothing typed gives all, in the order of the file", arguments: ["", "  "])
  func nothing(typed: String) {
    #expect(Self.organisation.units(matching: typed) == Self.organisation.units)
  }

  @Test("Folding keeps all other letters")
  func folding() {
    #expect(foldedSwedish("ÅÄÖ åäö É Ü ß œ 1-2") == "aao aao e u ß œ 1-2")
    #expect(foldedSwedish("A\u{30A}o\u{308}") == "ao")
  }

  @Test(
    "What the form or the address suggests",
    arguments: [
      ("Hemtjänst Öster", [], nil, "oster"), ("hemtjanst oster", [], nil, "oster"),
      ("oster", [], nil, "oster"), ("Hemtjänst", [], nil, "ht"),
      // Words that fit several units suggest none of them.
      ("Hemtj", ["omsorg@prov.se"], "163", "oms"), ("Hemtj", [], nil, nil),
      ("Väst", [], nil, "vast"), ("Skolan", [], "161", "oms"), ("", [], nil, nil),
      (nil, ["x@y.se", "OSTER@prov.se"], "163", "oster"), (nil, ["x@y.se"], "163", "tek"),
      (nil, ["omsorg@prov.se", "oster@prov.se"], nil, "oster"), (nil, [], "999", nil),
    ] as [(String?, [String], String?, UnitID?)])
  func suggestion(words: String?, addresses: [String], form: String?, expected: UnitID?) {
    var incoming = World().incoming()
    incoming.unitWords = words
    incoming.addressedTo = addresses
    incoming.formFamily = form
    #expect(World.organisation.suggestedUnit(for: incoming) == expected)
  }
}
