#!/usr/bin/python3
"""Writes mails and forms as they come from outside, and what each should be read as.

    python3 generate.py OUTDIR --count 500 --seed 7 --today 2026-11-01

makes OUTDIR/0001.eml, OUTDIR/0002.xml ... and OUTDIR/expected.json. Independent of Synpunkt: the
mails are made by Python's own email library, and what is expected is what went into them.
"""

import sys

sys.dont_write_bytecode = True  # nothing is written beside the sources

import argparse
import json
import pathlib
import random
from datetime import date, timedelta

import forms
import mails


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--today", type=date.fromisoformat, default=date(2026, 11, 1))
    options = parser.parse_args()
    dice = random.Random(options.seed)
    options.folder.mkdir(parents=True, exist_ok=True)
    expected = []
    for number in range(1, options.count + 1):
        day = options.today - timedelta(days=dice.randint(1, 300))
        if dice.random() < 0.35:
            case = 900_000 + number
            data, reading = forms.form(dice, case, day, anonymous=dice.random() < 0.3)
            name = f"{number:04}.xml"
        else:
            data, reading = mails.mail(dice, 900_000 + number, day)
            name = f"{number:04}.eml"
        (options.folder / name).write_bytes(data)
        expected.append({"file": name} | reading)
    (options.folder / "expected.json").write_text(
        json.dumps(expected, ensure_ascii=True, indent=1), encoding="utf-8")


main()
