#!/usr/bin/env python3
"""MUC-4 incident templates out of what `hearsay extract` finds.

usage: BINARY=… muc4.py [--part dev|train] [--data DIR] [--extracted FILE] [--templates FILE] [--floors]
Runs BINARY over the documents' texts, fills a template for each incident and prints the scorer's table. --extracted keeps
(or, if it is there, takes) what `extract` printed; --templates keeps the templates; --floors exits 1 below the figures
that are asked for.

The schema of MUC-4 is made here, out of events, entities and claims. What counts as an incident, after the task's rules:
 - something violent was done or tried to somebody or something: attack, killing, bombing, kidnapping, arson, robbery;
 - it is a deed, not a war, a battle or an operation of two armed sides, and not what soldiers and guerrillas do to each other;
 - it is told as one deed: with somebody or something hit, or who did it, with a place or a time;
 - it is more than touched upon: one sentence must say whom or what it hit, and in a speech, an interview or a comment one
   sentence is not enough;
 - it is no older than some months: what a report recalls from years ago is background.
"""
import argparse, collections, datetime, json, os, re, subprocess, sys, tempfile

KINDS = {  # subtype of an event → incident type
    'bombing': {'bombing', 'explosion', 'suicide bombing'},
    'kidnapping': {'kidnapping', 'hostage taking'},
    'arson': {'arson'},
    'robbery': {'robbery'},
    'attack': {'attack', 'shooting', 'killing', 'murder', 'assassination', 'assassination attempt', 'massacre',
               'execution', 'shelling', 'stabbing', 'sabotage', 'storming', 'destruction', 'damage', 'injury', 'wounding',
               'beating', 'firing', 'vehicle attack', 'missile strike', 'airstrike', 'poisoning', 'hijacking',
               'strike', 'raid'},
}
# Told so, it is an incident only where people with a name are among those hit.
OPEN = {'death', 'clash', 'violence', 'war', 'incident'}
INCIDENT = {subtype: kind for kind, subtypes in KINDS.items() for subtype in subtypes}
FLOORS = {('A', 'micro'): 28, ('A', 'incident_type'): 55, ('D', 'org_confidence'): 38}
EXPLOSIVE = re.compile(r'\b(?:\w*bombs?|dynamite|explosives?|explosive (?:charge|device)s?|tnt|grenades?)\b', re.I)
# What the monitoring service writes in front of what was said and not reported.
TALK = r'\[(?:SPEECH|INTERVIEW|COMMENTARY|EDITORIAL|STATEMENT|COMMUNIQUE|ARTICLE|COLUMN)'
FORCES = {'military', 'police', 'intelligence', 'armed_group', 'security'}
AUTHORITIES = {'government', 'military', 'police', 'intelligence', 'officials', 'security', 'state', 'court', 'judicial'}


class Report:
    """One line of `extract`, with the text it was made from."""

    def __init__(self, line, text):
        self.line, self.bytes = line, text.encode()
        self.entities = {e['id']: e for e in line['entities']}
        self.claims = {c['id']: c for c in line['claims']}
        self.events, self.relations = line['events'], line['relations']
        self.plain = re.sub(r'\s+', ' ', text).upper()
        self.is_clandestine = text.strip().startswith('CLANDESTINE')
        self.is_talk = re.search(TALK, text[:260]) is not None
        self.published = line['report'].get('published')

    def bodies(self, entity):
        """What somebody belongs to, as far as the report says so: in a relation or in the words for him."""
        found = [self.entities[r['to']] for r in self.relations if r['from'] == entity['id']
                 and r['type'] in ('PART_OF', 'MEMBER_OF', 'HEAD_OF', 'SPOKESPERSON_OF')]
        if not entity['named']:
            words = [(m['start'], m['end']) for m in entity['mentions'] if m.get('form') == 'nominal']
            found += [e for e in self.entities.values() if e is not entity and e not in found and is_body(e)
                      and any(start <= m['start'] and m['end'] <= end for m in e['mentions'] for start, end in words)]
        return found

    def only_group(self):
        """The armed group, if the report names one and no other."""
        groups = [e for e in self.entities.values() if e['label'] == 'Group' and e['named'] and e.get('kind') in ('armed_group', 'cartel')]
        return groups[0] if len(groups) == 1 else None

    def text(self, start, end):
        return re.sub(r'\s+', ' ', self.bytes[start:end].decode('utf8', 'replace')).strip()

    def outermost(self, place):
        """The places from the innermost to the country."""
        chain = [place]
        while self.entities[chain[-1]].get('located_in') is not None and len(chain) < 8:
            chain.append(self.entities[chain[-1]]['located_in'])
        return chain


