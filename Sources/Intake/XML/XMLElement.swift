import CXML

/// An element of an XML document: its name without prefix, its children and its own text.
struct XMLElement: Hashable {
  /// The name without prefix.
  var name: String
  /// The elements within, in order.
  var children: [XMLElement] = []
  /// The character data directly within, exactly.
  var text = ""

  /// The first child of this name.
  func child(_ name: String) -> XMLElement? { children.first { $0.name == name } }

  /// The trimmed text of the child at a path of names; nil when it is missing or blank.
  func value(_ path: String...) -> String? {
    var element: XMLElement? = self
    for name in path { element = element?.child(name) }
    return element?.text.nonBlank
  }

  /// Reads a whole document.
  static func document(_ bytes: [UInt8]) throws(IntakeRefusal) -> XMLElement {
    let source = try XMLSource(bytes).utf8
    var builder = XMLBuilder()
    let result = withUnsafeMutablePointer(to: &builder) { builder in
      source.withUnsafeBytes { bytes in
        guard let start = bytes.assumingMemoryBound(to: CChar.self).baseAddress else {
          return cxml_result(outcome: CXML_CUT_OFF, line: 0)
        }
        return cxml_read_xml(start, bytes.count, XMLBuilder.visit, builder)
      }
    }
    let line = Int(result.line)
    switch result.outcome {
    case CXML_READ: break
    case CXML_DOCTYPE: throw .documentType
    case CXML_CUT_OFF: throw .cutOffXML(line: line)
    case CXML_FORBIDDEN_CHARACTER: throw .forbiddenCharacter(line: line)
    case CXML_MALFORMED: throw .malformedXML(line: line)
    default: throw .abnormalXML
    }
    guard let root = builder.root else { throw .cutOffXML(line: line) }
    return root
  }
}

/// Builds elements from the events of CXML.
private struct XMLBuilder {
  /// The elements that are open, the root first.
  var open: [XMLElement] = []
  /// The finished root.
  var root: XMLElement?

  static let visit: cxml_visitor = { context, kind, name, value in
    guard let builder = context?.assumingMemoryBound(to: XMLBuilder.self) else { return false }
    builder.pointee.take(kind, name: name, value: value)
    return true
  }

  mutating func take(_ kind: cxml_kind, name: cxml_text, value: cxml_text) {
    switch kind {
    case CXML_START:
      open.append(XMLElement(name: name.string))
    case CXML_CHARACTERS:
      guard !open.isEmpty else { return }
      open[open.count - 1].text += value.string
    case CXML_END:
      guard let element = open.popLast() else { return }
      if open.isEmpty {
        root = element
      } else {
        open[open.count - 1].children.append(element)
      }
    default:
      break
    }
  }
}

extension cxml_text {
  /// The text as a string of its own.
  var string: String {
    let start = UnsafeRawPointer(bytes)?.assumingMemoryBound(to: UInt8.self)
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }
}
