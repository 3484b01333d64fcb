import Domain
import Terminal
import Testing

@testable import Interface

/// The queues as they look.
struct ListSnapshotTests {
  static let scenes = [
    Scene("inbox-chef", as: "asa"),
    Scene("inbox-chef-new", as: "asa", "<Tab>"),
    Scene("inbox-chef-late", as: "asa", "<Tab><Tab>"),
    Scene("inbox-chef-waiting", as: "asa", "<Tab><Tab><Tab>"),
    Scene("inbox-chef-done", as: "asa", "<S-Tab>"),
    Scene("inbox-technical", as: "ulf"),
    Scene("inbox-head", as: "karin"),
    Scene("inbox-head-all", as: "karin", "<S-Tab>"),
    Scene("inbox-staff", as: "sigge", in: handedOver),
    Scene("inbox-mc", as: "maja"),
    Scene("inbox-mc-to-close", as: "maja", "<Tab>"),
    Scene("inbox-mc-all", as: "maja", "<S-Tab>"),
    Scene("inbox-demo", as: "maja", isDemo: true),
    Scene("inbox-empty", as: "asa", in: World.empty),
    Scene("inbox-marked", as: "asa", "<Space>j<Space>"),
    Scene("inbox-refused", as: "maja", "<Tab>r"),
    Scene("inbox-asides", as: "rut", "<S-Tab>", in: withAsides),
    Scene("aside-register", as: "rut", "<S-Tab>jr", in: withAsides),
    Scene("inbox-asides-empty", as: "rut", "<S-Tab>"),
    Scene("aside-open", as: "rut", "<S-Tab><Enter>", in: withAsides),
    Scene("inbox-addition", as: "asa", in: withAddition),
    Scene("earlier-matters", as: "asa", "G<Up><Up><Enter>T"),
  ]

  @Test(arguments: scenes, Size.both)
  func looksAsBefore(_ scene: Scene, size: Size) throws {
    Snapshot.expect(try scene.play(size), scene.name)
  }

  @Sendable static func handedOver() throws -> World {
    try .one(then: [("asa", .handOver(to: "sigge"))])
  }

  @Sendable static func withAddition() throws -> World {
    try .one(then: [("maja", .add(.phone, on: Kommun.today, text: "Det hände i dag igen."))])
  }

  @Sendable static func withAsides() throws -> World {
    let world = try World.kommun()
    world.asides = [
      AsideRow(
        id: 2,
        message: AsideMessage(
          reason: .autoReply, from: "bertil@prov.se", subject: "Frånvarande: Re: Er synpunkt",
          text: "Jag är på semester till den 1 december.", messageID: "2@se",
          arrivedOn: day("2026-11-23"))),
      AsideRow(
        id: 1,
        message: AsideMessage(
          reason: .statusMail, from: "noreply@prov.se", subject: "Ärende nr. 123 är avslutat",
          text: "Ditt ärende har fått en ny status.", messageID: "1@se",
          arrivedOn: day("2026-11-20"))),
    ]
    return world
  }
}