# MARK: Words


DETERMINERS = re.compile(r"^(?:(?:the|a|an|some|several|many|these|those|this|that|his|her|its|their|our|other|another|"
                         r"all|both|alleged|suspected|presumed|about|"
                         r"approximately|at least)\s+)+", re.I)


def bare(phrase):
    """Without what only counts or points."""
    phrase = re.sub(r'\[.*?\]|\(.*?\)', ' ', phrase)
    short = DETERMINERS.sub('', phrase.strip(' "\'-,.'))
    return short or phrase


def names(report, entity):
    return [m for m in entity['mentions'] if m.get('form') == 'name']


def full_name(report, entity):
    """The longest form of a person's name."""
    found = [report.text(m['start'], m['end']) for m in names(report, entity)]
    return max(found, key=len) if found else entity['name']


def usual_name(report, entity):
    """The form that the report uses most."""
    found = collections.Counter(report.text(m['start'], m['end']) for m in names(report, entity))
    return max(found.items(), key=lambda x: (x[1], len(x[0])))[0] if found else entity['name']


VAGUE = re.compile(r'\b(?:members?|groups?|units?|elements|band|squads?)$', re.I)


def description(report, entity, near):
    """The words for people without a name, where they stand nearest to the event; without the name of the body they
    belong to, which has a slot of its own, unless they are nothing but its members."""
    nominal = [m for m in entity['mentions'] if m.get('form') in ('nominal', 'name')]
    if not nominal:
        return None
    m = min(nominal, key=lambda m: abs(m['start'] - near))
    short = bare(report.text(m['start'], m['end']))
    if VAGUE.search(short):
        whole = entity['name'].upper()
        return bare(whole) if ' OF ' in whole and whole in report.plain else short
    for body in report.bodies(entity):
        if not is_body(body):
            continue
        for name in sorted({report.text(n['start'], n['end']) for n in names(report, body)}, key=len, reverse=True):
            if short.upper().startswith(name.upper() + ' '):
                return short[len(name) + 1:]
    return short


BODY = re.compile(r'\b(?:army|forces?|government|mafias?|military|cartels?|organi[sz]ations?|police|movement|detachment|corps|'
                  r'regime|faction|battalion|brigade|guard|navy|front|command)$', re.I)


# Says nothing of whose they are.
VAGUE_BODY = re.compile(r'(?:forces?|front|command|guard|corps|movement|organi[sz]ations?|detachment|battalion|brigade)$', re.I)


def has_body_noun(entity):
    phrase = re.split(r'\s+(?:of|in|at|from|on|for|with)\s', entity['name'])[0]
    return bool(BODY.search(phrase)) and (' ' in phrase or not VAGUE_BODY.match(phrase))


def is_body(entity):
    """An organisation that may be named as perpetrator, and not people or a state; without a name, by its noun."""
    if entity['label'] == 'Organization':
        return entity['named'] or entity.get('kind') not in ('company', None) or has_body_noun(entity)
    return entity['label'] == 'Group' and (entity['named'] or has_body_noun(entity))


# MARK: Incidents


