#!/usr/bin/env python3
"""Measures attribution: who says what, with which cue, against the marked texts of ../shared/attribution.

usage: attribution.py [--set gum_dev] [--data DIR] [--write FILE] [--claims-only]
BINARY names the program. `hearsay extract` reads the texts; what it attributes is written in the scorer's shape and
scored with score.py of the data. Exits 1 if a figure is below its floor (floors hold for gum_dev only).

Two readings are scored. `attributions` is everything the program finds attributed in the words, with or without a claim
made of it; `claims` is what became a claim. GUM also counts what nobody puts forward: questions (`do you think ...`),
orders (`imagine that ...`), what is denied to be known (`they did not know ...`).

Conventions of GUM, applied here and not in the program: the cue is the verb, noun or `according to` without particles,
auxiliaries and negation; the source is the noun phrase without appositions.
"""
import argparse, collections, json, os, re, subprocess, sys, tempfile

FLOORS = {'source exact': 58, 'cue exact': 60, 'content exact': 45, 'triple soft': 40}
BEYOND = {'source exact': 70, 'cue exact': 70, 'content exact': 60}
CLAIM_FLOORS = {'source exact': 58, 'cue exact': 60, 'content exact': 45}


class CodePoints:
    """Byte offsets of a text to code points."""

    def __init__(self, text):
        self.at = {}
        offset = 0
        for index, character in enumerate(text):
            self.at[offset] = index
            offset += len(character.encode('utf-8'))
        self.at[offset] = len(text)

    def span(self, pair):
        return [self.at[pair[0]], self.at[pair[1]]]


def run(binary, documents):
    """One extracted line per document. No title is given: offsets would count it."""
    with tempfile.NamedTemporaryFile('w', suffix='.jsonl', encoding='utf-8') as file:
        for document in documents:
            file.write(json.dumps({'id': document['doc'], 'text': document['text']}) + '\n')
        file.flush()
        done = subprocess.run([binary, 'extract', '--attributions', file.name], stdout=subprocess.PIPE)
    if done.returncode != 0:
        sys.exit(f'hearsay extract failed with {done.returncode}')
    lines = [json.loads(line) for line in done.stdout.decode('utf-8').splitlines()]
    by_origin = {line['report']['origin']: line for line in lines}
    missing = [document['doc'] for document in documents if document['doc'] not in by_origin]
    if missing:
        sys.exit(f'no line for {", ".join(missing)}')
    return by_origin


def joined(spans, text):
    """Spans in order; those that overlap or have only marks, blanks or `and` between them are one."""
    result = []
    for start, end in sorted(spans):
        if result:
            between = text[result[-1][1]:start]
            words = ''.join(c if c.isalnum() else ' ' for c in between).split()
            if start <= result[-1][1] or not words or words in (['and'], ['but'], ['or']):
                result[-1][1] = max(result[-1][1], end)
                continue
        result.append([start, end])
    return result


COMPANY = set("""do does did done doing has have had having am is are was were be been being will would shall should can could
may might must ca wo n't n’t not never no to also""".split())
WHOLE = {'sure'}


def cue_of(text, span):
    """The one word that attributes, without auxiliaries, negation and particles; `according to` and `make sure` whole."""
    start, end = span
    words = [(start + m.start(), start + m.end()) for m in re.finditer(r"n['’]t\b|[^\W_]+(?=n['’]t\b)|[\w-]+", text[start:end])]
    if not words or text[start:end].lower().startswith('according'):
        return [list(span)]
    rest = [w for w in words if text[w[0]:w[1]].lower() not in COMPANY] or words
    if len(rest) > 1 and text[rest[1][0]:rest[1][1]].lower() in WHOLE:
        return [[rest[0][0], rest[1][1]]]
    return [list(rest[0])]


def predictions(line, text, claims_only):
    points = CodePoints(text)
    groups = collections.OrderedDict()
    if claims_only or 'attributions' not in line:
        # The outlet that was told passes on what its source said: one attribution in the words.
        found = [c for c in line['claims'] if c.get('cue') and c['rule'] != 'attribution.told-outlet']
    else:
        found = line['attributions']
    for item in found:
        cue = item.get('cue') or {'start': item['content'][0][0], 'end': None}
        key = (cue['start'], cue['end'])
        speakers, content, rules, _ = groups.setdefault(key, (set(), set(), [], item.get('withheld')))
        if item.get('speaker_range'):
            speakers.add(tuple(item['speaker_range']))
        speakers.update(tuple(pair) for pair in item.get('speaker_ranges', []))
        content.update(tuple(pair) for pair in item['content'])
        rules.append(item['rule'])
    result = []
    for (start, end), (speakers, content, rules, withheld) in groups.items():
        cue = points.span((start, end)) if end is not None else None
        source = [points.span(pair) for pair in sorted(speakers)]
        if not source and withheld == 'order':
            source = cue_of(text, cue)
        if not source or rules[0] in NO_CLAUSE:
            continue
        result.append({
            'source': with_relative(source, cue, text) if cue else source, 'cue': cue_of(text, cue) if cue else [],
            'rule': rules[0], 'withheld': withheld,
            'content': [with_mark(span, text) for span in joined([points.span(pair) for pair in content], text)]})
    for outer in result:
        flatten(outer, result, text)
    return result


