# help: order BOX [COUNT]     put boxes into the order
box="${1:?which box?}"
count="${2:-1}"
sh "$home/bin/bento" price "$box" > /dev/null || exit 1
echo "$box|$count" >> "$order_file"
echo "ordered $count x $box"
