#!/bin/sh
# Stops the staging kitchen; harmless when none runs.
state="${BENTO_STATE:?}"
if [ -f "$state/pid" ]; then
  # The kitchen leads a group of its own: what it is waiting for goes with it.
  pid=$(cat "$state/pid")
  kill -TERM -- "-$pid" 2> /dev/null || kill "$pid" 2> /dev/null
  for try in 1 2 3 4 5 6 7 8 9 10; do
    kill -0 -- "-$pid" 2> /dev/null || kill -0 "$pid" 2> /dev/null || break
    sleep 0.1
  done
fi
rm -f "$state/pid" "$state/menu.now"
exit 0
