import Domain
import Testing

/// Files that somebody here adds.
@Suite("Attaching")
struct AttachTests {
  let world = World()
  static let scan = Domain.Attachment(
    name: "brev.pdf", mediaType: "application/pdf", size: 1_000, digest: "d1")

  private func attach(
    _ file: Domain.Attachment = scan, as login: PersonID, on matter: inout Matter
  ) throws(Refusal) {
    matter.apply(try matter.attach([file], asking: world.asking(login)))
  }

  @Test("By everybody who may complete it, wherever it is in its life", arguments: Place.allCases)
  func rights(place: Place) throws {
    let matter = try world.matter(after: place.steps)
    let readers: Set<PersonID> =
      matter.state.unit == nil ? ["maja", "rut"] : ["maja", "asa", "karin", "rut"]
    for login in world.logins {
      var copy = matter
      if readers.contains(login) {
        try attach(as: login, on: &copy)
        #expect(copy.state.files == [Self.scan])
        #expect(copy.state.status == matter.state.status)
        #expect(copy.state.desk == matter.state.desk)
        #expect(copy.events.last?.facts == .attached(files: 1))
      } else {
        let knows = world.actor(login).sight(of: matter.state) != nil
        #expect(throws: Refusal.notAllowed(knows ? .correct : .read)) {
          try attach(as: login, on: &copy)
        }
      }
    }
  }

  @Test("Who added it can take it back")
  func undone() throws {
    var matter = try world.matter(after: Place.withManager.steps)
    try attach(as: "rut", on: &matter)
    #expect(world.refusal(of: .undo, as: "asa", on: matter) == .nothingToUndo)
    try world.take(.undo, as: "rut", on: &matter)
    #expect(matter.state.files.isEmpty)
    #expect(matter.state.status == .withManager)
  }

  @Test("Neither empty nor larger than 25 MB", arguments: [0, 1, 25_000_000, 25_000_001])
  func size(bytes: Int) throws {
    var matter = try world.registered()
    var file = Self.scan
    file.size = bytes
    let fits = (1...Matter.largestFile).contains(bytes)
    do throws(Refusal) {
      try attach(file, as: "maja", on: &matter)
      #expect(fits)
    } catch {
      #expect(!fits)
      #expect(error.sentence.contains("bilaga"))
    }
  }
}
