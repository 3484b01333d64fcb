import Testing

@testable import Domain

@Suite("Organisation")
struct OrganisationTests {
  let organisation = World.organisation

  @Test("A unit has its line upwards, its department and its subtree")
  func tree() {
    #expect(organisation.lineage(of: "oster").map(\.id) == ["oster", "ht", "oms"])
    #expect(organisation.department(of: "oster")?.id == "oms")
    #expect(organisation.department(of: "oms")?.id == "oms")
    #expect(organisation.subtree(of: "oms") == ["oms", "ht", "oster", "vast", "stab"])
    #expect(organisation.subtree(of: "gata") == ["gata"])
    #expect(organisation.lineage(of: nil).isEmpty)
    #expect(organisation.lineage(of: "okänd").isEmpty)
    #expect(organisation.unit("okänd") == nil)
    #expect(organisation.person("okänd") == nil)
  }

  @Test("A loop ends")
  func loop() {
    let loop = Organisation(units: [
      Unit(id: "a", name: "A", level: .unit, parent: "b"),
      Unit(id: "b", name: "B", level: .unit, parent: "a"),
    ])
    #expect(loop.lineage(of: "a").map(\.id) == ["a", "b"])
    #expect(loop.subtree(of: "a") == ["a", "b"])
    #expect(loop.manager(of: "a") == nil)
  }

  @Test(
    "The chef is the nearest manager, else the nearest head",
    arguments: [
      ("oster", "asa"), ("vast", "bo"), ("ht", "karin"), ("stab", "karin"), ("oms", "karin"),
      ("gata", "ulf"), ("tek", nil), ("utan", nil), ("okänd", nil), (nil, nil),
    ] as [(UnitID?, PersonID?)])
  func chef(unit: UnitID?, chef: PersonID?) {
    #expect(organisation.manager(of: unit)?.login == chef)
  }

  @Test("A manager above comes before a head, and one of the whole organisation last")
  func chefAbove() {
    var organisation = organisation
    organisation.people += [
      Person(login: "kommunchef", name: "K", grants: [Grant(role: .head, unit: nil)])
    ]
    #expect(organisation.manager(of: "utan")?.login == "kommunchef")
    #expect(organisation.manager(of: "stab")?.login == "karin")
    #expect(organisation.manager(of: "okänd") == nil)
    organisation.people += [
      Person(login: "vera", name: "V", grants: [Grant(role: .manager, unit: "ht")])
    ]
    #expect(organisation.manager(of: "ht")?.login == "vera")
    #expect(organisation.manager(of: "oster")?.login == "asa")
  }

  @Test("A matter can be handed to those of the unit and of its verksamhet, not administrators")
  func people() {
    #expect(organisation.people(at: "oster").map(\.login) == ["asa", "sigge", "lotta"])
    #expect(organisation.people(at: "vast").map(\.login) == ["bo", "lotta"])
    #expect(organisation.people(at: "gata").map(\.login) == ["ulf", "gunnar"])
    #expect(organisation.people(at: "stab").isEmpty)
    #expect(organisation.people(at: nil).isEmpty)
  }

  @Test("Care is what stands under socialtjänst or hälso- och sjukvård, with all below it")
  func care() {
    #expect(organisation.isCare("oster"))
    #expect(organisation.isCare("oms"))
    #expect(!organisation.isCare("gata"))
    #expect(!organisation.isCare(nil))
    let units = [
      Unit(id: "v", name: "V", level: .unit, regulation: [.healthCare]),
      Unit(id: "s", name: "S", level: .unit, regulation: [.school]),
    ]
    #expect(Organisation(units: units).isCare("v"))
    #expect(!Organisation(units: units).isCare("s"))
  }

  @Test("The routine is that of the department, else the fallback")
  func routines() {
    var rules = World().rules
    #expect(rules.routine(at: "gata").id == "tek")
    #expect(rules.routine(at: "oster").id == "oms")
    #expect(rules.routine(at: "utan").id == "oms")
    rules.fallback = World.technical
    #expect(rules.routine(at: nil).id == "tek")
    #expect(rules.routine(at: "oster").id == "oms")
  }

  @Test("A role reaches its unit and all below; triage and registrars what has no unit")
  func reach() {
    let world = World()
    let maja = world.actor("maja")
    #expect(maja.has(.triage, at: "oster") && maja.has(.triage, at: "gata"))
    #expect(maja.has(.triage, at: nil) && !maja.has(.triage, at: "utan"))
    #expect(!maja.has(.manager, at: "oster"))
    let asa = world.actor("asa")
    #expect(asa.has(.manager, at: "oster") && !asa.has(.manager, at: "vast"))
    #expect(!asa.has(.manager, at: nil) && !asa.has(.manager, at: "ht"))
    #expect(world.actor("rut").has(.registrar, at: nil))
    #expect(
      world.actor("karin").units(for: .handle)
        == .some(["oms", "ht", "oster", "vast", "stab"], .none))
    let all = Actor(
      Person(login: "x", name: "X", grants: [Grant(role: .head, unit: nil)]), in: organisation)
    #expect(all.has(.head, at: "utan") && all.units(for: .handle) == .all)
    #expect(all.roles == [.head])
  }

  @Test("Triage of the whole organisation reaches the departments that have decided so")
  func sharedTriage() {
    var organisation = organisation
    let person = Person(login: "x", name: "X", grants: [Grant(role: .triage, unit: nil)])
    func triage() -> Actor { Actor(person, in: organisation) }
    #expect(
      triage().units(for: .route)
        == .some([], .all(but: ["oms", "ht", "oster", "vast", "stab", "tek", "gata"])))
    #expect(triage().has(.triage, at: nil))
    for (index, unit) in organisation.units.enumerated() where unit.id == "oms" {
      organisation.units[index].sharesTriage = true
    }
    for (index, unit) in organisation.units.enumerated() where unit.id == "tek" {
      organisation.units[index].sharesTriage = false
    }
    #expect(
      triage().units(for: .route)
        == .some(["oms", "ht", "oster", "vast", "stab"], .all(but: ["tek", "gata"])))
    #expect(triage().has(.triage, at: "oster") && !triage().has(.triage, at: "gata"))
  }

  @Test("Who may take in files, and whose matters one reads")
  func rights() {
    let world = World()
    let importers = world.logins.filter { world.actor($0).mayImport }
    #expect(importers == ["maja", "rut", "sten"])
    #expect(Actor(bootstrap: "root").mayImport)
    #expect(Actor(bootstrap: "root").units(for: .read) == .all)
    #expect(world.actor("asa").units(for: .read) == .some(["oster"], .none))
    #expect(
      world.actor("rut").units(for: .read)
        == .some(["oms", "ht", "oster", "vast", "stab"], .all(but: ["tek", "gata"])))
    for login in ["sara", "anna"] {
      #expect(
        world.actor(login).units(for: .read)
          == .some(["oms", "ht", "oster", "vast", "stab"], .none))
    }
    for login in ["sten", "sigge"] {
      #expect(world.actor(login).units(for: .read) == .some([], .none))
    }
  }
}
