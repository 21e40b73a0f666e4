#!/usr/bin/env python3
"""Runs a command and tells what it took: `SECONDS CPU_SECONDS MEGABYTES CODE`, where megabytes are the largest
resident memory.

Usage: measure.py [-o STDOUT] [-e STDERR] [-t LIMIT_SECONDS] [-m LIMIT_MEGABYTES] COMMAND…

A command that passes the limit of time is ended with code 124; the limit of memory is that of its address space.
"""
import argparse
import os
import resource
import subprocess
import sys
import time


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("-o", default=os.devnull)
    parser.add_argument("-e", default=os.devnull)
    parser.add_argument("-t", type=float, default=600)
    parser.add_argument("-m", type=int)
    parser.add_argument("command", nargs=argparse.REMAINDER)
    options = parser.parse_args()

    def limit():
        if options.m:
            resource.setrlimit(resource.RLIMIT_AS, (options.m << 20, options.m << 20))

    start = time.monotonic()
    with open(options.o, "wb") as out, open(options.e, "wb") as err:
        process = subprocess.Popen(options.command, stdout=out, stderr=err, preexec_fn=limit)
        try:
            code = process.wait(timeout=options.t)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            code = 124
    seconds = time.monotonic() - start
    unit = 1 if sys.platform == "darwin" else 1024
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"{seconds:.2f} {used.ru_utime + used.ru_stime:.2f} {used.ru_maxrss * unit / 1e6:.0f} {code}")


main()