# What GUM's discourse units leave out: what is said of a thing without a clause, and what has no source.
NO_CLAUSE = {'attribution.' + name for name in (
    'predication', 'infinitive', 'nominal-content', 'denial', 'decline', 'blame', 'accusation', 'responsibility',
    'responsibility-claimed-by', 'suspicion', 'suspect', 'estimate', 'prepositional-content',
    'speech-turn')}


def with_relative(source, cue, text):
    """GUM counts the relative pronoun: `philologists who` maintain."""
    between = re.match(r'\s+(?:who|which|that)\b', text[source[-1][1]:cue[0]]) if source[-1][1] < cue[0] else None
    return source[:-1] + [[source[-1][0], source[-1][1] + between.end()]] if between else source


def with_mark(span, text):
    """A question mark belongs to the unit in front of it."""
    start, end = span
    return [start, end + 1] if text[end:end + 1] in ('?', '!') else span


def flatten(outer, all_found, text):
    """`"I think S," X said`: both are attributed S alone."""
    first = outer['content'][0][0] if outer['content'] else None
    for inner in all_found:
        if inner is outer or not inner['content'] or not inner['cue'] or len(outer['content']) != 1:
            continue
        unit = min(inner['source'][0][0], inner['cue'][0][0])
        start, end = inner['content'][0][0], inner['content'][-1][1]
        if unit == first and start > inner['cue'][0][0] and outer['content'][-1][1] - end in (0, 1):
            outer['content'] = inner['content']
            return


def score(scorer, gold, rows):
    with tempfile.NamedTemporaryFile('w', suffix='.jsonl', encoding='utf-8') as file:
        for row in rows:
            file.write(json.dumps(row) + '\n')
        file.flush()
        done = subprocess.run([sys.executable, scorer, gold, file.name], stdout=subprocess.PIPE, check=True)
    return done.stdout.decode('utf-8')


def figures(table):
    """Name of the row to its F1."""
    result = {}
    for row in table.splitlines():
        if ' F1 ' in row:
            result[row[:26].strip()] = float(row.rsplit('F1', 1)[1])
    return result


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument('--set', default='gum_dev')
    arguments.add_argument('--data', default='../shared/attribution')
    arguments.add_argument('--write', help='keep the predictions in this file')
    arguments.add_argument('--claims-only', action='store_true', help='score only what became a claim')
    options = arguments.parse_args()
    binary = os.environ.get('BINARY') or sys.exit('BINARY is not set: the path of the program')
    gold = os.path.join(options.data, options.set + '.jsonl')
    with open(gold, encoding='utf-8') as file:
        documents = [json.loads(line) for line in file if line.strip()]
    lines = run(binary, documents)
    reading = 'claims' if options.claims_only else 'attributions'
    rows = [
        {'doc': document['doc'],
         'attributions': predictions(lines[document['doc']], document['text'], options.claims_only)}
        for document in documents]
    if options.write:
        with open(options.write, 'w', encoding='utf-8') as file:
            for row in rows:
                file.write(json.dumps(row) + '\n')
    table = score(os.path.join(options.data, 'score.py'), gold, rows)
    print(f'{options.set}, {reading}')
    print(table, end='')
    if options.set != 'gum_dev':
        return 0
    floors, beyond = (CLAIM_FLOORS, {}) if options.claims_only else (FLOORS, BEYOND)
    found = figures(table)
    short = [f'{name} {found.get(name, 0)} < {floor}' for name, floor in floors.items() if found.get(name, 0) < floor]
    for name, floor in floors.items():
        further = f', beyond {beyond[name]}' if name in beyond else ''
        print(f'{name:16} {found.get(name, 0):5.1f}  reach {floor}{further}')
    if short:
        print('short: ' + '; '.join(short))
    return 1 if short else 0


if __name__ == '__main__':
    sys.exit(main())
