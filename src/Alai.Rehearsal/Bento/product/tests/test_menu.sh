set -eu
list=$(sh bin/bento menu)
echo "$list" | grep -q "sushi" || { echo "the menu lists sushi"; exit 1; }
[ "$(sh bin/bento price tofu)" = "980" ] || { echo "tofu costs 980"; exit 1; }
if sh bin/bento price pizza 2> /dev/null; then echo "pizza is not on the menu"; exit 1; fi
