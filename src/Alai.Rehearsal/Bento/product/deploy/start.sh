#!/bin/sh
# Starts the staging kitchen: a process that announces the menu once a second until it is stopped.
set -eu
state="${BENTO_STATE:?where the staging kitchen keeps its state}"
mkdir -p "$state"
sh deploy/stop.sh
cp -R bin verbs data "$state/"
setsid sh deploy/kitchen.sh "$state" > "$state/kitchen.log" 2>&1 < /dev/null &
echo "$!" > "$state/pid"
