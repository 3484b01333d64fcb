"""Mails of all kinds, made with Python's email library."""

import base64
import email
import email.policy
import hashlib
import html
import random
import re
from datetime import datetime, timedelta, timezone
from email.header import Header
from email.headerregistry import Address
from email.message import EmailMessage
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.utils import format_datetime
from zoneinfo import ZoneInfo

import forms
import words

SWEDEN = ZoneInfo("Europe/Stockholm")
MODERN = email.policy.SMTP.clone(max_line_length=78)


def moment(dice: random.Random, day) -> datetime:
    """A moment on a Swedish day, told in some zone."""
    local = datetime(day.year, day.month, day.day, dice.randrange(24), dice.randrange(60),
                     tzinfo=SWEDEN)
    return local.astimezone(timezone(timedelta(hours=dice.choice([-5, 0, 1, 2, 9]))))


def written(text: str) -> str:
    """The text without the one final line end that the transport may have added."""
    return text[:-1] if text.endswith("\n") else text


def flowed(dice: random.Random, text: str) -> str:
    """Text in format=flowed."""
    lines = []
    for paragraph in text.split("\n"):
        rest = paragraph
        while True:
            line, rest = rest, ""
            space = line.rfind(" ", 0, 66)
            if len(line) > 66 and space > 0:
                line, rest = line[:space + 1], line[space + 1:]
            if line.startswith((" ", ">", "From ")):
                line = " " + line
            lines.append(line)
            if not rest:
                break
    return "\n".join(lines)


def page(dice: random.Random) -> tuple[str, str]:
    """HTML and the text that a person reads in it."""
    blocks, lines = [], []
    for _ in range(dice.randint(1, 4)):
        said = [s.replace("  ", " ") for s in dice.choices(words.SENTENCES, k=2)]
        coded = [html.escape(s) if dice.random() < 0.5
                 else html.escape(s).encode("ascii", "xmlcharrefreplace").decode() for s in said]
        kind = dice.randrange(4)
        if kind == 0:
            blocks.append(f"<p>{coded[0]}<br>\n {coded[1]}</p>")
            lines.append("\n".join(said))
        elif kind == 1:
            blocks.append(f"<ul>\n<li>{coded[0]}</li><li><b>{coded[1]}</b></li></ul>")
            lines.append("\n".join("- " + s for s in said))
        elif kind == 2:
            blocks.append(f'<p style="x">{coded[0]}&nbsp;<a href="https://exempel.se/">'
                          f'{coded[1]}</a></p>')
            lines.append(" ".join(said))
        else:
            blocks.append(f"<p><span>{coded[0]}</span>\n<i>{coded[1]}</i></p>")
            lines.append(" ".join(said))
    body = "\n".join(blocks)
    return ("<!DOCTYPE html><html><head><meta charset=utf-8><title>Nej</title>"
            "<style>p { color: red }</style></head><body><script>var a = '<p>';</script>"
            f'<div style="display: none">dolt</div>{body}</body></html>'), "\n\n".join(lines)


def attachment(dice: random.Random) -> tuple[str, str, bytes]:
    name = words.file_name(dice)
    kind = {"pdf": "application/pdf", "jpg": "image/jpeg", "PNG": "image/png"}.get(
        name.rsplit(".", 1)[1], "application/octet-stream")
    return name, kind, dice.randbytes(dice.randint(0, 4000))


def listed(files) -> list[dict]:
    return [{"name": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest(),
             "content": base64.b64encode(data).decode()} for name, _, data in files]


def survives(subject: str) -> bool:
    """Whether the library itself reads back the subject that it writes: when it folds a long one
    before a word that it has to encode, it sometimes loses or doubles a space."""
    message = EmailMessage(policy=MODERN)
    message["Subject"] = subject
    return email.message_from_bytes(message.as_bytes(), policy=MODERN)["Subject"] == subject


