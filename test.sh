#!/usr/bin/env bash
# Builds once in Release, checks the formatting, and runs every test project.
# Ends with one line, "N passed, N failed, N skipped", over all projects; exits non-zero unless all is well.
set -u -o pipefail
cd "$(dirname "$0")"

numpy_is_here() {
  local python
  for python in python3 /usr/bin/python3; do
    "$python" -c 'import numpy' 2>/dev/null && return 0
  done
  return 1
}

# The tests that open results with numpy need it; everything else needs the .NET SDK alone.
if ! numpy_is_here && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Installing python3-numpy, with which the tests read results"
  { apt-get update && apt-get install -y --no-install-recommends python3-numpy; } >/dev/null 2>&1
fi
numpy_is_here || echo "No Python with numpy here: the tests that open .npy files with it will be skipped"

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
status=0

dotnet build MeanField.Cluster.sln -c Release --nologo -v q || exit 1

# the build has checked the style rules already
if ! dotnet format whitespace MeanField.Cluster.sln --verify-no-changes --no-restore; then
  echo "The sources are not formatted: run 'dotnet format'"
  status=1
fi

for project in tests/*/*.csproj; do
  name=$(basename "$project" .csproj)
  echo "== $name"
  dotnet test "$project" -c Release --no-build --nologo \
    --logger "trx;LogFileName=$name.trx" --logger "console;verbosity=minimal" \
    --results-directory "$results" || status=1
  if [ ! -s "$results/$name.trx" ]; then
    echo "$name ran no test"
    status=1
  fi
done

# <Counters total="7" executed="6" passed="5" failed="1" … />: a skipped test is counted but not executed
count() {
  cat "$results"/*.trx 2>/dev/null | grep -o '<Counters [^>]*>' | grep -o " $1=\"[0-9]*\"" \
    | tr -dc '0-9\n' | awk '{ sum += $1 } END { print sum + 0 }'
}
total=$(count total)
executed=$(count executed)
passed=$(count passed)
failed=$((executed - passed))
[ "$passed" -gt 0 ] && [ "$failed" -eq 0 ] || status=1
echo "$passed passed, $failed failed, $((total - executed)) skipped"
exit $status
