namespace Alai.Rehearsal.Bento;

/// <summary>The tasks of the demo, in the order of filing.</summary>
internal static class BentoTasks
{
    public const string Prices = "Print menu prices in crowns";
    public const string Zero = "Refuse orders of less than one box";
    public const string Cheapest = "Name the cheapest box";
    public const string Vegetarian = "List only the vegetarian boxes";
    public const string Discount = "Take ten percent off large orders";
    public const string Bank = "[DECISION] Choose the bank that keeps the deposits";
    public const string Hours = "Tell the opening hours";
    public const string Sunday = "Say that the kitchen rests on Sundays";

    public static IReadOnlyList<BentoTask> All { get; } =
    [
        new("prices", Prices, "`bento menu` prints cents. Print crowns with two decimals instead; `bento price` stays in cents.")
        {
            Criteria = ["`bento menu` shows 12.50 for sushi"],
            Shows = "passes every stage at once",
        },
        new("zero", Zero, "`bento order sushi 0` and negative counts must be refused with an error and exit code 1.")
        {
            Criteria = ["a count of 0 is refused", "a negative count is refused"],
            Shows = "REVIEW rejects it, the second round passes",
        },
        new("cheapest", Cheapest, "Add a verb `cheapest` that prints the name of the cheapest box.")
        {
            Criteria = ["`bento cheapest` prints tofu"],
            Shows = "passes with a finding, which becomes a task of its own",
        },
        new("vegetarian", Vegetarian, "Add a verb `vegetarian` that prints the names of the boxes tagged vegetarian.")
        {
            Criteria = ["tofu and tempura are listed, sushi is not"],
            StartsSmall = true,
            Shows = "the small model claims success and changed nothing; the next tier does it",
        },
        new("discount", Discount, "`bento total` takes ten percent off an order of 50.00 crowns or more.")
        {
            Criteria = ["an order of 3480 cents stays 3480", "an order of 5000 cents becomes 4500"],
            Shows = "the agent deletes a failing test; the gate puts it back and asks you",
        },
        new("bank", Bank, "Two banks have made offers. Pick one.")
        {
            Shows = "never starts: it waits for a person",
        },
        new("hours", Hours, "Add a verb `hours` that prints the opening hours from data/hours.txt.")
        {
            Criteria = ["`bento hours` prints the opening hours"],
            Ships = true,
            Shows = "is deployed to staging, health-checked and documented",
        },
        new("sunday", Sunday, "`bento hours` shall also print that the kitchen rests on Sundays.")
        {
            Criteria = ["`bento hours` names Sunday"],
            After = "hours",
            Shows = "uses the lesson that the task before it left in HiveMind",
        },
    ];
}