class Incident:
    def __init__(self, report, index):
        event = report.events[index]
        self.report, self.ids = report, {event['id']}
        self.kind = INCIDENT.get(event.get('subtype') or '', 'attack')
        self.first = min(t['start'] for t in event['triggers'])
        self.roles = [r for r in event.get('roles', []) if not r.get('denied')]
        self.things = event.get('things', [])
        self.roles, self.things = list(self.roles), list(self.things)
        self.places = [p['place'] for p in event.get('places', [])]
        self.start, self.end, self.precision = event.get('start'), event.get('end'), event.get('precision')
        self.actuality = event['actuality']
        self.figures = list(event.get('figures', []))
        self.triggers = list(event['triggers'])
        self.subtype = event.get('subtype')
        if self.kind == 'attack' and any(EXPLOSIVE.search(t['name']) for t in self.things if t['part'] == 'instrument'):
            self.kind = 'bombing'

    def who(self, edge):
        return [self.report.entities[r['entity']] for r in self.roles if r['edge'] == edge]

    def claims(self, edge, entity):
        return [self.report.claims[c] for r in self.roles if r['edge'] == edge and self.report.entities[r['entity']] is entity
                for c in r['claims']]

    # What it is

    def is_told(self):
        """Whether somebody or something is hit, or somebody does it."""
        return bool(self.roles or self.things or self.figures)

    def is_touched_upon(self):
        """Named in one sentence alone: without anybody or anything hit, or in a speech, an interview, a comment."""
        if len({t['sentence'] for t in self.triggers}) > 1:
            return False
        return self.report.is_talk or not (self.who('TARGET_OF') or self.objects() or self.figures)

    def is_recent(self):
        published = self.report.published
        if not self.start or not published:
            return True
        day = (self.end or self.start)[:10]
        day += {4: '-12-31', 7: '-28'}.get(len(day), '')
        try:
            age = datetime.date.fromisoformat(published[:10]) - datetime.date.fromisoformat(day)
        except ValueError:
            return True
        return age.days <= 75

    def is_fighting(self):
        """Armed men against armed men, nobody and nothing else hit."""
        hit = self.who('TARGET_OF')
        return bool(hit) and all((e.get('kind') or '') in FORCES for e in hit) and not self.objects()

    def victims(self):
        return {e['id'] for e in self.who('TARGET_OF') if e['named'] and e['label'] == 'Person'}

    def sites(self):
        """The places below countries, with all they lie in below countries."""
        return {p for place in self.places for p in self.report.outermost(place)
                if self.report.entities[p].get('kind') not in ('country', 'state')}

    def heads(self):
        """The nouns of the things that were hit."""
        return {self.report.text(*t['head']).lower() for t in self.objects()}

    def absorb(self, other):
        for name in ('roles', 'things', 'places', 'figures', 'triggers'):
            mine = getattr(self, name)
            mine += [v for v in getattr(other, name) if v not in mine]
        self.ids |= other.ids
        self.start, self.end = self.start or other.start, self.end or other.end

    def objects(self):
        return [t for t in self.things if t['part'] == 'object']

    def may_be_of_group(self):
        """Done by fighters without a name; or by nobody the report names, if it is not the group's own broadcast."""
        agents = self.who('AGENT_OF')
        if not agents:
            return not self.report.is_clandestine
        return any(e.get('kind') == 'armed_group' for e in agents)

    def suspects(self):
        """Whoever is accused of it, charged with it or arrested for it."""
        return [self.report.entities[r['entity']] for e in self.charges() for r in e['roles']
                if r['edge'] == 'TARGET_OF' and not r.get('denied')]

    def charges(self):
        return [e for e in self.report.events if e['type'] in ('ACCUSE', 'COERCE')
                and any(c['event'] in self.ids for c in e.get('concerns', []))]

    def charge(self, entity):
        """How somebody is suspected who is not said to have done it: arrests and charges are the authorities'."""
        if self.claims('AGENT_OF', entity):
            return None
        for e in self.charges():
            if any(r['edge'] == 'TARGET_OF' and self.report.entities[r['entity']] is entity for r in e['roles']):
                accusers = [self.report.entities[r['entity']].get('kind') or '' for r in e['roles'] if r['edge'] == 'AGENT_OF']
                official = e['type'] == 'COERCE' or any(kind in AUTHORITIES for kind in accusers)
                return BY_AUTHORITIES if official else ACCUSED
        return None

    # What fills its template

    def template(self):
        report = self.report
        out = {'incident_type': self.kind, 'PerpInd': [], 'PerpOrg': [], 'Target': [], 'Victim': [], 'Weapon': []}
        conf = None
        for e in self.who('AGENT_OF') + self.who('PARTICIPANT_OF') + self.suspects():
            bodies = []
            if is_body(e):
                bodies = [e]
            elif e['label'] != 'State':
                add(out['PerpInd'], full_name(report, e) if e['named'] else description(report, e, self.first))
                bodies = [b for b in report.bodies(e) if is_body(b)]
            for body in bodies:
                add(out['PerpOrg'], usual_name(report, body) if body['named'] else description(report, body, self.first))
                conf = conf or self.charge(e) or confidence(report, self.claims('AGENT_OF', e), e)
        group = report.only_group()
        if group and not out['PerpOrg'] and self.may_be_of_group():
            add(out['PerpOrg'], usual_name(report, group))
            told = [confidence(report, self.claims('AGENT_OF', e), e) for e in self.who('AGENT_OF')]
            conf = max(told, key=STRENGTH.index) if told else FACT
        for e in self.who('TARGET_OF'):
            if e['label'] == 'Person' and e['named']:
                add(out['Victim'], full_name(report, e))
            elif e['label'] == 'Organization' and e['named']:
                add(out['Target'], usual_name(report, e))
        for t in self.things:
            if t['part'] == 'object':
                add(out['Target'], bare(report.text(t['start'], t['end'])))
            else:
                add(out['Weapon'], report.text(*t['head']))
        out['date'] = self.date()
        out['location'] = self.location()
        out['stage'] = {'happened': 'ACCOMPLISHED', 'possible': 'THREATENED', 'planned': 'THREATENED'}.get(self.actuality, 'ATTEMPTED')
        if conf:
            out['org_confidence'] = conf
        return out

    def date(self):
        if self.start and len(self.start) == 10:
            return self.start
        return (self.report.published or '')[:10] or None

    def location(self):
        for place in self.places:
            chain = [self.report.entities[p] for p in self.report.outermost(place)]
            found = [p['name'] for p in reversed(chain)]
            if chain[-1].get('kind') in ('country', 'state'):
                return [x.upper() for x in found]
            home = self.home()
            return [x.upper() for x in ([home] if home else []) + found]
        home = self.home()
        return [home.upper()] if home else []

    def home(self):
        """The country most spoken of."""
        states = [e for e in self.report.entities.values() if e.get('kind') in ('country', 'state') or e['label'] == 'State']
        return max(states, key=lambda e: len(e['mentions']))['name'] if states else None


