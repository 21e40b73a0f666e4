#!/usr/bin/env python3
"""Runs a command on a terminal of its own and fails if what a report holds reaches it raw.

Usage: on_terminal.py COMMAND…

Of escape sequences only those that set colours and clear a line may appear; they are the program's own.
"""
import os
import pty
import re
import sys

OWN = re.compile(rb"\x1b\[[0-9;]*[mKJGH]|\x1b\[\?[0-9;]*[hl]|\r")
RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]")


def main():
    output = b""

    def read(descriptor):
        nonlocal output
        data = os.read(descriptor, 65536)
        output += data
        return data

    status = pty.spawn(sys.argv[1:], read)
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit("the command failed")
    shown = OWN.sub(b"", output).decode("utf-8", "replace")
    found = RAW.search(shown)
    # The report sets red; the program uses its palette's colours, so that this very sequence is the report's.
    if b"\x1b[31mred" in output or found:
        sys.exit(f"raw on the terminal: {found.group()!r} in {shown[max(0, found.start() - 20):found.end() + 20]!r}" if found else "raw colour")


main()
