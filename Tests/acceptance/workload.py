#!/usr/bin/env python3
"""The workload of a generated news graph: every answer as it is known, with the median of its times.

usage: workload.py BINARY SHARED SCALE

Generates the graph at SCALE (S or M), imports it, asks each query over the pipe a few times. Exit status 1 if an answer is
another than the one that is known, or none; times are printed and fail nothing.
"""
import hashlib
import json
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

binary, shared, scale = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3]


def canonical(value):
    """As the workload's description has it: whole floats as integers, others to six decimals, lists sorted by their text."""
    if isinstance(value, list):
        return sorted((canonical(item) for item in value), key=str)
    if isinstance(value, float):
        value = round(value, 6)
        return int(value) if value == int(value) else value
    return value


def digest(rows, is_ordered):
    lines = [json.dumps([canonical(v) for v in row], ensure_ascii=False, separators=(",", ":")) for row in rows]
    return hashlib.sha256("\n".join(lines if is_ordered else sorted(lines)).encode()).hexdigest()


def typed(value):
    return {"int": str(value)} if isinstance(value, int) and not isinstance(value, bool) else value


with tempfile.TemporaryDirectory() as work:
    data, case = f"{work}/data", f"{work}/case.hearsay"
    subprocess.run(
        [sys.executable, shared / "bench/generate.py", "--scale", scale, "--out", data],
        check=True, stdout=subprocess.DEVNULL)
    start = time.perf_counter()
    subprocess.run([binary, "import", case, data], check=True, stdout=subprocess.DEVNULL)
    seconds, megabytes = time.perf_counter() - start, pathlib.Path(case).stat().st_size / 1e6
    print(f"{'workload ' + scale + ', import':<34} {seconds:.2f} s, {megabytes:.1f} MB")

    workload = json.loads((shared / "bench/queries.json").read_text())
    pipe = subprocess.Popen([binary, "pipe", case], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    wrong, right, times = [], 0, []
    for query in workload["queries"]:
        name = query["id"]
        parameters = {key: typed(workload["params"][scale][key]) for key in query["params"]}
        request = {"op": "run", "query": query["cypher"], "params": parameters, "values": "plain"}
        taken = []
        for _ in range(3):
            start = time.perf_counter()
            pipe.stdin.write(json.dumps(request).encode() + b"\n")
            pipe.stdin.flush()
            answer = json.loads(pipe.stdout.readline())
            taken.append(time.perf_counter() - start)
        times.append(f"{name} {statistics.median(taken) * 1000:.2f}")
        if not answer.get("ok"):
            wrong.append(f"{name}: {answer.get('message')}")
        elif digest(answer["rows"], query["ordered"]) != query["expected"][scale]["sha256"]:
            wrong.append(f"{name}: another answer, {answer['rows'][:2]}")
        else:
            right += 1
    pipe.stdin.close()
    pipe.wait()
    print(f"{'workload ' + scale + ', ms':<34} {', '.join(times)}")
    for text in wrong:
        print(f"{'workload ' + scale:<34} FAILED: {text}")
    if not wrong:
        print(f"{'workload ' + scale + ', answers':<34} {right} of {right}")
    sys.exit(1 if wrong else 0)
