# help: total                 add the order up, in cents
sum=0
if [ -f "$order_file" ]; then
  while IFS='|' read -r box count; do
    price=$(sh "$home/bin/bento" price "$box")
    sum=$((sum + price * count))
  done < "$order_file"
fi
echo "$sum"
