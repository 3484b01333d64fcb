/// A case of an e-tjänst in XML, for tests: what is left out has an ordinary value.
struct FormXML {
  var declaration = #"<?xml version="1.0" encoding="UTF-8"?>"#
  var number = "<FlowInstanceID>900001</FlowInstanceID>"
  var users = ""
  var submitted = "<FirstSubmitted>2026-07-03T11:04:00</FirstSubmitted>"
  var values = ""

  /// The file.
  var text: String {
    """
    \(declaration)
    <FlowInstance xmlns="http://www.oeplatform.org/version/2.0/schemas/flowinstance">
      <Header><Flow><FamilyID>161</FamilyID><Version>4</Version><FlowID>1745</FlowID>
        <Name><![CDATA[Lämna synpunkt]]></Name></Flow>
        \(number)<Status><ID>1</ID><Name>Mottagen</Name></Status>\(users)
        <Posted>2026-07-01T09:00:00</Posted>\(submitted)</Header>
      <Values>\(values)</Values>
    </FlowInstance>
    """
  }

  /// A question with the inner XML of its answer.
  static func query(_ name: String, _ question: String, _ inner: String) -> String {
    "<\(name)><QueryID>1</QueryID><Name><![CDATA[\(question)]]></Name>\(inner)</\(name)>"
  }

  /// A question with one `Value`.
  static func value(_ name: String, _ question: String, _ value: String) -> String {
    query(name, question, "<Value><![CDATA[\(value)]]></Value>")
  }

  /// The description.
  static func description(_ text: String) -> String {
    value("description", "Beskriv din synpunkt", text)
  }

  /// Contact details of Anna.
  static let anna = """
    <Firstname>Anna</Firstname><Lastname>Exempel</Lastname><Email>anna@exempel.se</Email>\
    <MobilePhone>070-123 45 67</MobilePhone>
    """

  /// Anna as the one who was logged in.
  static let annaLoggedIn = "<Poster>\(anna)</Poster><Owner>\(anna)</Owner>"
}
