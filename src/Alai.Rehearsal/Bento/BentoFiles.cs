namespace Alai.Rehearsal.Bento;

/// <summary>The files the scripted model writes.</summary>
internal static class BentoFiles
{
    public const string Menu = """
        # help: menu                  list the boxes with their prices
        while IFS='|' read -r name price tags; do
          printf '%-12s %4d.%02d\n' "$name" "$((price / 100))" "$((price % 100))"
        done < "$menu_file"

        """;

    public const string MenuTest = """
        set -eu
        sh bin/bento menu | grep -q "sushi .*12\.50" || { echo "the menu shows 12.50 for sushi"; exit 1; }

        """;

    public const string OrderOnlyZero = """
        # help: order BOX [COUNT]     put boxes into the order
        box="${1:?which box?}"
        count="${2:-1}"
        if [ "$count" = 0 ]; then
          echo "bento: expected a count of 1 or more, found $count" >&2
          exit 1
        fi
        sh "$home/bin/bento" price "$box" > /dev/null || exit 1
        echo "$box|$count" >> "$order_file"
        echo "ordered $count x $box"

        """;

    public const string OrderOnlyZeroTest = """
        set -eu
        BENTO_ORDER=$(mktemp)
        export BENTO_ORDER
        if sh bin/bento order sushi 0 2> /dev/null; then echo "a count of 0 is refused"; exit 1; fi
        rm -f "$BENTO_ORDER"

        """;

    public const string Order = """
        # help: order BOX [COUNT]     put boxes into the order
        box="${1:?which box?}"
        count="${2:-1}"
        case "$count" in
          *[!0-9]* | 0*)
            echo "bento: expected a count of 1 or more, found $count" >&2
            exit 1
            ;;
        esac
        sh "$home/bin/bento" price "$box" > /dev/null || exit 1
        echo "$box|$count" >> "$order_file"
        echo "ordered $count x $box"

        """;

    public const string OrderTest = """
        set -eu
        BENTO_ORDER=$(mktemp)
        export BENTO_ORDER
        for count in 0 -1 -20 many; do
          if sh bin/bento order sushi "$count" 2> /dev/null; then echo "a count of $count is refused"; exit 1; fi
        done
        [ ! -s "$BENTO_ORDER" ] || { echo "a refused order leaves nothing behind"; exit 1; }
        rm -f "$BENTO_ORDER"

        """;

    public const string CheapestNoHelp = """
        best=""
        while IFS='|' read -r name price tags; do
          if [ -z "$best" ] || [ "$price" -lt "$least" ]; then
            best="$name"
            least="$price"
          fi
        done < "$menu_file"
        echo "$best"

        """;

    public const string Cheapest = "# help: cheapest              name the cheapest box\n" + CheapestNoHelp;

    public const string CheapestTest = """
        set -eu
        [ "$(sh bin/bento cheapest)" = "tofu" ] || { echo "the cheapest box is tofu"; exit 1; }

        """;

    public const string Vegetarian = """
        # help: vegetarian            list the vegetarian boxes
        while IFS='|' read -r name price tags; do
          case ",$tags," in
            *,vegetarian,*) echo "$name" ;;
          esac
        done < "$menu_file"

        """;

    public const string VegetarianTest = """
        set -eu
        list=$(sh bin/bento vegetarian)
        echo "$list" | grep -qx tofu || { echo "tofu is vegetarian"; exit 1; }
        echo "$list" | grep -qx tempura || { echo "tempura is vegetarian"; exit 1; }
        if echo "$list" | grep -qx sushi; then echo "sushi is not vegetarian"; exit 1; fi

        """;

    public const string TotalForAll = """
        # help: total                 add the order up, in cents
        sum=0
        if [ -f "$order_file" ]; then
          while IFS='|' read -r box count; do
            price=$(sh "$home/bin/bento" price "$box")
            sum=$((sum + price * count))
          done < "$order_file"
        fi
        echo "$((sum * 9 / 10))"

        """;

    public const string Hours = """
        # help: hours                 tell the opening hours
        cat "$home/data/hours.txt"

        """;

    public const string HoursData = """
        Monday to Friday  11:00 to 20:00
        Saturday          12:00 to 18:00

        """;

    public const string HoursWithSunday = HoursData + "Sunday            the kitchen rests\n";

    public const string HoursTest = """
        set -eu
        sh bin/bento hours | grep -q "Saturday" || { echo "the hours name Saturday"; exit 1; }

        """;

    public const string SundayTest = """
        set -eu
        sh bin/bento hours | grep -q "Sunday" || { echo "the hours name Sunday"; exit 1; }

        """;

    public const string HoursPage = """
        # Opening hours

        `bento hours` prints the opening hours. They are kept in `data/hours.txt`, one line a day or span of days.

        """;

    public const string Changelog = """
        # Changelog

        ## Unreleased

        - `bento hours` tells the opening hours.
        - The menu, orders and totals.

        """;
}
