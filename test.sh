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

# Everything needs the .NET SDK alone, but for the tests that open results with numpy, keep a journal in
# PostgreSQL, or cut a network of several hosts in two.
missing_packages() {
  numpy_is_here || echo python3-numpy
  [ -x /usr/lib/postgresql/15/bin/postgres ] || echo postgresql-15
  command -v ip >/dev/null || echo iproute2
  command -v ethtool >/dev/null || echo ethtool
}

missing=$(missing_packages)
if [ -n "$missing" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Installing" $missing
  # shellcheck disable=SC2086
  { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing; } \
    >/dev/null 2>&1
fi
missing=$(missing_packages)
[ -z "$missing" ] || echo "Not here, so that some tests will be skipped:" $missing
[ "$(id -u)" = 0 ] || echo "Not root: tests with hosts, disks or databases of their own will be skipped"

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
