#!/usr/bin/env python3
"""Whether what a verb tells of happened, against judgements of readers on sentences of the English Web Treebank's training part.

    factuality.py BINARY SHARED [--errors N] [--every N]      every Nth sentence only

The reader sees each sentence alone, as text. Compared are the verbs that it makes events of: `happened` with a judgement above 0,
`planned`, `possible` and `denied` with one below. Printed: accuracy beside that of always saying `happened`, precision and recall of
what did not happen, and the correlation with the judgements' strength.
"""
import json, os, sys
from collections import Counter, defaultdict

from plover import extract, lines

SCALE = {"happened": 1.0, "planned": -0.5, "possible": -0.5, "denied": -1.0}


def treebank(path):
    """Text of each sentence, and the byte at which each of its tokens starts."""
    sentences, identifier, text, forms = {}, None, "", []
    with open(path, encoding="utf8") as file:
        for line in file:
            line = line.rstrip("\n")
            if line.startswith("# sent_id = "):
                identifier = line[12:]
            elif line.startswith("# text = "):
                text = line[9:]
            elif line and line[0].isdigit():
                cells = line.split("\t")
                if cells[0].isdigit():
                    forms.append((int(cells[0]), cells[1]))
            elif not line and identifier:
                starts, here = {}, 0
                for number, form in forms:
                    found = text.find(form, here)
                    if found >= 0:
                        starts[number], here = len(text[:found].encode("utf8")), found + len(form)
                sentences[identifier], identifier, forms = (text, starts), None, []
    return sentences


def correlation(pairs):
    n = len(pairs)
    if n < 2:
        return 0.0
    mx, my = sum(x for x, _ in pairs) / n, sum(y for _, y in pairs) / n
    sx, sy = sum((x - mx) ** 2 for x, _ in pairs) ** 0.5, sum((y - my) ** 2 for _, y in pairs) ** 0.5
    return sum((x - mx) * (y - my) for x, y in pairs) / (sx * sy) if sx and sy else 0.0


def main():
    options = sys.argv[1:]
    shown = int(options[options.index("--errors") + 1]) if "--errors" in options else 0
    binary, shared = options[:2]
    folder = os.path.join(shared, "treebanks")
    path = next(os.path.join(root, name) for root, _, names in sorted(os.walk(folder)) for name in sorted(names)
                if "ewt" in name.lower() and "train" in name.lower() and name.endswith(".conllu"))
    sentences = treebank(path)
    judged = defaultdict(dict)
    for row in lines(os.path.join(shared, "events/uds_factuality_train.jsonl")):
        if row["sent_id"] in sentences and row["confidence"] > 0.3 and row["factual"]:
            judged[row["sent_id"]][row["token"]] = row
    names = sorted(judged)[::int(options[options.index("--every") + 1]) if "--every" in options else 1]
    pairs, table, errors = [], Counter(), []
    for name, line in zip(names, extract(binary, [{"text": sentences[n][0]} for n in names])):
        text, starts = sentences[name]
        read = {}
        for event in (line or {}).get("events", []):
            for trigger in event["triggers"]:
                read[trigger["start"]] = event["actuality"]
        for token, row in judged[name].items():
            actuality = read.get(starts.get(token))
            if actuality is None:
                continue
            pairs.append((SCALE[actuality], row["factual"]))
            table[actuality == "happened", row["factual"] > 0] += 1
            if (actuality == "happened") != (row["factual"] > 0):
                errors.append(f"{actuality:9s} {row['factual']:+.1f} {row['form']}: {text}")
    total = sum(table.values())
    if not total:
        sys.exit("factuality: no verb of the judgements became an event")
    right = table[True, True] + table[False, False]
    happened = table[True, True] + table[False, True]
    irreal = table[False, False]
    p, r = irreal / max(1, irreal + table[False, True]), irreal / max(1, irreal + table[True, False])
    print(f"factuality: {total} of {sum(len(judged[name]) for name in names)} judged verbs are events; right {100 * right / total:.1f} % "
          f"(always `happened`: {100 * happened / total:.1f} %)")
    print(f"  not happened P {100 * p:.1f} R {100 * r:.1f} F1 {200 * p * r / max(1e-9, p + r):.1f}; correlation {correlation(pairs):.3f}")
    for error in errors[:shown]:
        print(" ", error)


if __name__ == "__main__":
    main()
