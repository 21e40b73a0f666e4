#!/bin/sh
# How fast reports become a stored graph, and in how much memory: 2,400 reports of ../shared and variants of them.
# BINARY names the program. Exits 1 below the floor, which is set for a slow machine with other work to do.
set -u
cd "$(dirname "$0")/../.."
shared=../shared
if [ ! -d "$shared" ]; then
  echo "speed: skipped, there is no $shared"
  exit 0
fi
# Documents per second of processor time, and megabytes; the reach is 200 documents a second on two cores.
floor=${SPEED_FLOOR:-40}
ceiling=${MEMORY_CEILING:-1000}
count=${SPEED_DOCUMENTS:-2400}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
measure="python3 Tests/acceptance/measure.py"
cores=$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 1)

python3 Tests/acceptance/corpus.py "$shared" "$count" >"$work/all.jsonl" || exit 1
head -n $((count / 2)) "$work/all.jsonl" >"$work/half.jsonl"
failed=0

# run NAME THREADS INPUT: seconds, processor seconds, megabytes of one build.
run() {
  rm -f "$work/case.hearsay"
  set -- "$1" $($measure -e "$work/err" "$BINARY" build "$work/case.hearsay" "$3" --threads "$2")
  if [ "$5" -ne 0 ]; then
    echo "speed: $1: exit code $5: $(head -n 1 "$work/err")"
    exit 1
  fi
  seconds=$2
  processor=$3
  megabytes=$4
}

run "half" "$cores" "$work/half.jsonl"
half=$megabytes
run "one thread" 1 "$work/all.jsonl"
one=$processor
printf '%-34s %s\n' "speed, one thread" "$(echo "$count $seconds $processor $megabytes" |
  awk '{ printf "%.0f documents/s (%.0f per second of processor time), %d MB", $1 / $2, $1 / $3, $4 }')"
run "all threads" "$cores" "$work/all.jsonl"
printf '%-34s %s\n' "speed, $cores threads" "$(echo "$count $seconds $processor $megabytes $cores" |
  awk '{ printf "%.0f documents/s, %.0f a core; %.2f of %d cores busy; %d MB", $1 / $2, $1 / $2 / $5, $3 / $2, $5, $4 }')"
printf '%-34s %s\n' "memory" "$(echo "$half $megabytes $count" |
  awk '{ printf "%d MB for half as many, %.0f kB a further document", $1, ($2 - $1) * 1000 / ($3 / 2) }')"
echo "$count $one" | awk -v floor="$floor" '{ exit $1 / $2 < floor }' ||
  { echo "speed: below $floor documents per second of processor time"; failed=1; }
[ "$megabytes" -le "$ceiling" ] || { echo "speed: more than $ceiling MB"; failed=1; }
exit $failed