def add(values, value):
    if value and [value] not in values:
        values.append([value])


POSSIBLE, FACT, ACCUSED, BY_AUTHORITIES, CLAIMED = (
    'POSSIBLE', 'REPORTED AS FACT', 'SUSPECTED OR ACCUSED', 'SUSPECTED OR ACCUSED BY AUTHORITIES', 'CLAIMED OR ADMITTED')
# A deed that somebody claims or is accused of is told as a fact as well, in passing: who answers for it says more.
STRENGTH = [POSSIBLE, FACT, ACCUSED, BY_AUTHORITIES, CLAIMED]
SUSPICION = re.compile(r'\b(?:alleged|suspected|presumed|supposed|apparent)\b', re.I)
CHANCE = re.compile(r'\b(?:possibl[ey]|may|might|could|perhaps|maybe)\b', re.I)


def confidence(report, claims, agent):
    """How far the report goes in naming the organisation, from the claims that put it at the deed: who makes them, with
    which stance, and with which words that weaken them."""
    levels = [level(report, c, agent) for c in claims]
    return max(levels, key=STRENGTH.index) if levels else POSSIBLE


def level(report, claim, agent):
    speaker = report.entities[claim['speaker']]
    if claim['stance'] == 'claims_responsibility':
        return CLAIMED
    if speaks_for(report, speaker, agent) and claim['stance'] in ('asserts', 'confirms', 'announces'):
        return CLAIMED
    accused = BY_AUTHORITIES if is_authority(report, speaker) else ACCUSED
    if claim['stance'] == 'alleges':
        return accused
    if claim.get('hedge'):
        return POSSIBLE if CHANCE.search(claim['hedge']) else accused
    if is_called_suspect(report, claim, agent):
        return accused
    return FACT


def is_authority(report, speaker):
    return any((e.get('kind') or '') in AUTHORITIES for e in [speaker] + report.bodies(speaker))