def headers(dice: random.Random, message, day, expected: dict) -> None:
    """Sender, recipients, subject, dates and Message-ID."""
    person, mail = words.name(dice), words.address(dice)
    message["Return-Path"] = f"<{mail}>"
    sent = moment(dice, day)
    if dice.random() < 0.7:
        late = format_datetime(sent)
        early = format_datetime(sent - timedelta(days=2))
        message["Received"] = f"from a.exempel.se by mx.kommun.se with ESMTP id 1; {late}"
        message["Received"] = f"from b.exempel.se by a.exempel.se; {early}"
        message["Date"] = format_datetime(sent - timedelta(days=3))
    else:
        message["Date"] = format_datetime(sent)
    old = isinstance(message, MIMEMultipart)
    if dice.random() < 0.9:
        if old:
            message["From"] = f"{Header(person, 'iso-8859-1').encode()} <{mail}>"
        else:
            message["From"] = Address(person, *mail.split("@"))
    else:
        message["From"], person = mail, None
    message["To"] = "synpunkter@kommun.se"
    if dice.random() < 0.3:
        message["Cc"] = "hemtjanst.vast@kommun.se, annan@exempel.se"
    if dice.random() < 0.2:
        mail = "svar" + mail
        message["Reply-To"] = mail
    subject = words.subject(dice, wide=not old)
    while not old and not survives(subject):
        subject = words.subject(dice)
    message["Subject"] = Header(subject, "iso-8859-1") if old else subject
    if dice.random() < 0.9:
        key = f"{dice.getrandbits(64):x}@exempel.se"
        message["Message-ID"] = f"<{key}>"
        expected["key"] = f"mail:{key}"
    expected.update(title=subject, senderName=person, senderEmail=mail)


def set_text(dice: random.Random, message, text: str, charset: str, subtype: str = "plain") -> None:
    ways = ["quoted-printable", "base64"]
    if max(len(line.encode(charset)) for line in text.split("\n")) < 900:
        ways.append("8bit" if not text.isascii() else "7bit")
    message.set_content(text, subtype=subtype, charset=charset, cte=dice.choice(ways))


def modern(dice: random.Random, day, expected: dict) -> EmailMessage:
    """A mail made as mail programs of today do."""
    message = EmailMessage(policy=MODERN)
    headers(dice, message, day, expected)
    charset = dice.choice(["utf-8", "utf-8", "iso-8859-1", "windows-1252", "iso-8859-15"])
    kind = dice.choice(["plain", "plain", "alternative", "html", "flowed", "empty"])
    page_html, page_text = page(dice)
    files = [attachment(dice) for _ in range(dice.choice([0, 0, 0, 1, 3]))]
    if kind == "html":
        set_text(dice, message, page_html, "utf-8", "html")
        expected["text"] = page_text
    elif kind == "flowed":
        text = "\n".join(line.rstrip() for line in words.text(dice, longest=400).split("\n")
                         if not line.startswith(">"))
        set_text(dice, message, flowed(dice, text), "utf-8")
        message.set_param("format", "flowed")
        expected["text"] = written(text)
    elif kind == "empty":
        message.set_content(" \n")
        message.add_alternative(page_html, subtype="html")
        expected["text"] = page_text
    else:
        text = words.text(dice, charset, controls=True) + dice.choice(["", "", "\n", "\n\n"])
        set_text(dice, message, text, charset)
        # The library itself ends the text with one line end.
        expected["text"] = written(text) if text.endswith("\n") else text
        if kind == "alternative":
            message.add_alternative(page_html, subtype="html", cte="base64")
            if dice.random() < 0.5:
                picture = dice.randbytes(300)
                part = message.get_payload()[1]
                part.add_related(picture, "image", "png", cid="<bild1>", filename="bild1.png")
                expected["files"] += listed([("bild1.png", "image/png", picture)])
    for name, media, data in files:
        message.add_attachment(data, *media.split("/"), filename=name)
    expected["files"] += listed(files)
    if dice.random() < 0.1:
        inner = EmailMessage()
        inner["From"], inner["Subject"] = "x@exempel.se", "Tidigare mejl"
        inner.set_content("Det gamla.")
        message.add_attachment(inner)
        expected["files"].append(
            {"name": f"bilaga-{len(expected['files']) + 1}.eml"})
    return message


def old(dice: random.Random, day, expected: dict) -> MIMEMultipart:
    """A mail as older programs make them: file names in encoded words, no RFC 2231."""
    message = MIMEMultipart()
    message.preamble = "This is a multi-part message in MIME format."
    headers(dice, message, day, expected)
    text = words.text(dice, "iso-8859-1", longest=400)
    body = MIMEBase("text", "plain", charset="ISO-8859-1")
    body.set_payload(base64.encodebytes(text.encode("iso-8859-1")).decode())
    body["Content-Transfer-Encoding"] = "BASE64"
    message.attach(body)
    files = [attachment(dice) for _ in range(dice.randint(1, 2))]
    for name, media, data in files:
        part = MIMEBase(*media.split("/"))
        part.set_payload(base64.encodebytes(data).decode())
        part["Content-Transfer-Encoding"] = "base64"
        coded = Header(name, "utf-8", maxlinelen=10_000).encode()
        part["Content-Disposition"] = f'attachment; filename="{coded}"'
        message.attach(part)
    expected.update(text=written(text), files=listed(files))
    return message


