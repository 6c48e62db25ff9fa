# help: menu                  list the boxes with their prices
while IFS='|' read -r name price tags; do
  printf '%-12s %5s\n' "$name" "$price"
done < "$menu_file"
