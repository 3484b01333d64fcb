import Domain

/// How to reach somebody, from the contact fields of a form or from its Owner or Poster.
struct ContactDetails: Hashable {
  private(set) var firstName: String?
  private(set) var lastName: String?
  private(set) var fullName: String?
  private(set) var organisation: String?
  /// E-mail address.
  private(set) var email: String?
  private(set) var mobile: String?
  private(set) var landline: String?
  private(set) var careOf: String?
  private(set) var street: String?
  private(set) var postcode: String?
  private(set) var town: String?

  /// The folded names of elements and questions that hold a contact detail by themselves.
  static let names =
    "firstname fornamn lastname efternamn namn fullname email epost epostadress mail mejladress "
    + "mobilephone mobil mobiltelefon mobilnummer mobiltelefonnummer phone telefon telefonnummer "
    + "address adress gatuadress postadress zipcode postnummer postaladdress postort "
    + "organisation organization foretag foretagsnamn organisationsnamn forening"

  /// The name of the person.
  var name: String? {
    let both = [firstName, lastName].compactMap { $0 }.joined(separator: " ")
    return both.nonBlank ?? fullName
  }

  /// The telephone number, the mobile one first.
  var phone: String? { mobile ?? landline }

  /// The postal address on one line.
  var address: String? {
    let place = [postcode, town].compactMap { $0 }.joined(separator: " ").nonBlank
    let lines = [careOf, street, place].compactMap { $0 }
    return lines.isEmpty ? nil : lines.joined(separator: ", ")
  }

  /// Whether nothing at all is known.
  var isEmpty: Bool { self == ContactDetails() }

  /// Takes the detail with an element name or question.
  ///
  /// - Returns: False when the name is none of a contact detail, so that the words are not lost.
  mutating func take(_ value: String, as name: String) -> Bool {
    guard let value = value.oneLine else { return true }
    switch name.foldedLetters {
    case "firstname", "fornamn": firstName = value
    case "lastname", "efternamn": lastName = value
    case "namn", "name", "fullname", "dittnamn": fullName = value
    case "email", "epost", "epostadress", "mail", "mejladress", "dinepost", "dinepostadress":
      email = value
    case "mobilephone", "mobil", "mobiltelefon", "mobilnummer", "mobiltelefonnummer":
      mobile = value
    case "phone", "telefon", "telefonnummer", "homephone", "dittelefonnummer", "ditttelefonnummer":
      landline = value
    case "address", "adress", "gatuadress", "postadress", "street", "dinadress": street = value
    case "zipcode", "postnummer": postcode = value
    case "postaladdress", "postort", "city", "ort": town = value
    case "careof": careOf = value
    case "organization", "organisation", "organizationname", "organisationsnamn", "company",
      "foretag", "foretagsnamn", "forening":
      organisation = value
    // Never needed for an answer: not kept.
    case "socialsecuritynumber", "personnummer", "citizenidentifier", "username", "id",
      "contactbysms", "contactbyemail", "contactbyletter", "contactbyphone":
      break
    default:
      return false
    }
    return true
  }

  /// Reads an Owner or Poster of a form's header.
  init(user element: XMLElement) {
    self.init()
    for child in element.children where child.children.isEmpty {
      _ = take(child.text, as: child.name)
    }
  }

  /// Nothing known.
  init() {}
}
