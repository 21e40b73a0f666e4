#!/usr/bin/env python3
"""Writes a hostile document to standard output. Usage: hostile.py KIND SIZE"""
import io
import sys
import zipfile

HEAD = "Two killed in blast\n\nKABUL, March 3, 2021 - Two people were killed on Wednesday, police said.\n\n"


def chunks(kind, size):
    """The document piece by piece, so that a gigabyte is never held."""
    if kind == "line":
        for _ in range(size // 65536):
            yield b"x" * 65536
    elif kind == "jsonl-line":
        yield b'{"text":"'
        for _ in range(size // 65536):
            yield b"x" * 65536
        yield b'"}\n'
    elif kind in ("tags", "deep-text"):
        words = b"<p>Two people were killed, police said.</p>"
        yield b"<html><body>" + (words if kind == "tags" else b"")
        for _ in range(size // 1000):
            yield b"<div>" * 1000
        yield words
    elif kind == "attributes":
        yield b"<html><body><p " + b" ".join(b"a%d=b" % i for i in range(size)) + b">Two died, police said.</p>"
    elif kind == "nuls":
        yield HEAD.encode() + b"\0" * size
    elif kind == "escaped-nul":
        yield b'{"text":"Two people \\u0000 died, police said."}\n'
    elif kind == "mixed":
        yield HEAD.encode() + "Gruß aus Köln.".encode() + "Gruß aus Köln.".encode("latin-1") * size
    elif kind == "bidi":
        yield (HEAD + "Police \u202egnihton\u202c said \u2066two\u2069 \u200fdied\u200e \x1b[31mred\x07.\n" * size).encode()
    elif kind == "sentence":
        words = "the man said that the army of the state attacked a town in the north and"
        yield (HEAD + " ".join([words] * (size // 15)) + " left.").encode()
    elif kind == "clauses":
        yield (HEAD + "John said that " * size + "it rained.").encode()
    elif kind == "quotes":
        yield (HEAD + "“" * size + "We left,” he said." + "”" * size).encode()
    elif kind == "straight-quotes":
        yield (HEAD + 'He said "' * size + "no" + '".' * size).encode()
    elif kind == "brackets":
        yield (HEAD + "(" * size + "two died" + ")" * size + ", police said.").encode()
    elif kind == "markdown":
        yield ("# Title\n\n" + "[" * size + "two" + "](" * size + "\n").encode()
    elif kind == "token":
        yield (HEAD + "a" * size + " was killed, police said.").encode()
    elif kind == "capitals":
        yield (HEAD + "Police said " + "A." * (size // 2) + " was killed.").encode()
    elif kind == "digits":
        yield (HEAD + "Police said " + "1," * (size // 2) + " people were killed.").encode()
    elif kind == "names":
        syllables = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]

        def name(number):
            parts = []
            for _ in range(4):
                number, part = divmod(number, len(syllables))
                parts.append(syllables[part])
            return "".join(parts).capitalize()

        for start in range(0, size, 1000):
            yield "".join(f"{name(n * 7 + 1)} {name(n * 13 + 5)} met police. " for n in range(start, start + 1000)).encode()
    elif kind == "lines":
        yield b"\n" * size + b"Two people were killed, police said.\n"
    elif kind == "paragraphs":
        yield ("Two people were killed in Kabul on Monday, police said.\n\n" * size).encode()
    elif kind == "deaths":
        yield ("Two men died. " * size).encode()
    elif kind == "denials":
        yield ("Police said two men died. Iran denied it. " * size).encode()
    elif kind == "accusations":
        yield ("Police said rebels killed two men. The rebels denied the accusation. " * size).encode()
    elif kind == "broken-jsonl":
        yield b'{"text":"Two people were killed, police said."}\n' * size + b'{"text": "cut'
    elif kind == "invalid":
        yield HEAD.encode() * size + b"\xff\xfe\xfa"
    elif kind == "utf16":
        yield HEAD.encode("utf-16-le") * size
    elif kind == "mark":
        yield b"\xff\xfe"
    elif kind == "control":
        yield b"\x00\x01"
    elif kind == "undated":
        yield b'{"text":"Two people died, police said.","published":"2024-13-45"}\n'
    elif kind == "twice":
        yield b'{"text":"Two people died, police said.","text":"Nobody died."}\n'
    elif kind == "zip":
        memory = io.BytesIO()
        with zipfile.ZipFile(memory, "w") as archive:
            archive.writestr("report.txt", HEAD * size)
        yield memory.getvalue()
    elif kind == "empty":
        return
    else:
        sys.exit(f"hostile.py: unknown kind `{kind}`")


for chunk in chunks(sys.argv[1], int(sys.argv[2])):
    sys.stdout.buffer.write(chunk)
