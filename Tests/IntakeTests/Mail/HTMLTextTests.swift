import Domain
import Intake
import Testing

/// The readable text of HTML.
struct HTMLTextTests {
  @Test(
    "HTML is read as a person sees it",
    arguments: [
      ("<p>Hej!</p><p>Maten var kall.</p>", "Hej!\n\nMaten var kall."),
      ("Hej!<br>Rad två<br/>Rad <b>tre</b>", "Hej!\nRad två\nRad tre"),
      ("<div>ett</div><div>två</div><div><br></div><div>tre</div>", "ett\ntvå\n\ntre"),
      ("Hej!<div>rad två</div>mer", "Hej!\nrad två\nmer"),
      ("  mycket \n\t luft  ", "mycket luft"), ("a&nbsp;&nbsp;b&#160;c", "a  b c"),
      (
        "&aring;&auml;&ouml; &#229;&#xE5; &lt;b&gt; &amp;amp; &euro; &hellip;",
        "åäö åå <b> &amp; € …"
      ),
      ("<ul><li>ett<li><p>två</p></ul>efter", "- ett\n- två\n\nefter"),
      ("<ol start=3><li>tre<li>fyra<ul><li>inre</ul></ol>", "3. tre\n4. fyra\n  - inre"),
      ("se <a href=\"https://exempel.se\">sidan</a>!", "se sidan!"),
      ("<style>p{}</style><script>x('<p>hej')</script><title>T</title>text", "text"),
      ("<p hidden>a</p><p style='DISPLAY : none'>b<i>c</i></p>d", "d"),
      ("<!-- nej -->ja<!--[if mso]>nej<![endif]-->", "ja"),
      ("<h1>Rubrik</h1>text<hr>slut", "Rubrik\n\ntext\n\nslut"),
      ("svar<blockquote>citat<br>två</blockquote>", "svar\n\n> citat\n> två"),
      ("<table><tr><td>a<td>b<tr><td>c</table>", "a b\nc"),
      ("<pre>a  b\n c</pre>", "a  b\n c"),
      (
        "<p class=MsoNormal>Hej<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>"
          + "<p class=MsoNormal>Rad</p>", "Hej\n\nRad"
      ),
      ("<p>oavslutat <b>och <i>slarvigt</p>1 < 2 & 3", "oavslutat och slarvigt\n\n1 < 2 & 3"),
      ("<html><head><title>x</title></head><body>kropp</body></html>", "kropp"),
      ("<img alt=katt src=x>bild", "bild"), ("", ""), ("<p></p>", ""),
      ("A\u{30A}sa \u{202E}x", "A\u{30A}sa \u{202E}x"),
    ])
  func readable(html: String, text: String) throws {
    let mail = MailText(type: "text/html; charset=utf-8", body: html)
    #expect(isExactly(try matter(mail.text).text, text))
  }

  @Test("the HTML tells its own character set when the mail does not")
  func ownCharacterSet() throws {
    let html = "<meta http-equiv=Content-Type content=\"text/html; charset=windows-1252\">Åsa ”x”"
    let mail = MailText(type: "text/html", body: html).text
    #expect(try matter(western(mail)).text == "Åsa ”x”")
    #expect(try matter(western(mail)).notices.isEmpty)
    // What the mail says goes before what the HTML says.
    let other = MailText(
      type: "text/html; charset=utf-8", body: "<meta charset=iso-8859-1>Åsa")
    #expect(try matter(other.text).text == "Åsa")
  }

  @Test("HTML built to be slow is refused, or read, at once")
  func slow() {
    let attributes = "<a " + (0..<20_000).map { "b\($0)=1" }.joined(separator: " ") + ">hej"
    let deep = String(repeating: "<div>", count: 100_000) + "hej"
    let closing =
      String(repeating: "<font>", count: 400) + String(repeating: "</x>", count: 200_000)
    let took = ContinuousClock().measure {
      for html in [attributes, deep, String(repeating: "<a b=\"", count: 50_000)] {
        #expect(refusal(MailText(type: "text/html", body: html).text) == .abnormalHTML)
      }
      for html in [closing, String(repeating: "<", count: 100_000), "<!--", "<![CDATA[", "</", "&"]
      {
        #expect(refusal(MailText(type: "text/html", body: html).text) == nil)
      }
    }
    #expect(took < .seconds(5))
  }
}
