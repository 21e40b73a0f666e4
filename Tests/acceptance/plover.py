#!/usr/bin/env python3
"""Who did what to whom, against the coded sentences of the PLOVER code book and the unit sentences of PETRARCH2.

    plover.py BINARY SHARED [--errors HALF|petrarch]      HALF: looked or unlooked

Sentences go through `BINARY extract --tokens`; one event each is compared with the gold by SHARED/events/score.py, for all records and for
the two halves of each type: rules are made with the first half in sight and judged on the second. Exits 1 if a figure is below its floor.

The gold codes one event a sentence, the graph keeps all. The main one is chosen here, by the tree: in the first sentence that has any, the event
whose trigger is nearest the root; what happens in the world before mere sayings.
"""
import json, os, subprocess, sys, tempfile
from collections import defaultdict

FLOORS = {"event type": 50.0, "source": 60.0, "target": 50.0}
HERE = os.path.dirname(os.path.abspath(__file__))
STATES = os.path.join(HERE, "../../Sources/CEmbeddedFiles/lexicons/states.tsv")
# The code book's name for what the graph calls by another: taking towns is fighting, a visit is a meeting.
BOOK_TYPE = {"REQUEST": "DEMAND", "ACCUSE": "DISAPPROVE", "CONTROL": "FIGHT", "WARN": "THREATEN"}
BOOK_SUBTYPE = {
    "visit": "CONSULT", "war": "FIGHT", "clash": "FIGHT", "invasion": "FIGHT", "offensive": "FIGHT", "airstrike": "FIGHT",
    # People and property given back are a retreat, property destroyed is coercion, those handed over to a court cooperation.
    "release": "RETREAT", "destruction": "COERCE", "damage": "COERCE", "arson": "COERCE", "looting": "COERCE", "extradition": "COOPERATE",
}
# An agreement that is signed is diplomatic support, one that is only reached an agreement; who breaks a truce fights.
SIGNING = {"sign", "ratify", "initial", "conclude", "finalise", "finalize"}
TRUCE = {"truce", "ceasefire", "cease-fire"}
# Sayings are claims; accidents and journeys have no category in the code book.
SIDE_TYPES = {"STATE", "PUBLISH", "OTHER", "TRAVEL", "WARN"}
FRIENDLY = {"SUPPORT", "CONSULT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "AGREE"}
HOSTILE = {"COERCE", "SANCTION", "ASSAULT"}
# Codes that the code book's examples write in their own way.
CODE_OF = {"Japan": "JAP", "Vietnam": "VTN"}
BELONGS = {"PART_OF", "NATIONAL_OF", "MEMBER_OF", "HEAD_OF", "SPOKESPERSON_OF", "BASED_IN"}


def lines(path):
    with open(path, encoding="utf8") as file:
        return [json.loads(line) for line in file if line.strip()]


def state_codes():
    codes = {}
    with open(STATES, encoding="utf8") as file:
        for line in file:
            cells = line.rstrip("\n").split("\t")
            if not line.startswith("#") and len(cells) > 3:
                codes[cells[0]] = cells[3]
    return codes


def extract(binary, records, *options):
    """Each record's analysis, in order; the reader is told nothing but the sentence."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf8") as file:
        for number, record in enumerate(records):
            file.write(json.dumps({"id": f"{number:05d}", "text": record["text"]}) + "\n")
        file.flush()
        run = subprocess.run([binary, "extract", "--tokens", *options, file.name], capture_output=True, text=True, encoding="utf8")
    if run.returncode not in (0, 4):
        sys.exit(f"plover: extract failed: {run.stderr.strip()}")
    analyses = {a["report"]["origin"].split("#")[-1]: a for a in map(json.loads, run.stdout.splitlines())}
    return [analyses.get(f"{number:05d}") for number in range(len(records))]


def book_type(event):
    """The code book files by intent: friendly deeds to come are agreements, hostile ones threats, friendly ones refused rejections."""
    kind, actuality = event["type"], event.get("actuality", "happened")
    if kind in FRIENDLY and actuality == "denied":
        return "REJECT"
    if kind in FRIENDLY and actuality == "planned":
        return "AGREE"
    if kind in HOSTILE and actuality in ("planned", "possible"):
        return "THREATEN"
    lemmas = {word for trigger in event.get("triggers", []) for word in trigger.get("lemma", "").split()}
    if kind == "AGREE" and lemmas & SIGNING:
        return "SUPPORT"
    if kind == "REJECT" and event.get("subtype") == "violation" and lemmas & TRUCE:
        return "FIGHT"
    return BOOK_SUBTYPE.get(event.get("subtype"), BOOK_TYPE.get(kind, kind))


class Analysis:
    """One line of `extract`, with what is asked of it here."""

    def __init__(self, line, text, codes):
        self.line, self.bytes, self.codes = line, text.encode("utf8"), codes
        self.entities = {e["id"]: e for e in line.get("entities", [])}
        self.events = {e["id"]: e for e in line.get("events", [])}
        self.owners = defaultdict(list)
        for relation in line.get("relations", []):
            if relation["type"] in BELONGS:
                self.owners[relation["from"]].append(relation["to"])

    def main_event(self):
        """The trigger nearest the root of the earliest sentence, or nothing."""
        ranked = []
        for number, event in enumerate(self.line.get("events", [])):
            for trigger in event.get("triggers", []):
                ranked.append((trigger["sentence"], book_type(event) in SIDE_TYPES or event["type"] in SIDE_TYPES - {"TRAVEL"}, self.depth(trigger), trigger["start"], number))
        return self.line["events"][min(ranked)[-1]] if ranked else None

    def depth(self, trigger):
        tokens = self.line["sentences"][trigger["sentence"]].get("tokens", [])
        head = {t["id"]: t["head"] for t in tokens}
        words = set(trigger.get("lemma", "").split())
        inside = [t for t in tokens if trigger["start"] <= t["start"] and t["end"] <= trigger["end"]]
        depths = []
        for token in [t for t in inside if t["lemma"] in words] or inside:
            here, steps = token["id"], 0
            while head.get(here) and steps < 200:
                here, steps = head[here], steps + 1
            depths.append(steps)
        return min(depths, default=0)

    def states(self, entity, depth=4):
        """The codes of a state, or of the states that an actor belongs to."""
        known = self.entities.get(entity, {})
        name = known.get("name", "")
        if name in self.codes and known.get("kind") in ("state", "country"):
            return [CODE_OF.get(name, self.codes[name])]
        owners = self.owners[entity] + ([known["located_in"]] if known.get("label") == "Place" and "located_in" in known else [])
        return sorted({code for owner in owners for code in self.states(owner, depth - 1)}) if depth else []

    def actor(self, entity, near):
        """The codes of a state or of the states behind people without a name; of bodies with one, the head of the words nearest the event."""
        known = self.entities[entity]
        codes = self.states(entity)
        if codes and not (known.get("named") and known.get("label") in ("Organization", "Group")):
            return codes
        mentions = [m for m in known.get("mentions", []) if m.get("form") != "pronoun"]
        if not mentions:
            return codes or [known.get("name", "")]
        nearest = min(mentions, key=lambda m: (abs(m["start"] - near), m["start"]))
        start, end = nearest.get("head") or (nearest["start"], nearest["end"])
        return [self.bytes[start:end].decode("utf8", "replace")]

    def coded(self):
        """The main event in the scorer's terms."""
        event = self.main_event()
        if not event:
            return []
        near = event["triggers"][0]["start"]
        of = lambda *edges: [r["entity"] for r in event.get("roles", []) if r["edge"] in edges]
        sources = of("AGENT_OF")
        targets = [t for t in of("TARGET_OF", "RECIPIENT_OF") if t not in sources]
        # Where nobody is named, the code book takes whom the matter agreed, threatened or demanded falls on, else the place.
        others = [self.events[c["event"]] for c in event.get("concerns", []) if c["event"] in self.events]
        for edges in (("TARGET_OF", "RECIPIENT_OF"), ("AGENT_OF",)):
            targets = targets or [r["entity"] for o in others for r in o.get("roles", []) if r["edge"] in edges and r["entity"] not in sources]
        targets = targets or [p["place"] for e in [event, *others] for p in e.get("places", [])]
        actors = lambda ids: sorted({actor for i in ids for actor in self.actor(i, near) if actor})
        return [{"event": book_type(event), "source": actors(sources), "target": actors(targets)}]


def halves(records):
    """Which half of its type each record is in: the lower numbers are looked at."""
    by_type = defaultdict(list)
    for record in records:
        by_type[record["event"]].append(record["id"])
    looked = set()
    for ids in by_type.values():
        looked.update(sorted(ids)[:(len(ids) + 1) // 2])
    return looked


def score(shared, gold, predicted, *options):
    with tempfile.TemporaryDirectory() as folder:
        for name, rows in (("gold", gold), ("predicted", predicted)):
            with open(os.path.join(folder, name), "w", encoding="utf8") as file:
                file.writelines(json.dumps(row) + "\n" for row in rows)
        command = [sys.executable, os.path.join(shared, "events/score.py"), os.path.join(folder, "gold"), os.path.join(folder, "predicted"), *options]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def figure(table, row):
    line = next((l for l in table.splitlines() if l.startswith(row)), "")
    words = line.split()
    return float(words[words.index("F1") + 1]) if "F1" in words else 0.0


def plover(binary, shared, errors):
    records = lines(os.path.join(shared, "events/plover_gsr.jsonl"))
    codes = state_codes()
    gold, predicted = [], []
    for number, (record, line) in enumerate(zip(records, extract(binary, records))):
        # One identifier stands twice in the data; a number of its own keeps the records apart.
        gold.append(record | {"id": str(number)})
        predicted.append({"id": str(number), "events": Analysis(line, record["text"], codes).coded() if line else []})
    looked = halves(records)
    half = [["unlooked", "looked"][record["id"] in looked] for record in records]
    failed = False
    for name in ("all", "looked", "unlooked"):
        chosen = [number for number in range(len(records)) if name in ("all", half[number])]
        part = [gold[n] for n in chosen], [predicted[n] for n in chosen]
        table = score(shared, *part, "--fold")
        exact = figure(score(shared, *part), "event type")
        print(f"PLOVER, {name}: {len(chosen)} sentences; type F1 {exact:.1f} with ASSAULT and FIGHT, INVESTIGATE and DISAPPROVE kept apart")
        print("".join(f"  {l}\n" for l in table.splitlines()[1:]), end="")
        if name == "all":
            failed = any(figure(table, row) < floor for row, floor in FLOORS.items())
    if errors in ("looked", "unlooked"):
        show(records, predicted, [n for n in range(len(records)) if half[n] == errors])
    return failed


def show(records, predicted, chosen):
    brief = lambda actors: [(a.get("actorText"), a.get("code")) for a in actors or [] if isinstance(a, dict)]
    for number in chosen:
        record, events = records[number], predicted[number]["events"]
        got = events[0] if events else {}
        mark = "ok" if got.get("event") == record["event"] else "--"
        print(f"{mark} {record['id'][-14:]} {record['text']}")
        print(f"   gold {record['event']} {brief(record.get('source'))} -> {brief(record.get('target'))}   [{record.get('eventText')}]")
        print(f"   read {got.get('event')} {got.get('source')} -> {got.get('target')}")


# ---- PETRARCH2: invented actors, so names come from its own dictionary ----

ROOTS = {"02": "DEMAND", "03": "AGREE", "04": "CONSULT", "05": "SUPPORT", "06": "COOPERATE", "07": "AID", "08": "CONCEDE", "09": "INVESTIGATE",
         "10": "DEMAND", "11": "DISAPPROVE", "12": "REJECT", "13": "THREATEN", "14": "PROTEST", "15": "MOBILIZE", "16": "SANCTION", "17": "COERCE",
         "18": "ASSAULT", "19": "FIGHT", "20": "FIGHT"}
ALIKE = {"FIGHT": "ASSAULT", "RETREAT": "CONCEDE"}


def petrarch_actors(path):
    """Names with their synonyms, and the first three letters of the code: `[GON]`."""
    actors, names = [], []
    with open(path, encoding="utf8") as file:
        for line in file:
            line = line.split("#")[0].strip()
            if not line or line.startswith("<"):
                continue
            code = line[line.index("[") + 1:line.index("]")][:3].upper() if "[" in line and "]" in line else None
            name = line.split("[")[0].replace("_", " ").strip().strip("+").strip()
            if name and not line.startswith("+"):
                actors.append([[], None])
            if actors:
                actors[-1][0] += [name.title()] if name else []
                actors[-1][1] = actors[-1][1] or code
    return [(names, code) for names, code in actors if names and code and code.isalpha()]


def petrarch(binary, shared, errors):
    """Sources and targets by the first three letters of their codes, types by the two-digit root, of each sentence's main event."""
    records = [r for r in lines(os.path.join(shared, "events/petrarch_unit.jsonl")) if r["events"]]
    actors = petrarch_actors(os.path.join(shared, "events/petrarch_unit.actors.txt"))
    with open(STATES, encoding="utf8") as file:
        head = file.readline()
        known = {name for line in file for cell in line.rstrip("\n").split("\t")[:3] for name in cell.split("|")}
    codes = state_codes()
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "states.tsv"), "w", encoding="utf8") as file:
            file.write(head)
            rows = {}
            for names, code in actors:
                new = [name for name in names if not known & {name, *name.split()}]
                known.update(new)
                if new:
                    rows[new[0]] = "\t".join([new[0], "|".join(new[1:]), "", "", "", "", ""]) + "\n"
                    codes[new[0]] = code
            file.writelines(rows[name] for name in sorted(rows))
        analyses = extract(binary, records, "--lexicon", folder)
    count = defaultdict(int)
    for record, line in zip(records, analyses):
        got = Analysis(line, record["text"], codes).coded() if line else []
        got = got[0] if got else {"event": None, "source": [], "target": []}
        kinds = {ROOTS[e["eventcode"][:2]] for e in record["events"] if e["eventcode"][:2] in ROOTS}
        if kinds:
            count["type", "asked"] += 1
            count["type", "right"] += ALIKE.get(got["event"], got["event"]) in {ALIKE.get(k, k) for k in kinds}
        marks = [record["id"], got["event"], sorted(kinds)]
        for side in ("source", "target"):
            want = {e[side + "code"][:3] for e in record["events"]} - {"---", "###", ""}
            have = {actor.upper()[:3] for actor in got[side]}
            for key, value in (("gold", want), ("read", have), ("right", want & have)):
                count[side, key] += len(value)
            marks.append(f"{side} {sorted(have)} for {sorted(want)}")
        if errors == "petrarch":
            print(*marks, record["text"], sep="  ")
    print(f"PETRARCH2: {len(records)} sentences; type {100 * count['type', 'right'] / count['type', 'asked']:.1f} % of {count['type', 'asked']}")
    for side in ("source", "target"):
        p, r = count[side, "right"] / max(1, count[side, "read"]), count[side, "right"] / max(1, count[side, "gold"])
        print(f"  {side:11s} P {100 * p:5.1f} R {100 * r:5.1f} F1 {100 * 2 * p * r / max(1e-9, p + r):5.1f}")


def main():
    options = sys.argv[1:]
    errors = options[options.index("--errors") + 1] if "--errors" in options else None
    binary, shared = [o for o in options if not o.startswith("--") and o != errors][:2]
    failed = plover(os.path.abspath(binary), shared, errors)
    petrarch(os.path.abspath(binary), shared, errors)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
