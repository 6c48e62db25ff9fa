set -eu
BENTO_ORDER=$(mktemp)
export BENTO_ORDER
sh bin/bento order sushi 2 > /dev/null
sh bin/bento order tofu > /dev/null
total=$(sh bin/bento total)
rm -f "$BENTO_ORDER"
[ "$total" = "3480" ] || { echo "2 sushi and 1 tofu cost 3480, found $total"; exit 1; }
