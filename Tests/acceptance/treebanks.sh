#!/bin/sh
# What tagger, lemmatiser and parser reach on treebanks they have not seen, and how fast. TRAINING names the program
# `ModelTraining`; without it, it is built. Exits 1 if a figure is below its floor.
set -u
cd "$(dirname "$0")/../.."
treebanks=../shared/treebanks
if [ ! -d "$treebanks" ]; then
  echo "treebanks: skipped, there is no $treebanks"
  exit 0
fi
static=
[ "$(uname -s)" = Linux ] && static=--static-swift-stdlib
if [ -z "${TRAINING:-}" ]; then
  swift build -c release --explicit-target-dependency-import-check error $static --product ModelTraining >/dev/null \
    || { echo "treebanks: ModelTraining does not build"; exit 1; }
  TRAINING=$(swift build -c release $static --show-bin-path)/ModelTraining
fi
report=$(mktemp)
trap 'rm -f "$report"' EXIT
"$TRAINING" --evaluate "$treebanks/UD_English-EWT/en_ewt-ud-test.conllu" \
  --evaluate "$treebanks/UD_English-PUD/en_pud-wiki.conllu" >"$report" || { echo "treebanks: not measured"; exit 1; }
cat "$report"

failed=0
# figure WORDS LINE NAME: the number behind NAME in the line that begins with LINE, in the report on the file WORDS.
figure() {
  awk -v file="$1" -v line="$2" -v name="$3" '
    /^[^ ]/ { here = index($0, file) > 0 }
    here && index($0, "  " line) == 1 {
      at = index($0, name " ")
      if (at) { split(substr($0, at + length(name) + 1), words, " "); print words[1]; exit }
    }' "$report"
}
# floor TITLE FOUND LEAST
floor() {
  if awk -v found="${2:-0}" -v least="$3" 'BEGIN { exit !(found + 0 >= least + 0) }'; then
    printf '%-34s %s (at least %s)\n' "$1" "$2" "$3"
  else
    printf '%-34s FAILED: %s, below %s\n' "$1" "${2:-nothing}" "$3"
    failed=1
  fi
}
floor "EWT test, gold tokens, UPOS" "$(figure ewt-ud-test "gold tokens" UPOS)" 95.2
floor "EWT test, gold tokens, UAS" "$(figure ewt-ud-test "gold tokens" UAS)" 86
floor "EWT test, gold tokens, LAS" "$(figure ewt-ud-test "gold tokens" LAS)" 83
floor "EWT test, raw text, LAS" "$(figure ewt-ud-test "raw text" LAS)" 78
floor "PUD, sentences" "$(figure pud-wiki "raw text" sentences)" 95
floor "parser, tokens/s on one core" "$(figure ewt-ud-test speed "tagger and parser")" 50000
exit $failed
