#!/usr/bin/env python3
"""What the query language promises beyond right answers: errors with a place, limits that hold, plans in no time.

usage: language.py BINARY SHARED

Three parts, one line each; exit status 1 if one falls short:
 errors   every error scenario of the query kit: line and column inside the query, no word of the engine's own
 hostile  statements that would run for ever or fill the memory: each stopped by a named limit, the process goes on
 plans    parsing and planning the benchmark's queries, through EXPLAIN over the pipe; each time with another text, since
          plans are kept by it
"""
import json
import pathlib
import re
import subprocess
import sys
import time

binary, shared = sys.argv[1], pathlib.Path(sys.argv[2])
failed = False


class Pipe:
    def __init__(self, *options):
        self.process = subprocess.Popen([binary, "pipe", *options], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def ask(self, **request):
        self.process.stdin.write(json.dumps(request).encode() + b"\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def run(self, query, **params):
        return self.ask(op="run", query=query, params=params)


def say(name, text, good=True):
    global failed
    failed = failed or not good
    print(f"{name:<34} {text if good else 'FAILED: ' + text}")


def error_queries():
    """Query texts of scenarios that expect an error, with every row of their Examples."""
    for path in sorted((shared / "tck" / "features").rglob("*.feature")):
        for scenario in re.split(r"\n\s*Scenario(?: Outline)?: ", path.read_text())[1:]:
            if "should be raised at" not in scenario:
                continue
            found = re.search(r'When executing query:\n\s*"""\n(.*?)\n\s*"""', scenario, re.S)
            if not found:
                continue
            query = "\n".join(line.strip() for line in found.group(1).splitlines())
            tables = re.findall(r"Examples:\n((?:\s*\|.*\n?)+)", scenario)
            if not tables:
                yield query
            for table in tables:
                rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in table.strip().splitlines()]
                for row in rows[1:]:
                    text = query
                    for name, cell in zip(rows[0], row):
                        text = text.replace(f"<{name}>", cell)
                    yield text


INTERNAL = re.compile(r"Optional\(|QueryExecutor|QueryPlanner|QueryLanguage|LogicalPlan|#\d|Swift|nil\b|\bfatal")


def errors():
    pipe = Pipe()
    asked = wrong = 0
    for query in error_queries():
        pipe.ask(op="reset")
        answer = pipe.run(query)
        if answer["ok"]:
            continue  # needs its fixture
        asked += 1
        lines = query.split("\n")
        line, column = answer.get("line", 0), answer.get("column", 0)
        inside = 1 <= line <= len(lines) and 1 <= column <= len(lines[line - 1]) + 1
        if not inside or not answer.get("gqlstatus") or INTERNAL.search(answer["message"]):
            wrong += 1
            print("  no place, status or plain words:", query.replace("\n", " ")[:100], answer)
    say("language, errors with a place", f"{asked - wrong} of {asked}", asked > 300 and wrong == 0)


def hostile():
    limit = 2.0
    pipe = Pipe("--time-limit", str(limit))
    pipe.run("UNWIND range(1, 300) AS i CREATE (:N {x: i})")
    pipe.run("MATCH (a:N), (b:N) WHERE a.x < b.x AND (a.x + b.x) % 7 = 0 CREATE (a)-[:R]->(b)")
    deep = 100_000
    statements = {
        "round brackets": "RETURN " + "(" * deep + "1" + ")" * deep,
        "square brackets": "RETURN " + "[" * deep + "]" * deep,
        "open brackets": "RETURN " + "(" * deep,
        "braces": "MATCH (n) WHERE " + "EXISTS { MATCH (n) WHERE " * 20_000 + "true" + "}" * 20_000 + " RETURN n",
        "nots": "RETURN " + "NOT " * deep + "true",
        "minus signs": "RETURN " + "-" * deep + "1",
        "a long sum": "RETURN " + "1 + " * 200_000 + "1",
        "a long text": "RETURN '" + "x" * 1_000_000 + "'",
        "a longer text": "RETURN '" + "x" * 20_000_000 + "'",
        "a million letters of clauses": "MATCH (n) " * 100_000 + "RETURN 1",
        "all paths": "MATCH p = (a)-[*1..]-(b) RETURN count(p)",
        "all paths of a group": "MATCH p = (a) ((x)--(y)--(z))+ (b) RETURN count(p)",
        "all shortest": "MATCH p = ALL SHORTEST ((a)--+(b) WHERE length(p) < 0) RETURN count(p)",
        "shortest that there are not": "MATCH p = SHORTEST 1000000 (a)--+(b) RETURN count(p)",
        "walks": "MATCH REPEATABLE ELEMENTS p = (a)--{30}(b) RETURN count(p)",
        "acyclic": "MATCH p = ACYCLIC (a)--{20,}(b) RETURN count(p)",
        "a product": "MATCH (a), (b), (c), (d), (e) RETURN count(*)",
        "a sorted product": "MATCH (a), (b), (c), (d), (e) RETURN a, b, c ORDER BY a.x + b.x DESC",
        "range": "RETURN size(range(0, 1000000000000))",
        "unwound range": "UNWIND range(0, 1000000000000) AS i RETURN max(i)",
        "a range each": "UNWIND range(1, 1000000) AS i RETURN size(range(1, i))",
        "doubled text": "RETURN reduce(s = 'x', i IN range(1, 60) | s + s)",
        "doubled list": "RETURN size(reduce(s = [1], i IN range(1, 60) | s + s))",
        "deep list": "RETURN reduce(s = [], i IN range(1, 1000000) | [s])",
        "deep map": "RETURN reduce(s = {}, i IN range(1, 1000000) | {a: s})",
        "expression that backtracks": "RETURN '" + "a" * 5_000 + "b' =~ '(a+)+$'",
        "expression that repeats": "RETURN 'a' =~ '((((a{1,100}){1,100}){1,100}){1,100}){1,100}'",
        "expression of brackets": "RETURN 'a' =~ '" + "(" * 50_000 + "a" + ")" * 50_000 + "'",
        "replaced": "RETURN size(reduce(s = 'ab', i IN range(1, 60) | replace(s, 'a', 'aa')))",
        "created": "UNWIND range(1, 1000000000) AS i CREATE (:Junk)",
        "merged": "UNWIND range(1, 1000000000) AS i MERGE (:Junk {x: i})",
        "calls in calls": "UNWIND range(1, 100000) AS i CALL (i) { UNWIND range(1, 100000) AS j RETURN sum(j) AS s } RETURN sum(s)",
        "power": "RETURN 10 ^ 400, 9223372036854775807 + 1",
        "a list that shares its parts": "WITH 1 AS x0 " + " ".join(f"LET x{i} = [x{i - 1}, x{i - 1}]" for i in range(1, 61)) + " RETURN size(x60)",
        "shared in a reduction": "RETURN reduce(s = [1], x IN range(1, 60) | [s, s])",
        "a list in a list": "UNWIND range(1, 100000) AS x WITH collect(x) AS l RETURN [a IN l | [b IN l | a * b]]",
        "a letter at a time": "WITH reduce(s = 'ab', x IN range(1, 18) | s + s) AS s RETURN size([i IN range(0, size(s) - 1) WHERE substring(s, i, 1) = 'b'])",
        "many texts": "UNWIND range(1, 10000000) AS i RETURN count(DISTINCT toString(i))",
        "many expressions": "UNWIND range(1, 1000000) AS i RETURN sum(CASE WHEN toString(i) =~ ('.*' + toString(i)) THEN 1 END)",
        "sorted texts": "UNWIND range(1, 3000000) AS x RETURN x ORDER BY toString(x)",
        "combining marks": "WITH reduce(s = '\u0301\u0323', x IN range(1, 20) | s + s) AS s RETURN size(normalize('a' + s))",
        "collected maps": "UNWIND range(1, 9000000) AS i WITH {a: i, b: i, c: toString(i), d: [i, i]} AS m RETURN collect(m)[0]",
        "collected texts": "WITH reduce(s = 'ab', x IN range(1, 25) | s + s) AS s UNWIND range(1, 1000) AS i RETURN collect(s + i)",
        "many mistakes": "RETURN " + ", ".join(["xyz"] * 200_000),
        "many unknown functions": "RETURN " + ", ".join(f"fooo{i}()" for i in range(50_000)),
        "durations": "RETURN duration({years: 9223372036854775807}) + duration({years: 9223372036854775807})",
    }
    slow = []
    for name, statement in statements.items():
        start = time.monotonic()
        try:
            answer = pipe.run(statement)
        except (json.JSONDecodeError, BrokenPipeError):
            say("language, hostile statements", f"the process ended at: {name}", False)
            return
        seconds = time.monotonic() - start
        if seconds > limit + 1:
            slow.append(f"{name} {seconds:.1f} s")
        if not answer["ok"] and not answer.get("detail"):
            slow.append(f"{name}: no code")
    alive = pipe.run("RETURN 1 AS one")
    nodes = pipe.run("MATCH (n) RETURN count(n) AS n", )
    good = not slow and alive.get("ok") and str(300) in json.dumps(nodes)
    say("language, hostile statements", f"{len(statements)} stopped in time" if good else "; ".join(slow) or str(nodes), good)


def plans():
    pipe = Pipe()
    queries = json.load(open(shared / "bench" / "queries.json"))
    worst = (0.0, "")
    for query in queries["queries"]:
        text = "EXPLAIN " + query["cypher"]
        times = []
        for number in range(50):
            written = text + " " * number
            start = time.monotonic()
            answer = pipe.run(written)
            times.append(time.monotonic() - start)
        if not answer["ok"]:
            say("language, plans", f"{query['id']}: {answer}", False)
            return
        # The fastest of many: what else the machine does is no work of the planner's.
        worst = max(worst, (min(times), query["id"]))
    milliseconds = worst[0] * 1000
    say("language, plans", f"{len(queries['queries'])} queries, the slowest {worst[1]} in {milliseconds:.2f} ms with the way there and back", milliseconds <= 0.3)


errors()
hostile()
plans()
sys.exit(1 if failed else 0)
