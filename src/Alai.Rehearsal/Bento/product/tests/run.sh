#!/bin/sh
# Runs every tests/test_*.sh in a fresh process; the first failing one ends the run.
cd -- "$(dirname -- "$0")/.." || exit 2
count=0
for test in tests/test_*.sh; do
  if ! sh "$test"; then
    echo "FAILED $test"
    exit 1
  fi
  count=$((count + 1))
done
echo "ok: $count test files"
