import Domain
import Intake
import Testing

/// Attachments are kept, byte for byte, under names that are safe.
struct MailFileTests {
  private func file(_ headers: String, type: String = "application/pdf") throws -> IncomingFile {
    let part = MailText.part(
      type, "QUJD", headers: headers + "\nContent-Transfer-Encoding: base64")
    let mail = MailText.multipart("mixed", [MailText.part("text/plain", "hej"), part])
    let files = try matter(mail.text).files
    #expect(try matter(mail.text).text == "hej")
    return try #require(files.first)
  }

  @Test(
    "names are decoded",
    arguments: [
      ("attachment; filename=\"a b.pdf\"", "a b.pdf"),
      ("attachment; filename*=utf-8''r%C3%A4k.pdf", "räk.pdf"),
      ("attachment; filename*=iso-8859-1''r%E4k.pdf", "räk.pdf"),
      ("attachment; filename*0*=utf-8''r%C3; filename*1*=%A4; filename*2=k.pdf", "räk.pdf"),
      ("attachment; filename=\"=?utf-8?B?csOkay5wZGY=?=\"", "räk.pdf"),
      ("attachment; filename=\"=?iso-8859-1?Q?r=E4k.pdf?=\"", "räk.pdf"),
      ("attachment; filename=räk.pdf", "räk.pdf"),
      ("attachment; filename*=utf-8''ra%CC%88k.pdf", "ra\u{308}k.pdf"),
      ("ATTACHMENT; FILENAME=a.pdf", "a.pdf"), ("inline; filename=a.pdf", "a.pdf"),
      ("attachment; filename=\"../../etc/passwd\"", "passwd"),
      ("attachment; filename=\"C:\\\\Mina\\\\brev.pdf\"", "brev.pdf"),
      ("attachment; filename=\"..\"", "bilaga-1.pdf"), ("attachment", "bilaga-1.pdf"),
      ("attachment; filename=\"\"", "bilaga-1.pdf"),
      ("attachment; filename=\"a\u{7}b.pdf\"", "ab.pdf"),
    ])
  func names(disposition: String, name: String) throws {
    let file = try file("Content-Disposition: " + disposition)
    #expect(isExactly(file.name, name))
    #expect(file.mediaType == "application/pdf")
    #expect(file.bytes == Array("ABC".utf8))
  }

  @Test("a name may stand in the type, and very long names are cut")
  func otherNames() throws {
    #expect(try file("X: y", type: "image/png; name=\"bild.png\"").name == "bild.png")
    #expect(try file("X: y", type: "text/plain; name=\"text.txt\"").name == "text.txt")
    let long = String(repeating: "å", count: 500) + ".pdf"
    let name = try file("Content-Disposition: attachment; filename=\"\(long)\"").name
    #expect(name.count <= 200)
    #expect(name.hasSuffix(".pdf"))
  }

  @Test("text that is attached is a file, not text")
  func attachedText() throws {
    let file = try file("Content-Disposition: attachment", type: "text/html")
    #expect(file.name == "bilaga-1.html")
    #expect(try self.file("X: y", type: "text/calendar").name == "bilaga-1.ics")
  }

  @Test("a forwarded message is kept as it was, as .eml")
  func forwarded() throws {
    let inner = "From: x@exempel.se\nSubject: =?utf-8?q?=C3=A5?=\n\n--gräns2\ndet gamla\n"
    let mail = MailText.multipart(
      "mixed",
      [MailText.part("text/plain", "se nedan"), MailText.part("message/rfc822", inner)])
    let found = try matter(mail.text)
    #expect(found.text == "se nedan")
    #expect(
      found.files
        == [
          IncomingFile(
            name: "bilaga-1.eml", mediaType: "message/rfc822", bytes: Array(inner.utf8))
        ])
    let digest = MailText.multipart("digest", ["\n" + inner, "\n" + inner])
    #expect(try matter(digest.text).files.map(\.name) == ["bilaga-1.eml", "bilaga-2.eml"])
  }

  @Test("pictures in HTML are kept")
  func inlinePictures() throws {
    let related = """
      Content-Type: multipart/related; boundary=inre; start="<rot>"

      --inre
      Content-Type: image/png; name=bild.png
      Content-ID: <bild>

      x
      --inre
      Content-Type: text/html
      Content-ID: <rot>

      <p>se <img src="cid:bild">
      --inre--
      """
    let mail = MailText.multipart("alternative", [MailText.part("text/plain", "se"), related])
    let found = try matter(mail.text)
    #expect(found.text == "se")
    #expect(found.files.map(\.name) == ["bild.png"])
    #expect(try matter(MailText.multipart("mixed", [related]).text).text == "se")
  }
}
