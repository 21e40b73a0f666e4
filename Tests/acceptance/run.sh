#!/bin/sh
# What is measured over ../shared, one line each. BINARY names the program. Exits 1 if anything is short.
set -u
cd "$(dirname "$0")/../.."
shared=../shared
if [ ! -d "$shared" ]; then
  echo "acceptance: skipped, there is no $shared"
  exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
export BINARY
say() { printf '%-34s %s\n' "$1" "$2"; }
fail() { say "$1" "FAILED: $2"; failed=1; }

# The scripts below need packages from PyPI; they get an environment of their own.
python=python3
if ! python3 -c 'import gherkin, networkx, igraph, numpy' 2>/dev/null; then
  python3 -m venv .build-python >/dev/null && .build-python/bin/pip -q install gherkin-official networkx igraph numpy >/dev/null
  python=$PWD/.build-python/bin/python
fi
if ! command -v xmllint >/dev/null 2>&1; then
  (apt-get update -qq && apt-get install -y -qq libxml2-utils) >/dev/null 2>&1 || true
fi

# 1. Two real reports, with questions.
rm -f "$work"/*.hearsay
if "$BINARY" build "$work/seeds.hearsay" "$shared"/seeds/*.txt >"$work/log" 2>&1; then
  if "$BINARY" test Tests/acceptance/seeds >"$work/log" 2>&1; then
    say "seeds, query files" "$(tail -n 1 "$work/log")"
  else
    fail "seeds, query files" "$(tail -n 1 "$work/log")"
  fi
else
  fail "seeds, build" "$(tail -n 1 "$work/log")"
fi

# 2. The same graph whatever the order, the steps and the process.
first=$(ls "$shared"/seeds/*.txt | head -n 1)
second=$(ls "$shared"/seeds/*.txt | tail -n 1)
"$BINARY" build "$work/reversed.hearsay" "$second" "$first" >/dev/null 2>&1
"$BINARY" build "$work/steps.hearsay" "$first" >/dev/null 2>&1
"$BINARY" build "$work/steps.hearsay" "$second" >/dev/null 2>&1
"$BINARY" build "$work/again.hearsay" "$first" "$second" >/dev/null 2>&1
for name in seeds reversed steps again; do
  for format in graphml json; do "$BINARY" export "$work/$name.hearsay" -o "$work/$name.$format" >/dev/null 2>&1; done
done
same=yes
for name in reversed steps again; do
  for format in graphml json; do cmp -s "$work/seeds.$format" "$work/$name.$format" || same=no; done
done
[ $same = yes ] && say "order, steps, process" "identical exports" || fail "order, steps, process" "exports differ"

# 3. GraphML: valid, and read by other programs with the same counts.
XML_CATALOG_FILES="$shared/graphml/schema/catalog.xml" xmllint --nonet --noout \
  --schema "$shared/graphml/schema/graphml+edge-label.xsd" "$work/seeds.graphml" 2>"$work/log" \
  && say "GraphML schema" "valid" || fail "GraphML schema" "$(head -n 1 "$work/log")"
nodes=$("$BINARY" query "$work/seeds.hearsay" 'MATCH (n) RETURN count(n) AS n' --format tsv | tail -n 1)
edges=$("$BINARY" query "$work/seeds.hearsay" 'MATCH ()-[r]->() RETURN count(r) AS n' --format tsv | tail -n 1)
$python Tests/acceptance/graphml_counts.py "$work/seeds.graphml" "$nodes" "$edges" >"$work/log" 2>&1 \
  && say "GraphML in networkx, igraph" "$nodes nodes, $edges edges" \
  || fail "GraphML in networkx, igraph" "$(tail -n 1 "$work/log")"

# 4. The query language against the kit's scenarios.
(cd "$work" && $python "$OLDPWD/$shared/tck/run_tck.py" --features "$OLDPWD/$shared/tck/features" \
  --graphs "$OLDPWD/$shared/tck/graphs" -- "$BINARY" pipe) >"$work/tck" 2>&1
for level in strict peer rows; do say "query scenarios, $level" "$(grep "^$level " "$work/tck" | sed 's/^[a-z]* *//')"; done
peer=$(sed -n 's/^peer .*= *\([0-9]*\)\..*% of all.*/\1/p' "$work/tck")
[ "${peer:-0}" -ge 99 ] || fail "query scenarios, peer" "below 99 %"

# 5. Stories: clusters of reports with gold.
mkdir -p "$work/graphs"
for story in "$shared"/stories/*/; do
  name=$(basename "$story")
  "$BINARY" build "$work/$name.hearsay" "$story"report-*.txt >/dev/null 2>&1 \
    && "$BINARY" export "$work/$name.hearsay" -o "$work/graphs/$name.json" >/dev/null 2>&1 \
    || fail "story $name" "did not build"
done
$python "$shared/stories/score.py" "$shared/stories" "$work/graphs" >"$work/stories" 2>&1 \
  || fail "stories" "$(tail -n 1 "$work/stories")"
tail -n 25 "$work/stories"
headline=$(sed -n 's/^ *HEADLINE *\([0-9.]*\).*/\1/p' "$work/stories" | tail -n 1)
awk -v found="${headline:-0}" 'BEGIN { exit !(found >= 62) }' || fail "stories, headline" "${headline:-nothing}, below 62"

# 6. Attribution in a corpus of many genres.
$python Tests/acceptance/attribution.py --data "$shared/attribution" >"$work/attribution" 2>&1 \
  || fail "attribution" "$(tail -n 1 "$work/attribution")"
grep -E 'reach|beyond' "$work/attribution" | while read -r line; do say "attribution" "$line"; done
$python Tests/acceptance/attribution.py --data "$shared/attribution" --claims-only >"$work/attribution" 2>&1 \
  || fail "attribution, claims only" "$(tail -n 1 "$work/attribution")"
grep reach "$work/attribution" | while read -r line; do say "attribution, claims only" "$line"; done

# 7. Who did what to whom, sentence by sentence.
$python Tests/acceptance/plover.py "$BINARY" "$shared" >"$work/plover" 2>&1 || fail "plover" "below its floor: $(tail -n 1 "$work/plover")"
cat "$work/plover"

# 8. Incident templates of old agency reports in capitals. What falls short of its aim is named.
"$python" Tests/acceptance/muc4.py --data "$shared/muc4" --floors >"$work/muc4" 2>&1
for figure in incident_type micro org_confidence; do say "MUC-4 templates, $figure" "$(grep -m1 "^  $figure " "$work/muc4" | sed 's/^ *[a-z_]* *//')"; done
grep '^short:' "$work/muc4"

sh Tests/acceptance/bad_input.sh "$BINARY" || failed=1
python3 Tests/acceptance/language.py "$BINARY" "$shared" || failed=1
python3 Tests/acceptance/durability.py "$BINARY" 50 61 || failed=1
for scale in S M; do $python Tests/acceptance/workload.py "$BINARY" "$shared" $scale || failed=1; done

# 9. What holds for all texts: a claim behind each edge, the same bytes in any order, time and memory; hostile documents.
sh Tests/acceptance/provenance.sh || failed=1
sh Tests/acceptance/determinism.sh || failed=1
sh Tests/acceptance/speed.sh || failed=1
sh Tests/acceptance/hostile.sh || failed=1

# 10. Tagger and parser on treebanks that they have not seen.
sh Tests/acceptance/treebanks.sh || failed=1
exit $failed