def liar(dice: random.Random, day, expected: dict) -> bytes:
    """A mail that says nothing, or something untrue, of its character set."""
    real = dice.choice(["utf-8", "cp1252"])
    said = dice.choice(["", "; charset=us-ascii", "; charset=x-unknown", "; charset=utf-8",
                        "; charset=iso-8859-1"])
    message = EmailMessage(policy=MODERN)
    headers(dice, message, day, expected)
    text = words.text(dice, real, longest=400)
    lines = [line for line in text.split("\n") if len(line) < 900]
    text = "\n".join(lines + ["Hälsningar, Åsa"])
    expected["text"] = written(text)
    head = message.as_bytes().rstrip() + b"\r\n"
    head = re.sub(rb"MIME-Version:.*\r\n", b"", head)
    return (head + f"Content-Type: text/plain{said}\r\nContent-Transfer-Encoding: 8bit\r\n".encode()
            + b"\r\n" + text.replace("\n", "\r\n").encode(real) + b"\r\n")


def platform(dice: random.Random, number: int, day, expected: dict) -> EmailMessage:
    """A mail that the e-tjänst sends by itself."""
    message = EmailMessage(policy=email.policy.SMTP)
    message["From"] = "E-tjänster <noreply@kommun.se>"
    message["To"] = "synpunkter@kommun.se"
    message["Date"] = format_datetime(moment(dice, day))
    message["Message-ID"] = f"<{dice.getrandbits(64):x}@kommun.se>"
    flow = "Lämna synpunkt"
    case = f"{flow} (ärende nr. {number})"
    kind = dice.choice(["pointer", "xml", "xml-anonymous", "status"])
    if kind == "status":
        subject = dice.choice([
            f"Ärendet {case} har skickats in", f"Ny status för ärendet {case}",
            f"Nytt meddelande kopplat till ärendet {case}", f"Tilldelad ärende {case}",
            f"Handläggningen av ärendet {case} har slutförts."])
        message["Subject"] = subject
        message.set_content(f"<p>Hej,</p><p>{subject}</p>", subtype="html")
        expected.clear()
        expected.update(outcome="aside", reason="statusMail")
        return message
    message["Subject"] = f"Nytt ärende {case}"
    message.set_content(
        f"<p>Hej,</p>\n<p>Ett nytt ärende, {case} har skickats in av {words.name(dice)}</p>",
        subtype="html")
    pdf = dice.randbytes(500)
    summary = (f"{flow}, {number}.pdf", "application/pdf", pdf)
    if kind == "pointer":
        expected.update(channel="eService", text=None, title=flow, senderName=None,
                        senderEmail=None, replyVia="eService", key=f"flow:{number}")
        files = [summary]
    else:
        data, case = forms.form(dice, number, day, anonymous=kind == "xml-anonymous")
        expected.update(case)
        message.add_attachment(data, "application", "xml", filename=f"{flow}, {number}.xml")
        files = [] if kind == "xml-anonymous" else [summary]
    message.add_attachment(pdf, "application", "pdf", filename=summary[0])
    expected["files"] = listed(files)
    return message


def mail(dice: random.Random, number: int, day) -> tuple[bytes, dict]:
    """One mail and what it should be read as."""
    expected = {
        "outcome": "matter", "channel": "email", "arrivedOn": day.isoformat(), "key": None,
        "files": [], "anonymous": False, "replyVia": "email", "category": None, "unit": None,
        "formFamily": None,
    }
    kind = dice.choices(["modern", "old", "liar", "platform"], [70, 12, 10, 8])[0]
    if kind == "liar":
        data = liar(dice, day, expected)
    elif kind == "platform":
        data = platform(dice, number, day, expected).as_bytes()
    else:
        message = (modern if kind == "modern" else old)(dice, day, expected)
        data = message.as_bytes()
    if kind == "modern" and dice.random() < 0.4 and b"\0" not in data:
        data = data.replace(b"\r\n", b"\n")
    if dice.random() < 0.1:
        line_end = b"\r\n" if b"\r\n" in data else b"\n"
        body = re.sub(rb"(?m)^(>*From )", rb">\1", data)
        data = b"From anna@exempel.se Tue Nov  3 10:00:00 2026" + line_end + body + line_end
    return data, expected
