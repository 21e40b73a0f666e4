#!/bin/sh
# Bad input of each kind: one clear sentence on stderr, exit code 2 or 3, and what was there stays as it was.
# Usage: bad_input.sh BINARY
set -u
binary=$1
work=$(mktemp -d)
trap 'umount "$work/full" 2>/dev/null; rm -rf "$work"' EXIT
failed=0

# expect NAME CODES COMMAND…: runs it, looks at code and stderr.
expect() {
  name=$1
  codes=$2
  shift 2
  "$@" >"$work/out" 2>"$work/err"
  code=$?
  lines=$(grep -c . "$work/err")
  case " $codes " in
  *" $code "*) ;;
  *) echo "bad input: $name: exit code $code: $(head -n 1 "$work/err")"; failed=1; return ;;
  esac
  if [ "$lines" -lt 1 ] || [ "$lines" -gt 5 ]; then echo "bad input: $name: $lines lines on stderr"; failed=1; return; fi
  printf '%-34s exit %s  %s\n' "bad input: $name" "$code" "$(head -n 1 "$work/err" | sed "s#$work/##g" | cut -c 1-110)"
}

mkdir "$work/folder"
: >"$work/empty.txt"
head -c 200000000 /dev/zero | tr '\0' 'x' >"$work/line.txt"
printf 'A headline\n\nSome words \377\376 more.\n' >"$work/invalid.txt"
head -c 4096 /dev/urandom >"$work/binary.txt"
printf 'this is no case' >"$work/nocase.hearsay"
cp "$work/nocase.hearsay" "$work/nocase.copy"
"$binary" build "$work/good.hearsay" /dev/null >/dev/null 2>&1
rm -f "$work/good.hearsay"
printf 'Two killed in blast\n\nKABUL, March 3, 2021 - Two people were killed on Wednesday, police said.\n' >"$work/good.txt"
"$binary" build "$work/good.hearsay" "$work/good.txt" >/dev/null 2>&1
cp "$work/good.hearsay" "$work/good.copy"

expect "empty file" "2" "$binary" build "$work/good.hearsay" "$work/empty.txt"
expect "one line of 200 MB" "2 3" "$binary" build "$work/good.hearsay" "$work/line.txt"
expect "invalid UTF-8" "2" "$binary" build "$work/good.hearsay" "$work/invalid.txt"
expect "binary file" "2" "$binary" build "$work/good.hearsay" "$work/binary.txt"
expect "export over a case" "2" "$binary" export "$work/good.hearsay" --format json -o "$work/good.hearsay"
expect "folder without reports" "2" "$binary" build "$work/good.hearsay" "$work/folder"
expect "missing file" "2" "$binary" build "$work/good.hearsay" "$work/missing.txt"
expect "missing case" "2" "$binary" query "$work/missing.hearsay" 'RETURN 1'
expect "no case" "2" "$binary" query "$work/nocase.hearsay" 'RETURN 1'
expect "build into no case" "2" "$binary" build "$work/nocase.hearsay" "$work/good.txt"
expect "a case without a name" "2" "$binary" build "" "$work/good.txt"
expect "a report without a name" "2" "$binary" build "$work/good.hearsay" ""
expect "extract, a report without a name" "2" "$binary" extract ""
expect "a publisher without a name" "2" "$binary" extract --publisher "" "$work/good.txt"
expect "syntax error" "2" "$binary" query "$work/good.hearsay" 'MATCH (n RETURN n'
expect "unknown variable" "2" "$binary" query "$work/good.hearsay" 'MATCH (n) RETURN m'
expect "unknown subcommand" "2" "$binary" frobnicate
cmp -s "$work/nocase.hearsay" "$work/nocase.copy" || { echo "bad input: a file that is no case was changed"; failed=1; }
cmp -s "$work/good.hearsay" "$work/good.copy" || { echo "bad input: the case was changed"; failed=1; }

# A full disk, where one can be had: a small file system in memory.
mkdir "$work/full"
if mount -t tmpfs -o size=64k none "$work/full" 2>/dev/null; then
  printf 'old' >"$work/full/graph.graphml"
  head -c 65536 /dev/zero >"$work/full/filler" 2>/dev/null
  expect "full disk on export" "2 3" "$binary" export "$work/good.hearsay" -o "$work/full/graph.graphml"
  [ "$(cat "$work/full/graph.graphml")" = old ] || { echo "bad input: the old export is gone"; failed=1; }
  [ "$(ls "$work/full" | wc -l)" -eq 2 ] || { echo "bad input: a temporary file was left: $(ls "$work/full")"; failed=1; }
elif [ -e /dev/full ]; then
  expect "full disk on export" "2 3" sh -c "'$binary' export '$work/good.hearsay' --format graphml -o - >/dev/full"
fi
exit $failed
