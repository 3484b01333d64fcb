"""Names and texts as people in Sweden write them, in every shape that text can have."""

import random
import unicodedata

FIRST = ["Anna", "Åsa", "Örjan", "Gunnel", "Erik", "Márta", "José", "Zoë", "Ylva", "Björn"]
LAST = ["Exempel", "Påhittad", "Öst", "Ängström", "Testsson", "Ek-Lind", "de la Gardie"]
SUBJECTS = [
    "Matlådan kom kall", "Beröm till hemtjänsten", "Förslag: ring innan ni kommer",
    "Sena besök, hemtjänst", "Lekplatsen på Ängsvägen", "Tack!", "Klagomål på bemötande",
    "Önskar bättre skyltning vid Åhuset", "Har skickats in för sent?", "Ny status på trottoaren",
]
SENTENCES = [
    "Det vore bra om personalen ringde en stund innan de kommer.",
    "Mamma fick vänta i två timmar på sin frukost, och det är inte första gången.",
    "Åk inte så fort på Ängsgatan, är ni snälla!",
    "Ni gör ett fantastiskt jobb – fortsätt så.",
    "Varför är det 5 °C i hallen?",
    "Hälsa Märta och Örjan från mig.",
    "Det står \"stängt\" på dörren, men det är öppet <ibland> & aldrig på fredagar.",
    "Priset steg från 100 till 250 kr, d.v.s. 150 %.",
]
AWKWARD = [
    "From början var allt bra.", ">From citerat", "> citerad rad", ">> citerad två gånger", ".",
    "-- ", "--", "--gräns", "två  mellanslag", "\tindragen med tabb", "   indragen", "blank efter ",
    "=C3=A5 är inte kodat", "=?utf-8?q?inte_heller?=", "&aring; &amp; <br>", "]]> slut", "%s \\n {0}",
]
WIDE = [
    "Pris: 100 € och ”citat” – så här…", "Łódź, Kraków och Žižkov", "日本語の手紙", "שלום וברכה",
    "Tack 👍🏽 från familjen 👩‍👩‍👧‍👦 i 🇸🇪!", "A\u030a A\u0308 O\u0308 a\u030a a\u0308 o\u0308 (NFD)",
    "dolt\u200btecken och \u202ebakvänt\u202c", "ﬁn ligatur och ½ kopp", "\u00a0fast mellanslag\u00a0",
]
CONTROL = ["\x1b[31mröd\x1b[0m text", "ljud\x07", "flik\x0b och \x0c"]


def name(dice: random.Random) -> str:
    return f"{dice.choice(FIRST)} {dice.choice(LAST)}"


def address(dice: random.Random) -> str:
    return f"{dice.choice(['anna', 'asa.p', 'o_r', 'e+k'])}{dice.randrange(1000)}@exempel.se"


def western(text: str, charset: str) -> bool:
    try:
        text.encode(charset)
        return True
    except UnicodeEncodeError:
        return False


def text(dice: random.Random, charset: str = "utf-8", controls: bool = False,
         longest: int = 3000) -> str:
    """A text of one to some paragraphs that can be written in `charset`."""
    pool = SENTENCES * 3 + AWKWARD + WIDE + (CONTROL if controls else [])
    pool = [line for line in pool if western(line, charset)]
    lines = []
    for _ in range(dice.randint(1, 9)):
        kind = dice.random()
        if kind < 0.15:
            lines.append("")
        elif kind < 0.25 and longest > 500:
            lines.append(" ".join(dice.choices(SENTENCES[:3], k=dice.randint(5, longest // 80))))
        elif kind < 0.45:
            lines.append(" ".join(dice.choices([s for s in SENTENCES if western(s, charset)], k=3)))
        else:
            lines.append(dice.choice(pool))
    if not any(line.strip() for line in lines):
        lines.append("Tack!")
    result = "\n".join(lines)
    if charset == "utf-8" and dice.random() < 0.15:
        result = unicodedata.normalize("NFD", result)
    return result


def subject(dice: random.Random, wide: bool = True) -> str:
    result = dice.choice(SUBJECTS)
    kind = dice.random()
    if wide and kind < 0.1:
        result += " 👍🏽"
    elif wide and kind < 0.2:
        result = unicodedata.normalize("NFD", result)
    elif kind < 0.3:
        result += ", " + " och ".join(dice.choices(["sena besök", "kall mat", "trasig dörr"], k=6))
    return result


def file_name(dice: random.Random) -> str:
    stem = dice.choice([
        "foto", "Räkning 3 november", "bild (1)", "mötesprotokoll-åäö", "A\u030angsta\u0308v", "😀 glad",
        "ett mycket långt namn på en fil som någon har sparat utan att tänka på hur långt det blev",
    ])
    return stem + dice.choice([".pdf", ".jpg", ".docx", ".PNG"])
