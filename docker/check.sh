#!/usr/bin/env bash
# Builds the image, brings the cluster of compose.yaml up, kills a worker and the coordinator in the middle of a run,
# and holds the report against the serial engine's. ENGINE and COMPOSE name other programs than Docker's.
set -euo pipefail
cd "$(dirname "$0")/.."
engine=${ENGINE:-docker}
read -r -a compose <<<"${COMPOSE:-docker compose} -p meanfield-check -f docker/compose.yaml"
workers=3
experiment=(/experiments/quick-look.json --set network.particles=4000 --set training.horizon=0.4 --set "observe.times=[0,0.2]")

containers() { "$engine" ps --format '{{.Names}}' | grep "^meanfield-check[-_]$1" || true; }
client() { "${compose[@]}" run --rm -T --no-deps client "$@"; }
clean() { "$engine" ps -aq --filter name=meanfield-check | xargs -r "$engine" rm -f >/dev/null; "${compose[@]}" down -v >/dev/null 2>&1 || true; }
hash() { grep -o '"finalStateHash": *"[0-9a-f]*"' | grep -o '[0-9a-f]\{64\}'; }

trap clean EXIT
"$engine" build ${BUILD_OPTIONS:-} -f docker/Dockerfile -t meanfield --build-arg "COMMIT=$(git rev-parse HEAD)" .
"${compose[@]}" up -d --scale "worker=$workers"
# composers that do not know how to scale start one
while [ "$(containers worker | wc -l)" -lt "$workers" ]; do
  "${compose[@]}" run -d --name "meanfield-check-worker-$(($(containers worker | wc -l) + 1))" worker
done

expected=$(client run "${experiment[@]}" --engine serial --out /runs/serial --json | hash)
echo "serial:  $expected"

client submit "${experiment[@]}" --to coordinator:4053 --wait --out /runs/cluster --json >"${TMPDIR:-/tmp}/meanfield-check.json" &
waiting=$!
sleep 10
for victim in "$(containers worker | tail -1)" "$(containers coordinator)"; do
  echo "killing $victim"
  "$engine" kill "$victim" >/dev/null
  # a container that was killed by hand is not restarted by every engine
  sleep 5
  "$engine" start "$victim" >/dev/null || true
done
wait "$waiting"
actual=$(hash <"${TMPDIR:-/tmp}/meanfield-check.json")
echo "cluster: $actual"
[ "$actual" = "$expected" ] && echo "equal, bit for bit"
