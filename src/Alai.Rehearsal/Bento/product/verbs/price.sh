# help: price BOX             say what a box costs, in cents
wanted="${1:?which box?}"
while IFS='|' read -r name price tags; do
  if [ "$name" = "$wanted" ]; then
    echo "$price"
    exit 0
  fi
done < "$menu_file"
echo "bento: no box '$wanted' on the menu; try: bento menu" >&2
exit 1
