#!/usr/bin/env bash
# Installs the peers (Debian packages), builds everything, runs all contestants in turn and writes tables and figures:
#   bench/peers/run.sh [--quick] [--out DIRECTORY] [any other option of compare.py]
# All of it takes some hours and 10 GB of memory; a run that was broken off goes on where it was.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
out=$root/artifacts/peers
options=()
while [ $# -gt 0 ]; do
  if [ "$1" = --out ]; then out=$2; shift 2; else options+=("$1"); shift; fi
done

packages=(gcc make libc6-dev openmpi-bin libopenmpi-dev python3 python3-numpy python3-scipy python3-torch
  python3-matplotlib libopenblas0-pthread)
missing=$(for p in "${packages[@]}"; do
  dpkg-query -W -f '${Status}' "$p" 2>/dev/null | grep -q 'ok installed' || echo "$p"
done)
if [ -n "$missing" ]; then
  echo "Installing" $missing >&2
  sudo=$([ "$(id -u)" = 0 ] || echo sudo)
  $sudo apt-get update -q >&2
  # shellcheck disable=SC2086
  $sudo apt-get install -y -q --no-install-recommends $missing >&2
fi

mkdir -p "$out"
make -s -C "$here" OUT="$out/build"
dotnet build "$root/bench/MeanField.Benchmarks" -c Release --nologo -v q >&2
/usr/bin/python3 -B "$here/compare.py" --build "$out/build" --out "$out" \
  --program "$root/bench/MeanField.Benchmarks/bin/Release/net10.0/MeanField.Benchmarks.dll" "${options[@]+"${options[@]}"}"
echo "tables and figures are in $out" >&2
