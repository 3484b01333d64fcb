#!/usr/bin/env python3
"""Writes the calendar tables that the tests compare with. Nothing here is shared with the program.

Easter: Lilius and Clavius, as in Knuth, The Art of Computer Programming 1, 1.3.2, exercise 14;
checked against published dates. Weekdays and dates: Python's datetime. Time: zoneinfo (tzdata).

    python3 generate-calendar.py    # writes easter.tsv, holidays.tsv and stockholm.tsv beside itself
"""
import datetime
import pathlib
import random
import zoneinfo

HERE = pathlib.Path(__file__).parent
DAY = datetime.timedelta(days=1)
UTC = datetime.timezone.utc
STOCKHOLM = zoneinfo.ZoneInfo("Europe/Stockholm")

PUBLISHED = """
2020-04-12 2021-04-04 2022-04-17 2023-04-09 2024-03-31 2025-04-20 2026-04-05 2027-03-28 2028-04-16
2029-04-01 2030-04-21 2031-04-13 2032-03-28 2033-04-17 2034-04-09 2035-03-25 2036-04-13 2037-04-05
2038-04-25 2039-04-10 2040-04-01
""".split()


def easter(year):
    golden = year % 19 + 1
    century = year // 100 + 1
    dropped_leap_days = 3 * century // 4 - 12
    moon = (8 * century + 5) // 25 - 5
    sunday = 5 * year // 4 - dropped_leap_days - 10
    epact = (11 * golden + 20 + moon - dropped_leap_days) % 30
    if epact == 24 or (epact == 25 and golden > 11):
        epact += 1
    full_moon = 44 - epact
    if full_moon < 21:
        full_moon += 30
    return datetime.date(year, 3, 1) + (full_moon + 7 - (sunday + full_moon) % 7 - 1) * DAY


def first(weekday, day):
    """The first such weekday (Monday is 0) on or after a day."""
    while day.weekday() != weekday:
        day += DAY
    return day


def holidays(year):
    """Lag (1989:253), and the eves of lag (1930:173) 2 §."""
    pascha = easter(year)
    midsummer = first(5, datetime.date(year, 6, 20))
    days = [
        (datetime.date(year, 1, 1), "nyårsdagen"),
        (datetime.date(year, 1, 6), "trettondedag jul"),
        (pascha - 2 * DAY, "långfredagen"),
        (pascha, "påskdagen"),
        (pascha + DAY, "annandag påsk"),
        (datetime.date(year, 5, 1), "första maj"),
        # "Sixth Thursday after Easter Day".
        (first(3, pascha) + 35 * DAY, "Kristi himmelsfärdsdag"),
        # "Seventh Sunday after Easter Day".
        (pascha + 7 * 7 * DAY, "pingstdagen"),
        (datetime.date(year, 6, 6), "nationaldagen"),
        (midsummer - DAY, "midsommarafton"),
        (midsummer, "midsommardagen"),
        (first(5, datetime.date(year, 10, 31)), "alla helgons dag"),
        (datetime.date(year, 12, 24), "julafton"),
        (datetime.date(year, 12, 25), "juldagen"),
        (datetime.date(year, 12, 26), "annandag jul"),
        (datetime.date(year, 12, 31), "nyårsafton"),
    ]
    table = dict(days)
    assert len(table) == len(days), f"two holidays on one day in {year}"
    return table


def write(name, lines):
    (HERE / name).write_text("".join(line + "\n" for line in lines), encoding="utf-8")


def days_off():
    day = datetime.date(2020, 1, 1)
    while day.year <= 2040:
        reason = holidays(day.year).get(day)
        if reason is None and day.weekday() >= 5:
            reason = ["lördag", "söndag"][day.weekday() - 5]
        if reason:
            yield f"{day.isoformat()}\t{reason}"
        day += DAY


def stockholm():
    """Milliseconds, local time, and 1 when it is the second passing of a repeated hour."""
    seconds = set()
    hour = datetime.datetime(1996, 1, 1, tzinfo=UTC)
    while hour.year <= 2040:
        after = hour + datetime.timedelta(hours=1)
        if hour.astimezone(STOCKHOLM).utcoffset() != after.astimezone(STOCKHOLM).utcoffset():
            change = int(after.timestamp())
            seconds.update([change - 3601, change - 3600, change - 1, change, change + 1,
                            change + 3599, change + 3600, change + 7200])
        hour = after
    dice = random.Random(19960331)
    low = int(datetime.datetime(1996, 1, 1, tzinfo=UTC).timestamp())
    high = int(datetime.datetime(2041, 1, 1, tzinfo=UTC).timestamp())
    seconds.update(dice.randrange(low, high) for _ in range(2000))
    for second in sorted(seconds):
        local = datetime.datetime.fromtimestamp(second, UTC).astimezone(STOCKHOLM)
        yield f"{second * 1000}\t{local.isoformat()}\t{local.fold}"


if __name__ == "__main__":
    assert [easter(int(day[:4])).isoformat() for day in PUBLISHED] == PUBLISHED
    write("easter.tsv", (easter(year).isoformat() for year in range(1900, 2101)))
    write("holidays.tsv", days_off())
    write("stockholm.tsv", stockholm())
