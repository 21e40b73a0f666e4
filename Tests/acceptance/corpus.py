#!/usr/bin/env python3
"""Reports to measure speed and memory with, as JSON Lines on standard output.

Usage: corpus.py SHARED COUNT

The messages of muc4 and the texts of attribution come as they are; beyond these, variants of them with other dates,
places and figures, so that no text comes twice and each has to be read.
"""
import json
import re
import sys

MONTHS = "JANUARY FEBRUARY MARCH APRIL MAY JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER".split()
MONTH = re.compile(r"\b(" + "|".join(MONTHS) + r")\b", re.IGNORECASE)
NUMBER = re.compile(r"\b\d{1,4}\b")
# A message opens with `   SAN SALVADOR, 4 JAN 90 (ACAN-EFE) -- [TEXT]`.
PLACE = re.compile(r"^\s*([A-Z][A-Z .]+), \d")


def originals(shared):
    for name in ("muc4/train", "muc4/dev"):
        for line in open(f"{shared}/{name}.jsonl", encoding="utf-8"):
            record = json.loads(line)
            yield record["docid"], record["text"]
    for name in ("attribution/gum_train", "attribution/gum_dev"):
        for line in open(f"{shared}/{name}.jsonl", encoding="utf-8"):
            record = json.loads(line)
            yield record["doc"], record["text"]


def variant(text, number, places):
    """The text with figures, months and the place of its first line moved on by `number`."""

    def figure(match):
        value = int(match.group())
        # What may be a day of a month stays one, and a year stays in its century.
        if value <= 31:
            return str((value + number) % 31 + 1)
        if len(match.group()) == 4:
            return str(value // 100 * 100 + (value + number) % 100)
        return str(value + number)

    def month(match):
        moved = MONTHS[(MONTHS.index(match.group().upper()) + number) % 12]
        return moved if match.group().isupper() else moved.capitalize()

    moved = MONTH.sub(month, NUMBER.sub(figure, text))
    head = PLACE.match(moved)
    if head:
        place = places[(places.index(head.group(1)) + number) % len(places)] if head.group(1) in places else places[0]
        moved = moved[: head.start(1)] + place + moved[head.end(1) :]
    return moved


def main():
    shared, count = sys.argv[1], int(sys.argv[2])
    texts = list(originals(shared))
    places = sorted({head.group(1) for _, text in texts if (head := PLACE.match(text))})
    seen = set()
    round_number = 0
    while len(seen) < count:
        before = len(seen)
        for name, text in texts:
            if len(seen) == count:
                break
            text = variant(text, round_number, places) if round_number else text
            if text in seen:
                continue
            seen.add(text)
            print(json.dumps({"id": f"{name}.{round_number}", "text": text}))
        round_number += 1
        if len(seen) == before and round_number > 1000:
            sys.exit("corpus.py: no further variants")


main()