def speaks_for(report, speaker, agent):
    """Whether somebody speaks of a deed of his own or of his body."""
    return speaker is agent or any(b is agent for b in report.bodies(speaker)) or any(b is speaker for b in report.bodies(agent))


def is_called_suspect(report, claim, agent):
    """`alleged members of the group`, where the claim names them."""
    return any(SUSPICION.search(report.text(m['start'], m['end'])) for m in agent['mentions']
               if claim['start'] <= m['start'] < claim['end'])


def incidents(report):
    found = [Incident(report, i) for i, e in enumerate(report.events)
             if (INCIDENT.get(e.get('subtype') or '') or e.get('subtype') in OPEN) and e['type'] in ('ASSAULT', 'OTHER', 'COERCE')]
    found = [x for x in found if x.subtype not in OPEN or x.victims()]
    found = [x for x in found if x.actuality == 'happened' and x.is_told() and x.is_recent() and not x.is_fighting()]
    return [x for x in merged(found) if not x.is_touched_upon()]


def merged(found):
    """One incident for what is told in several events, unless something speaks against it."""
    result = []
    for x in found:
        known = next((y for y in result if may_be_one(x, y)), None)
        if known:
            known.absorb(x)
        else:
            result.append(x)
    return result


def may_be_one(x, y):
    if x.kind != y.kind:
        return False
    if x.start and y.start and x.start[:10] != y.start[:10] and len(x.start) == len(y.start):
        return False
    a, b = x.victims(), y.victims()
    if a and b and not a & b:
        return False
    if a and a & b:
        return True
    for a, b in ((x.sites(), y.sites()), (x.heads(), y.heads())):
        if a and b and not a & b:
            return False
    return True


def templates(report):
    return [x.template() for x in incidents(report)]


# MARK: Running


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    args = argparse.ArgumentParser()
    args.add_argument('--part', default='dev')
    args.add_argument('--data', default=os.path.join(here, '../../../shared/muc4'))
    args.add_argument('--extracted')
    args.add_argument('--templates')
    args.add_argument('--floors', action='store_true')
    args = args.parse_args()
    gold = os.path.join(args.data, args.part + '.jsonl')
    documents = [json.loads(line) for line in open(gold, encoding='utf8')]
    with tempfile.TemporaryDirectory() as work:
        extracted = args.extracted or os.path.join(work, 'extracted.jsonl')
        if not os.path.exists(extracted):
            source = os.path.join(work, 'texts.jsonl')
            with open(source, 'w', encoding='utf8') as out:
                for d in documents:
                    out.write(json.dumps({'id': d['docid'], 'text': d['text']}) + '\n')
            with open(extracted, 'w', encoding='utf8') as out:
                subprocess.run([os.environ.get('BINARY', 'hearsay'), 'extract', source], stdout=out, check=True)
        lines = [json.loads(line) for line in open(extracted, encoding='utf8')]
        assert len(lines) == len(documents), f'{len(lines)} of {len(documents)} reports were read'
        predicted = args.templates or os.path.join(work, 'templates.jsonl')
        with open(predicted, 'w', encoding='utf8') as out:
            for d, line in zip(documents, lines):
                out.write(json.dumps({'docid': d['docid'], 'templates': templates(Report(line, d['text']))}) + '\n')
        run = subprocess.run([sys.executable, os.path.join(args.data, 'score.py'), gold, predicted], capture_output=True, text=True)
    print(run.stdout, end='')
    print(run.stderr, end='', file=sys.stderr)
    if run.returncode:
        return 3
    return check(run.stdout) if args.floors else 0


def check(table):
    """Says which figure is short of what is asked for."""
    section, found = '', {}
    for line in table.splitlines():
        if re.match(r'[A-D] ', line):
            section = line[0]
        row = re.match(r'  (\S.*?)\s+P +\S+ +R +\S+ +F1 +(\S+)', line)
        if row:
            found[section, row.group(1)] = float(row.group(2))
    short = [f'{name} F1 {found.get((part, name), 0):.2f} is below {floor}' for (part, name), floor in FLOORS.items()
             if found.get((part, name), 0) < floor]
    for line in short:
        print('short:', line)
    return 1 if short else 0


if __name__ == '__main__':
    sys.exit(main())
