#!/bin/sh
# The staging kitchen itself.
while :; do
  sh "$1/bin/bento" menu > "$1/menu.tmp" && mv "$1/menu.tmp" "$1/menu.now"
  sleep 0.2
done
