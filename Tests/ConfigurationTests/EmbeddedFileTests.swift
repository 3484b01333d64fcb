import Domain
import Foundation
import Testing

@testable import Configuration

@Suite struct EmbeddedFileTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Resources").standardizedFileURL

  static func namesOnDisk(_ part: String, _ ending: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: part).path())
      .filter { $0.hasSuffix(ending) }.map { "\(part)/\($0)" }.sorted()
  }

  @Test(arguments: [
    ("letters", ".mustache"), ("routines", ".yaml"), ("organisation", ".yaml"),
    ("demo", ".yaml"), ("handbook", ".md"),
  ])
  func holdsEveryFile(part: String, ending: String) throws {
    let names = try Self.namesOnDisk(part, ending)
    #expect(!names.isEmpty)
    #expect(EmbeddedFile.names(under: "\(part)/") == names)
    for name in names {
      let bytes = try [UInt8](Data(contentsOf: Self.folder.appending(path: name)))
      #expect(EmbeddedFile.bytes(name) == bytes, "\(name) is older than the file")
    }
  }

  @Test func hasNoOtherFile() {
    #expect(EmbeddedFile.bytes("letters/finns-inte.mustache") == nil)
    #expect(EmbeddedFile.bytes("") == nil)
    #expect(EmbeddedFile.names(under: "finns-inte/").isEmpty)
  }

  static func routines() throws -> [Routine] {
    try EmbeddedFile.names(under: "routines/").map {
      try RoutineFile.read(try #require(EmbeddedFile.bytes($0)), name: $0)
    }
  }

  static func organisation() throws -> Organisation {
    try OrganisationFile.read(
      try #require(EmbeddedFile.bytes("organisation/example.yaml")), name: "example.yaml",
      routines: Set(try routines().map(\.id)))
  }

  @Test func routineParses() throws {
    let routine = try #require(try Self.routines().first { $0.id == "kristianstad-oms" })
    #expect(routine.answerTerms[.praise] == nil)
    #expect(routine.answerTerms[.complaint] == DeadlineTerm(count: 10, unit: .workingDays))
    #expect(routine.uncategorisedTerm == DeadlineTerm(count: 10, unit: .workingDays))
    #expect(routine.requiresOfficialNote)
    #expect(routine.closedBy == .triage)
    #expect(routine.triageGroup == "medborgarcenter")
    #expect(routine.subjectAreas.contains("bemötande"))
    #expect(routine.sources[.answer]?.contains("10 arbetsdagar") == true)
  }

  @Test func organisationParses() throws {
    let organisation = try Self.organisation()
    #expect(organisation.municipality == "Exempelköpings kommun")
    #expect(organisation.unit("omsorg")?.forms == ["161"])
    #expect(organisation.manager(of: "hemtjanst-oster")?.name == "Åsa Exempel")
    for unit in organisation.units {
      #expect(organisation.manager(of: unit.id) != nil, "\(unit.id) has no chef")
      #expect(organisation.department(of: unit.id) != nil, "\(unit.id) has no department")
    }
    #expect(organisation.changes(to: organisation).isEmpty)
  }

  @Test("The example tells what every role may do", arguments: Role.allCases)
  func roleIsExplained(role: Role) throws {
    let bytes = try #require(EmbeddedFile.bytes("organisation/example.yaml"))
    let notes = String(decoding: bytes, as: UTF8.self).split(separator: "\nmunicipality:").first
    #expect(try #require(notes).contains("\n#   \(role.rawValue) "))
  }

  @Test func demoFitsOrganisationAndRoutine() throws {
    let organisation = try Self.organisation()
    let areas = try Self.routines().flatMap(\.subjectAreas)
    let matters = try DemoFile.read(
      try #require(EmbeddedFile.bytes("demo/matters.yaml")), name: "matters.yaml")
    #expect(matters.count >= 100)
    for matter in matters {
      let title = matter.title ?? String(matter.text.prefix(40))
      for unit in [matter.unit, matter.suggested].compactMap({ $0 }) {
        #expect(organisation.unit(unit) != nil, "\(title): no unit \(unit)")
      }
      if let subject = matter.subject { #expect(areas.contains(subject), "\(title): \(subject)") }
      if let person = matter.handedTo {
        #expect(organisation.people(at: matter.unit).contains { $0.login == person }, "\(title)")
      }
    }
  }
}
