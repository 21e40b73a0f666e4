#!/bin/sh
# Hostile documents: each is read, or refused with one sentence and exit code 2, in time linear in its length and in
# bounded memory. BINARY names the program. Exits 1 at a failure. HOSTILE_SCALE=10 makes all that is read ten times larger.
set -u
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
measure="python3 Tests/acceptance/measure.py"
scale=${HOSTILE_SCALE:-1}
failed=0
most_megabytes=${HOSTILE_MEGABYTES:-1000}

say() { printf '%-34s %s\n' "hostile: $1" "$2"; }
fail() { say "$1" "FAILED: $2"; failed=1; }

# took FILE: seconds of processor time, megabytes and exit code of extracting it.
took() { $measure -t 300 -o "$work/out" -e "$work/err" "$BINARY" extract --threads 1 "$1" | cut -d ' ' -f 2-4; }

# What the program takes for next to nothing is taken off all times.
printf 'Two people were killed, police said.\n' >"$work/small.txt"
base=$(took "$work/small.txt" | cut -d ' ' -f 1)

# refused NAME KIND SIZE ENDING: one sentence, exit code 2, little memory.
refused() {
  python3 Tests/acceptance/hostile.py "$2" "$3" >"$work/in.$4"
  set -- "$1" $(took "$work/in.$4")
  lines=$(grep -c . "$work/err")
  if [ "$4" -ne 2 ] || [ "$lines" -ne 1 ]; then
    fail "$1" "exit code $4, $lines lines on stderr: $(head -n 1 "$work/err" | cut -c 1-90)"
  elif [ "$3" -gt "$most_megabytes" ]; then
    fail "$1" "$3 MB"
  else
    say "$1" "refused, $2 s, $3 MB: $(sed "s#$work/##" "$work/err" | cut -c 1-80)"
  fi
  rm -f "$work"/in.*
}

# read NAME KIND SIZE ENDING: at the size and at twice the size. The second may take three times as long: twice, and
# room for what else the machine does.
read_twice() {
  size=$(($3 * scale))
  python3 Tests/acceptance/hostile.py "$2" "$size" >"$work/in.$4"
  python3 Tests/acceptance/hostile.py "$2" $((size * 2)) >"$work/twice.$4"
  bytes=$(wc -c <"$work/twice.$4")
  first=$(took "$work/in.$4")
  set -- "$1" "$first" $(took "$work/twice.$4")
  rm -f "$work"/in.* "$work"/twice.*
  if [ "$5" -ne 0 ] || [ "${first##* }" -ne 0 ]; then
    fail "$1" "exit code $5: $(head -n 1 "$work/err" | cut -c 1-90)"
  elif [ "$4" -gt "$most_megabytes" ]; then
    fail "$1" "$4 MB"
  elif echo "${first%% *} $3 $base" | awk '{ exit !($2 - $3 > 1 && $2 - $3 > 3 * ($1 - $3)) }'; then
    fail "$1" "${first%% *} s, and $3 s for twice as much"
  else
    say "$1" "read, $bytes bytes in $3 s (half in ${first%% *} s), $4 MB"
  fi
}

refused "a line of 1 GB" line 1073741824 txt
refused "a line of 1 GB, JSON Lines" jsonl-line 1073741824 jsonl
refused "NULs" nuls 100000 txt
refused "a NUL in JSON" escaped-nul 1 jsonl
refused "mixed encodings" mixed 1000 txt
refused "broken lines of JSON" broken-jsonl 3 jsonl
refused "invalid UTF-8" invalid 10 txt
refused "a ZIP archive" zip 10 txt
refused "an empty file" empty 0 txt
refused "a byte order mark and no text" mark 0 txt
refused "control characters alone" control 0 txt
refused "a date that is none, JSON Lines" undated 1 jsonl
refused "a field given twice, JSON Lines" twice 1 jsonl
refused "text below 1,000,000 nested tags" deep-text 1000000 html
refused "a tag of 100,000 attributes" attributes 100000 html
read_twice "1,000,000 nested tags" tags 500000 html
read_twice "direction marks and escapes" bidi 2000 txt
read_twice "a sentence of 100,000 words" sentence 50000 txt
read_twice "clauses within clauses" clauses 20000 txt
read_twice "nested quotation marks" quotes 50000 txt
read_twice "straight quotation marks" straight-quotes 10000 txt
read_twice "nested brackets" brackets 50000 txt
read_twice "200,000 nested links of Markdown" markdown 100000 md
read_twice "a token of 1 MB" token 500000 txt
read_twice "an abbreviation of 1 MB" capitals 500000 txt
read_twice "a number of 1 MB" digits 500000 txt
read_twice "100,000 names" names 50000 txt
read_twice "blank lines" lines 1000000 txt
read_twice "10,000 paragraphs alike" paragraphs 5000 txt
read_twice "10,000 deaths" deaths 5000 txt
read_twice "4,000 denials" denials 2000 txt
read_twice "4,000 accusations denied" accusations 2000 txt
read_twice "UTF-16 without its mark" utf16 500 txt

# What a terminal would obey does not reach it: neither from a report nor from its name.
python3 Tests/acceptance/hostile.py bidi 3 >"$work/report.txt"
"$BINARY" build "$work/case.hearsay" "$work/report.txt" >/dev/null 2>&1
for format in box line tsv csv json; do
  python3 Tests/acceptance/on_terminal.py "$BINARY" query "$work/case.hearsay" \
    'MATCH (c:Claim) RETURN c.text' --format $format >"$work/out" 2>&1 ||
    fail "on a terminal, $format" "$(tail -n 1 "$work/out")"
done
python3 Tests/acceptance/on_terminal.py "$BINARY" extract "$work/report.txt" >"$work/out" 2>&1 ||
  fail "on a terminal, extract" "$(tail -n 1 "$work/out")"
[ $failed -eq 0 ] && say "on a terminal" "no raw direction mark, bell or escape sequence of a report"
exit $failed
