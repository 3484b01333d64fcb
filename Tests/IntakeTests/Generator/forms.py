"""Cases of an e-tjänst in XML, in the shape that Open ePlatform exports."""

import random
from xml.sax.saxutils import escape

import words

CATEGORIES = [
    ("Beröm", "praise"), ("Förslag", "suggestion"), ("Förbättringsförslag", "suggestion"),
    ("Klagomål", "complaint"),
]


class Writer:
    """Writes XML in one encoding, in CDATA or escaped."""

    def __init__(self, dice: random.Random):
        self.dice = dice
        self.encoding, self.declared = dice.choice([
            ("iso-8859-1", "ISO-8859-1"), ("iso-8859-1", "iso-8859-1"), ("utf-8", "UTF-8"),
            ("utf-8", None), ("cp1252", "windows-1252"), ("cp1252", "ISO-8859-1"),
        ])
        self.mark = self.encoding == "utf-8" and dice.random() < 0.3
        self.line_end = dice.choice(["\n", "\r\n"])

    def value(self, text: str) -> str:
        if self.dice.random() < 0.6 and words.western(text, self.encoding):
            return "<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>"
        return escape(text, {"\r": "&#13;"})

    def element(self, name: str, text: str) -> str:
        return f"<{name}>{self.value(text)}</{name}>"

    def document(self, body: str) -> bytes:
        head = ""
        if self.declared:
            head = f'<?xml version="1.0" encoding="{self.declared}"' + self.dice.choice(
                ["?>", ' standalone="no"?>', " ?>"]) + "\n"
        data = (head + body).replace("\n", self.line_end)
        encoded = data.encode(self.encoding, "xmlcharrefreplace")
        return (b"\xef\xbb\xbf" if self.mark else b"") + encoded


def form(dice: random.Random, number: int, day, anonymous: bool = False) -> tuple[bytes, dict]:
    """One case and what it should be read as."""
    writer = Writer(dice)
    element = writer.element
    question = 60_000

    def query(name: str, shown: str, inner: str) -> str:
        nonlocal question
        question += 1
        return (f"    <{name}><QueryID>{question}</QueryID>{element('Name', shown)}{inner}"
                f"</{name}>\n")

    text = words.text(dice)
    title = words.subject(dice)
    person = words.name(dice)
    first, _, last = person.partition(" ")
    mail = words.address(dice)
    expected = {
        "outcome": "matter", "channel": "eService", "text": text, "title": title,
        "arrivedOn": day.isoformat(), "key": f"flow:{number}", "files": [],
        "anonymous": anonymous, "senderName": None, "senderEmail": None, "replyVia": None,
        "category": None, "unit": None, "formFamily": str(100 + number % 7),
    }
    values = ""
    if dice.random() < 0.9:
        inner = dice.choice(["Rubrik", "Value"])
        values += query(dice.choice(["title", "rubrik"]), "Rubrik", element(inner, title))
    else:
        expected["title"] = None
    description = dice.choice(["description", "beskrivning", "synpunkt", "meddelande", "q17"])
    lines = text.split("\n")
    if dice.random() < 0.1 and len(lines) > 1:
        inner = element("Value", lines[0]) + element("Value", "\n".join(lines[1:]))
    else:
        inner = element("Value", text)
    values += query(description, "Beskriv din synpunkt", inner)
    if dice.random() < 0.5:
        word, category = dice.choice(CATEGORIES)
        values += query(dice.choice(["type", "typ", "category"]), "Typ av synpunkt",
                        element("Value", word))
        expected["category"] = category
    if dice.random() < 0.4:
        values += query(dice.choice(["unit", "enhet"]), "Enhet det gäller",
                        element("Value", "Hemtjänst Väst"))
        expected["unit"] = "Hemtjänst Väst"
    if dice.random() < 0.3:
        values += query("document", "Ladda upp fil", (
            f"<File><ID>{number}</ID>{element('Name', 'foto.jpg')}<Size>1234</Size></File>"))
    users = ""
    if anonymous:
        users = "".join(
            f"<{role}>{element('Firstname', first)}{element('Lastname', last)}"
            f"{element('Email', mail)}<ID>7</ID></{role}>" for role in ("Poster", "Owner"))
        link = dice.random() < 0.7
        choice = "Jag vill vara anonym" + (" och läsa mitt svar via en länk" if link else "")
        expected["replyVia"] = "eService" if link else None
        values += query("reportType", "Typ av återkoppling", element("Value", choice))
    else:
        values += query("reportType", "Typ av återkoppling",
                        "<Value>Jag vill få återkoppling via e-post/sms</Value>")
        contact = (element("Firstname", first) + element("Lastname", last)
                   + element("Email", mail) + "<MobilePhone/>")
        if dice.random() < 0.5:
            values += query("contact", "Kontaktuppgifter", contact)
        else:
            users = f"<Owner>{contact}<ID>7</ID></Owner>"
        expected.update(senderName=person, senderEmail=mail, replyVia="email")
    if dice.random() < 0.3:
        values += query("q99", "Hur ofta händer det?", element("Value", "Varje vecka"))
        expected["text"] += "\n\nHur ofta händer det? Varje vecka"
    stamp = f"{day.isoformat()}T{dice.randrange(24):02}:{dice.randrange(60):02}:00"
    body = (
        '<FlowInstance xmlns="http://www.oeplatform.org/version/2.0/schemas/flowinstance" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        'xsi:schemaLocation="http://www.oeplatform.org/version/2.0/schemas/flowinstance '
        'schema-1745.xsd">\n'
        f"  <Header><Flow><FamilyID>{expected['formFamily']}</FamilyID><Version>4</Version>"
        f"<FlowID>1745</FlowID>{element('Name', 'Lämna synpunkt')}</Flow>\n"
        f"    <FlowInstanceID>{number}</FlowInstanceID>"
        f"<Status><ID>1</ID>{element('Name', 'Mottagen')}</Status>{users}\n"
        f"    <Posted>{stamp}</Posted><FirstSubmitted>{stamp}</FirstSubmitted>"
        f"<LastSubmitted>{stamp}</LastSubmitted></Header>\n"
        f"  <Values>\n{values}  </Values>\n</FlowInstance>\n")
    return writer.document(body), expected
