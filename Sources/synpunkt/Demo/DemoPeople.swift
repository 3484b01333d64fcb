import Domain

/// The people of the demo between whom F2 changes, as the example organisation names them.
enum DemoPeople {
  /// Whom the demo begins with.
  static let medborgarcenter: PersonID = "maja.mc"

  /// All of them: medborgarcenter, two chefer, förvaltningschef, registrator, staff, and a login that
  /// staff have in common.
  static let logins: [PersonID] = [
    medborgarcenter, "asa.exempel", "omar.exempel", "karin.exempel", "rut.exempel", "stig.exempel",
    "enhet.norr",
  ]
}
