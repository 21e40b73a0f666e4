#!/bin/sh
# Behind each edge of the world a claim, behind each claim a speaker, a report and a range whose text holds its figure:
# `hearsay check` over cases of all that ../shared holds. BINARY names the program. Exits 1 at a violation.
set -u
cd "$(dirname "$0")/../.."
shared=../shared
if [ ! -d "$shared" ]; then
  echo "provenance: skipped, there is no $shared"
  exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

# check NAME INPUT…: builds a case and checks it.
check() {
  name=$1
  shift
  if ! "$BINARY" build "$work/$name.hearsay" "$@" >/dev/null 2>"$work/err"; then
    echo "provenance: $name did not build: $(head -n 1 "$work/err")"
    failed=1
    return
  fi
  if "$BINARY" check --deep "$work/$name.hearsay" >"$work/out" 2>&1; then
    printf '%-34s %s\n' "provenance: $name" "$(tail -n 1 "$work/out" | sed 's/^[^:]*: //')"
  else
    printf '%-34s %s\n' "provenance: $name" "FAILED: $(tail -n 1 "$work/out" | sed 's/^[^:]*: //')"
    head -n "${SHOWN:-5}" "$work/out" | sed 's/^[^:]*: /  /'
    failed=1
  fi
  rm -f "$work/$name.hearsay"
}

for story in "$shared"/stories/*/; do check "$(basename "$story")" "$story"report-*.txt; done
check seeds "$shared"/seeds/*.txt
python3 - "$shared" "$work" <<'PYTHON'
import json, sys
shared, folder = sys.argv[1:]
for name, source, key in (("muc4-dev", "muc4/dev", "docid"), ("gum-dev", "attribution/gum_dev", "doc")):
    with open(f"{folder}/{name}.jsonl", "w", encoding="utf-8") as out:
        for line in open(f"{shared}/{source}.jsonl", encoding="utf-8"):
            record = json.loads(line)
            out.write(json.dumps({"id": record[key], "text": record["text"]}) + "\n")
PYTHON
check muc4-dev "$work/muc4-dev.jsonl"
check gum-dev "$work/gum-dev.jsonl"
exit $failed
