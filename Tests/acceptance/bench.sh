#!/bin/sh
# The workload at S and M with our engine alone and, where Kuzu, Ladybug and DuckDB are installed for $PYTHON, at M side by
# side with them. `PYTHON=… sh Tests/acceptance/bench.sh BINARY`; $PYTHON needs numpy. Skips what is not there.
set -u
binary=$1
shared=${SHARED:-../shared}
[ -d "$shared/bench" ] || { echo "no $shared/bench: the workload is left out"; exit 0; }
python=${PYTHON:-.build-python/bin/python}
command -v "$python" >/dev/null || python=python3
"$python" -c 'import numpy' 2>/dev/null || { echo "$python has no numpy: the workload is left out"; exit 0; }
failed=0
for scale in S M; do "$python" Tests/acceptance/workload.py "$binary" "$shared" $scale || failed=1; done
if ! "$python" -c 'import duckdb, kuzu, ladybug' 2>/dev/null; then
  echo "$python has no duckdb, kuzu, ladybug: nothing is measured side by side"
  exit $failed
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$python" "$shared/bench/generate.py" --scale M --out "$work/data" >/dev/null || exit 1
"$python" "$shared/bench/compare.py" --data "$work/data" --queries "$shared/bench/queries.json" --scale M \
  --peers "${PEERS:-kuzu,ladybug,duckdb,sqlite}" --ours "$binary" --work "$work" || failed=1
# Further questions of the same kinds.
"$python" Tests/acceptance/further_queries.py "$work/data" "$binary" "$shared" --peers "${PEERS:-duckdb,sqlite}" || failed=1
exit $failed
