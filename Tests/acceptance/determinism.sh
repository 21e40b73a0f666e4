#!/bin/sh
# The same reports give the same exports, byte for byte: 50 reports in 20 orders, with 1 and 2 threads, at once and in
# steps. BINARY names the program. Exits 1 at a difference.
set -u
cd "$(dirname "$0")/../.."
shared=../shared
if [ ! -d "$shared" ]; then
  echo "determinism: skipped, there is no $shared"
  exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/reports"

# Stories and seeds, where reports speak of the same events, and messages of muc4 up to fifty.
for report in "$shared"/stories/*/report-*.txt "$shared"/seeds/*.txt; do
  cp "$report" "$work/reports/$(echo "$report" | sed "s#^$shared/##; s#/#-#g")"
done
python3 - "$shared" "$work/reports" <<'PYTHON'
import json, os, sys
shared, folder = sys.argv[1:]
for line in open(f"{shared}/muc4/train.jsonl", encoding="utf-8"):
    if len(os.listdir(folder)) >= 50:
        break
    record = json.loads(line)
    open(f"{folder}/{record['docid']}.txt", "w", encoding="utf-8").write(record["text"])
PYTHON
ls "$work"/reports/* >"$work/names"
count=$(wc -l <"$work/names")

# order SEED: the names in an order of their own.
order() { python3 -c 'import random, sys; names = sys.stdin.read().split("\n")[:-1]; random.Random(int(sys.argv[1])).shuffle(names); print("\n".join(names))' "$1" <"$work/names"; }

# build NAME THREADS STEPS: a case of the reports in $work/order, added to in so many steps, and its exports.
build() {
  step=$(((count + $3 - 1) / $3))
  first=1
  while [ "$first" -le "$count" ]; do
    sed -n "$first,$((first + step - 1))p" "$work/order" | tr '\n' '\0' |
      xargs -0 "$BINARY" build "$work/$1.hearsay" --threads "$2" >/dev/null 2>"$work/err" ||
      { echo "determinism: $1 did not build: $(head -n 1 "$work/err")"; exit 1; }
    first=$((first + step))
  done
  for format in graphml json; do "$BINARY" export "$work/$1.hearsay" -o "$work/$1.$format" >/dev/null 2>&1; done
  rm -f "$work/$1.hearsay"
}

cp "$work/names" "$work/order"
build reference 1 1
[ -s "$work/reference.json" ] || { echo "determinism: no export"; exit 1; }
failed=0
shuffle=1
while [ "$shuffle" -le 20 ]; do
  order "$shuffle" >"$work/order"
  # Each fourth comes in steps.
  steps=1
  [ $((shuffle % 4)) -eq 0 ] && steps=$((shuffle / 4 + 1))
  build other $((shuffle % 2 + 1)) "$steps"
  for format in graphml json; do
    cmp -s "$work/reference.$format" "$work/other.$format" ||
      { echo "determinism: order $shuffle, $((shuffle % 2 + 1)) threads, $steps steps: another $format"; failed=1; }
  done
  shuffle=$((shuffle + 1))
done
[ $failed -eq 0 ] && printf '%-34s %s\n' "determinism" \
  "$count reports, 20 orders, 1 and 2 threads, 1 to 6 steps: identical GraphML and JSON"
exit $failed
