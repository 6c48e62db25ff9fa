#!/bin/sh
# Stops the staging kitchen; harmless when none runs.
state="${BENTO_STATE:?}"
[ -f "$state/pid" ] && kill "$(cat "$state/pid")" 2> /dev/null
rm -f "$state/pid" "$state/menu.now"
exit 0
