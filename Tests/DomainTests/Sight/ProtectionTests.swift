import Domain
import Testing

/// Protected identity (skyddade personuppgifter).
@Suite("Protected identity")
struct ProtectionTests {
  var world = World()

  init() {
    world.rules.organisation.people.append(
      Person(
        login: "vera", name: "Vera",
        grants: [Grant(role: .custodian, unit: "oms"), Grant(role: .registrar, unit: "oms")]))
    world.rules.organisation.people.append(
      Person(login: "ville", name: "Ville", grants: [Grant(role: .custodian, unit: "oms")]))
  }

  private static let secrets = ["Anna", "anna@exempel.se", "070", "Greta", "1@exempel.se"]

  private func marked(_ steps: [(PersonID, MatterCommand)] = Place.answered.steps) throws -> Matter
  {
    var incoming = world.incoming("Kallt. Ring Anna på 070-123 45 67.")
    incoming.concerns = "Greta Lund"
    incoming.title = "Kall mat, Greta Lund"
    return try world.matter(
      incoming,
      after: [("maja", .correct(.phone, new: "0701234567", reason: "Anna sa det."))] + steps
        + [("maja", .protect)])
  }

  @Test("Name and contact are hidden from all, in all that is read")
  func hidden() throws {
    let matter = try marked()
    for login in world.logins {
      guard let seen = matter.seen(by: world.actor(login)) else { continue }
      let words = "\(seen.state) \(seen.events) \(seen.shownEvents) \(seen.row)"
      for secret in Self.secrets { #expect(!words.contains(secret), "\(login): \(secret)") }
      #expect(seen.state.sender.recurrenceKeys.isEmpty)
    }
    // Nor do the lists, the search and the register know.
    let listed = "\(matter.row) \(matter.listed)"
    for secret in Self.secrets { #expect(!listed.contains(secret), "\(secret)") }
    #expect(matter.seen(by: world.actor("asa"))?.senderWords == "Skyddad identitet")
  }

  @Test("The chef can still answer, though not by e-mail")
  func answered() throws {
    let matter = try marked(Place.withManager.steps)
    let seen = try #require(matter.seen(by: world.actor("asa")))
    #expect(!seen.state.possibleWays.contains(.email))
    #expect(seen.state.possibleWays.allSatisfy { matter.state.possibleWays.contains($0) })
    #expect(
      world.refusal(of: .answer(World.letter()), as: "asa", on: matter) == .emailToProtected)
    let letter = World.letter(.letter, to: seen.state.recipient(for: .letter))
    #expect(world.refusal(of: .answer(letter), as: "asa", on: matter) == nil)
    // That it is about somebody else is still asked, though not who.
    #expect(seen.state.concerns == "dolt")
  }

  @Test("Only those who are named see it, for a reason")
  func opened() throws {
    let matter = try marked()
    let opened = try matter.opened(by: world.actor("vera"), reason: "Brev ska ut.")
    #expect(opened == matter)
    #expect(opened.state.sender.name == "Anna Exempel")
    #expect(matter.seen(by: world.actor("vera"))?.state.sender.name == nil)
    func refusal(_ login: PersonID, _ reason: String, _ matter: Matter) -> Refusal? {
      do throws(Refusal) {
        _ = try matter.opened(by: world.actor(login), reason: reason)
        return nil
      } catch {
        return error
      }
    }
    #expect(refusal("asa", "x", matter) == .notAllowed(.unprotect))
    #expect(refusal("vera", " ", matter) == .emptyText("Skälet"))
    #expect(refusal("vera", String(repeating: "x", count: 301), matter) == .tooLong(limit: 300))
    #expect(refusal("vera", "x", try world.registered()) == .notProtected)
    // The name for it gives no right to read.
    for login in ["ville", "bo", "sten"] {
      #expect(refusal(login, "x", matter) == .notAllowed(.read))
    }
  }

  @Test("Anybody who sees it marks it; those who are named lift the mark, and nobody undoes it")
  func lifted() throws {
    var matter = try marked()
    #expect(world.refusal(of: .protect, as: "rut", on: matter) == .alreadyProtected)
    #expect(
      world.refusal(of: .undo, as: "maja", on: matter)
        == .cannotUndo("Märkningen skyddad identitet"))
    for login in ["maja", "asa", "karin", "rut"] {
      #expect(
        world.refusal(of: .unprotect(reason: "x"), as: login, on: matter)
          == .notAllowed(.unprotect))
    }
    #expect(world.refusal(of: .unprotect(reason: " "), as: "vera", on: matter) != nil)
    try world.take(.unprotect(reason: "Hävt av Skatteverket."), as: "vera", on: &matter)
    #expect(matter.seen(by: world.actor("asa")) == matter)
    #expect(world.refusal(of: .unprotect(reason: "x"), as: "vera", on: matter) == .notProtected)
  }

  @Test("A correction is no way to find out")
  func noOracle() throws {
    let matter = try marked()
    for target in [MatterCommand.CorrectionTarget.name, .email, .phone, .address] {
      let guess = MatterCommand.correct(target, new: "anna@exempel.se", reason: "x")
      #expect(world.refusal(of: guess, as: "asa", on: matter) == .notAllowed(.unprotect))
    }
    let name = MatterCommand.correct(.name, new: "Anna Ny", reason: "x")
    #expect(world.refusal(of: name, as: "vera", on: matter) == nil)
  }
}
