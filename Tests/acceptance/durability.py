#!/usr/bin/env python3
"""What a case has acknowledged it keeps, and what is damaged in it is noticed.

usage: durability.py BINARY [KILLS] [EVERY]

Kills a writing process KILLS times (default 1000) at random moments; after each, the case must open and hold every change
that was acknowledged; kills as many about their first change. Then flips each EVERY-th byte of a small case (default 1, all of them), one at a time: the answer
must be the one that is known, or an error. Exit status 1 if a change is lost, a case does not open, or an answer is wrong.
"""
import concurrent.futures
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time

binary = sys.argv[1]
kills = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
every = int(sys.argv[3]) if len(sys.argv) > 3 else 1


def make(case):
    """A case with one short report in it."""
    report = pathlib.Path(case).with_suffix(".txt")
    report.write_text("PARIS, March 3, 2024 (Reuters) - The army said on Monday that 12 people were killed in Lyon.")
    subprocess.run([binary, "build", case, report], check=True, capture_output=True)
    report.unlink()


def query(case, text):
    return subprocess.run([binary, "query", "--format", "json", case, text], capture_output=True, timeout=60)


def kill_writers(folder):
    """How many changes were acknowledged and lost, and how often the case did not open."""
    case, chance = f"{folder}/killed.hearsay", random.Random(1)
    known, lost, unopened = 0, 0, 0
    make(case)
    for _ in range(kills):
        writer = subprocess.Popen([binary, "pipe", case], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        end, number = time.monotonic() + chance.uniform(0.002, 0.08), known
        os.set_blocking(writer.stdout.fileno(), False)
        pending = b""
        while time.monotonic() < end:
            # Several at once: some are acknowledged, some on their way when the end comes.
            for _ in range(4):
                number += 1
                request = {"op": "run", "query": f"CREATE (:N {{i: {number}, text: '{'x' * chance.randrange(300)}'}})"}
                try:
                    writer.stdin.write((json.dumps(request) + "\n").encode())
                    writer.stdin.flush()
                except BrokenPipeError:
                    break
            wait = time.monotonic() + 0.003
            while time.monotonic() < wait:
                pending += writer.stdout.read() or b""
        writer.kill()
        writer.wait()
        os.set_blocking(writer.stdout.fileno(), True)
        pending += writer.stdout.read() or b""
        acknowledged = known + sum(b'"ok":true' in line for line in pending.split(b"\n")[:-1])
        answer = query(case, "MATCH (n:N) RETURN count(n) AS count, coalesce(max(n.i), 0) AS last")
        if answer.returncode != 0:
            unopened += 1
            print(answer.stderr.decode()[:200])
            continue
        row = json.loads(answer.stdout)[0]
        count, last = row["count"], row["last"]
        if last < acknowledged or count != last:
            lost += 1
            print(f"acknowledged {acknowledged}, found {count} up to {last}")
        known = last
    return known, lost, unopened


def kill_first_changes(folder):
    """How often a case does not open behind a writer that was killed about its first change, which makes the file another
    kind first."""
    case = pathlib.Path(folder) / "first.hearsay"
    make(case)
    whole, unopened = case.read_bytes(), 0
    for number in range(kills):
        for rest in case.parent.glob("first.hearsay*"):
            rest.unlink()
        case.write_bytes(whole)
        writer = subprocess.Popen([binary, "pipe", case], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        writer.stdin.write(b'{"op": "run", "query": "CREATE (:N)"}\n')
        writer.stdin.flush()
        end = time.monotonic() + 5
        while not any(pathlib.Path(f"{case}{ending}").exists() for ending in ("-journal", "-wal")):
            if time.monotonic() > end:
                break
        time.sleep(number % 20 / 10_000)
        writer.kill()
        writer.wait()
        answer = query(case, "MATCH (n:N) RETURN count(n) AS count")
        if answer.returncode != 0:
            unopened += 1
            print(answer.stderr.decode()[:200])
    return unopened


def flip_bytes(folder):
    """How many flips were noticed, did nothing, and gave a wrong answer."""
    case = pathlib.Path(folder) / "small.hearsay"
    make(case)
    query(case, "CREATE (a:Actor {name: 'A', born: date('1980-01-01')})-[:MADE {at: 1.5}]->(c:Claim {text: 'it was so', n: 7})"
                " CREATE (c)-[:ABOUT]->(:Event {name: 'E', killed: 12, tags: ['x', 'y']})")
    ask = "MATCH (n) OPTIONAL MATCH (n)-[r]->(m) RETURN n, r, m"
    right = query(case, ask).stdout
    size = case.stat().st_size

    def flip(place):
        damaged = case.with_name(f"flip{place}.hearsay")
        content = bytearray(case.read_bytes())
        content[place] ^= 1 << place % 8
        damaged.write_bytes(content)
        try:
            answer = query(damaged, ask)
            if answer.returncode == 0:
                return "harmless" if answer.stdout == right else "wrong"
            return "noticed" if answer.returncode in (1, 2, 3) and answer.stderr else "crashed"
        except subprocess.TimeoutExpired:
            return "hung"
        finally:
            for rest in case.parent.glob(f"flip{place}.hearsay*"):
                rest.unlink()

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        places = range(0, size, every)
        results = list(pool.map(flip, places))
    for place, result in zip(places, results):
        if result not in ("harmless", "noticed"):
            print(f"byte {place}: {result}")
    return size, {name: results.count(name) for name in sorted(set(results))}


with tempfile.TemporaryDirectory() as folder:
    known, lost, unopened = kill_writers(folder)
    print(f"{'killed writers':<34} {kills} kills, {known} changes kept, {lost} times some lost, {unopened} times not opened")
    early = kill_first_changes(folder)
    print(f"{'writers killed at their first change':<34} {kills} kills, {early} times not opened")
    size, results = flip_bytes(folder)
    print(f"{'flipped bytes':<34} of {size}: " + ", ".join(f"{count} {name}" for name, count in results.items()))
    sys.exit(1 if lost or unopened or early or set(results) - {"harmless", "noticed"} else 0)
