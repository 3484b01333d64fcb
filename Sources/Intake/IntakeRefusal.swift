internal import Domain

/// Why a file from outside could not be read.
public enum IntakeRefusal: Error, Hashable, Sendable {
  /// The file has no content.
  case empty
  /// The file is larger than `Matter.largestFile`.
  case tooLarge
  /// The file is neither a form nor a mail.
  case unknownKind
  /// The file is a message in Outlook's own format.
  case outlookMessage
  /// The XML ends in the middle.
  case cutOffXML(line: Int)
  /// The XML is not well-formed.
  case malformedXML(line: Int)
  /// The XML has a character that XML does not allow.
  case forbiddenCharacter(line: Int)
  /// The XML declaration is broken.
  case brokenDeclaration
  /// The XML declaration names an encoding that is not known.
  case unknownEncoding(String)
  /// The XML is not written in the encoding it names.
  case wrongEncoding(named: String, written: String?)
  /// The XML has a document type.
  case documentType
  /// The XML is no FlowInstance but has this root element.
  case otherXML(root: String)
  /// The form has no FlowInstanceID.
  case missingCaseNumber
  /// The XML is nested deeper, or has more elements or attributes, than any form.
  case abnormalXML
  /// There are NUL bytes where text should be.
  case nulBytes
  /// The mail has no From.
  case noSender
  /// The file holds several mails.
  case severalMails
  /// The mail is nested deeper, or has more parts or headers, than any mail.
  case abnormalMail
  /// The mail's HTML is nested deeper, or has more tags, than any mail's.
  case abnormalHTML
  /// The text is longer than ``FileReader/maximumCharacters``.
  case textTooLong

  /// One Swedish sentence: what is wrong and what to do.
  public var sentence: String {
    switch self {
    case .empty:
      "Filen är tom; hämta eller spara den på nytt."
    case .tooLarge:
      "Filen är större än \(Matter.largestFileWords); registrera synpunkten för hand och spara bilagorna för sig."
    case .unknownKind:
      "Filen är varken ett ärende från e-tjänsten (XML) eller ett e-postmeddelande; välj en annan "
        + "fil."
    case .outlookMessage:
      "Filen är ett e-postmeddelande i Outlooks eget format (.msg); spara det som .eml och läs in "
        + "det."
    case .cutOffXML(let line):
      "XML-filen slutar mitt i\(Self.place(line)); hämta ärendet ur e-tjänsten på nytt."
    case .malformedXML(let line):
      "XML-filen är felaktig\(Self.place(line)); hämta ärendet ur e-tjänsten på nytt."
    case .forbiddenCharacter(let line):
      "XML-filen har ett tecken som inte får finnas\(Self.place(line)); "
        + "hämta ärendet ur e-tjänsten på nytt."
    case .brokenDeclaration:
      "XML-filens första rad (<?xml …?>) är trasig; hämta ärendet ur e-tjänsten på nytt."
    case .unknownEncoding(let name):
      "XML-filen säger att den är skriven i \(Self.clean(name)), som inte är en känd "
        + "teckenkodning; hämta ärendet ur e-tjänsten på nytt."
    case .wrongEncoding(let named, let written?):
      "XML-filen säger att den är skriven i \(Self.clean(named)) men är skriven i "
        + "\(Self.clean(written)); hämta ärendet ur e-tjänsten på nytt."
    case .wrongEncoding(let named, nil):
      "XML-filen säger att den är skriven i \(Self.clean(named)) men är det inte; "
        + "hämta ärendet ur e-tjänsten på nytt."
    case .documentType:
      "XML-filen har en dokumenttyp (DOCTYPE), vilket ärenden från e-tjänsten aldrig har; "
        + "öppna den inte, och fråga den som skickade den."
    case .otherXML(let root):
      "XML-filen är inget ärende från e-tjänsten utan något annat (\(Self.clean(root))); "
        + "välj en annan fil."
    case .missingCaseNumber:
      "Ärendet från e-tjänsten saknar ärendenummer (FlowInstanceID); hämta det på nytt."
    case .abnormalXML:
      "XML-filen är byggd som inget ärende från e-tjänsten är; fråga den som skickade den."
    case .nulBytes:
      "Filen har nolltecken där det ska vara text, så den är skadad; spara den på nytt."
    case .noSender:
      "E-postmeddelandet saknar avsändare (From); spara hela meddelandet som .eml och läs in det på "
        + "nytt."
    case .severalMails:
      "Filen innehåller flera e-postmeddelanden; spara dem ett och ett och läs in dem var för sig."
    case .abnormalMail:
      "E-postmeddelandet är byggt som inget vanligt är; öppna det i e-postprogrammet och registrera "
        + "synpunkten för hand."
    case .abnormalHTML:
      "E-postmeddelandets HTML är byggd som i inget vanligt; öppna det i e-postprogrammet och "
        + "registrera synpunkten för hand."
    case .textTooLong:
      "Texten är längre än 1 000 000 tecken; registrera synpunkten för hand med texten som "
        + "bilaga."
    }
  }

  private static func place(_ line: Int) -> String { line > 0 ? " på rad \(line)" : "" }

  /// What a file says of itself, fit to stand in a sentence.
  private static func clean(_ word: String) -> String {
    let kept = word.unicodeScalars.filter {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || "-_.:".unicodeScalars.contains($0)
    }
    return String(String.UnicodeScalarView(kept.prefix(40)))
  }
}
