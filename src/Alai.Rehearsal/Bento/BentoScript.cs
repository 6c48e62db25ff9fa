namespace Alai.Rehearsal.Bento;

using static BentoMoves;

/// <summary>
/// What the scripted model says to whom. Only its words are scripted: what follows from them (files, tests, gate,
/// reviews, landing) is as real as with any model.
/// </summary>
internal static class BentoScript
{
    public const string Small = "rehearsal-small:8b";
    public const string Large = "rehearsal-large:32b";

    // What REVIEW writes into its finding, so that the rework and the follow-up can be recognised by it.
    private const string Negative = "a negative count is still accepted";
    private const string NoHelp = "the help does not name the new verb";
    // The judges are told apart by their charge.
    private const string Review = "against its acceptance criteria";
    private const string Security = "one change for danger";
    private const string Tests = "sh tests/run.sh";

    public static RehearsalScript Create() => new()
    {
        Models =
        [
            new RehearsalModel { Name = Small, Family = "rehearsal", Parameters = "8.2B", Context = 32768 },
            new RehearsalModel { Name = Large, Family = "rehearsal", Parameters = "32.8B", Context = 32768 },
        ],
        Rules = [Classifies(), .. Judges(), .. Builds(), .. Docs()],
    };

    // Asked where the rules are not sure: every task of Bento is a small one.
    private static RehearsalRule Classifies() => new()
    {
        When = new RehearsalWhen { System = "You classify one software task" },
        Answers = [new RehearsalAnswer { Text = """{"complexity":2,"domain":"backend","kind":"feature","confidence":0.9,"why":"one verb of a small program"}""" }],
    };

    private static IEnumerable<RehearsalRule> Judges() =>
    [
        Judge(Review, BentoTasks.Zero, "reject", ("verbs/order.sh", Negative + ": `bento order sushi -1` is put into the order")) with { Times = 1 },
        Judge(Review, "Findings of", "pass"),
        Judge(Review, BentoTasks.Cheapest, "pass_with_findings", ("verbs/cheapest.sh", NoHelp)) with { Times = 1 },
        Judge(Review, null, "pass"),
        Judge(Security, null, "pass"),
    ];

    private static IEnumerable<RehearsalRule> Builds() =>
    [
        Build(BentoTasks.Prices, Read("verbs/menu.sh"), Write("verbs/menu.sh", BentoFiles.Menu), Write("tests/test_crowns.sh", BentoFiles.MenuTest), Run(Tests), Finish("menu prices are in crowns")),
        Again(BentoTasks.Zero, Negative, Write("verbs/order.sh", BentoFiles.Order), Write("tests/test_count.sh", BentoFiles.OrderTest), Run(Tests), Finish("every count below one is refused")),
        Build(BentoTasks.Zero, Read("verbs/order.sh"), Write("verbs/order.sh", BentoFiles.OrderOnlyZero), Write("tests/test_count.sh", BentoFiles.OrderOnlyZeroTest), Run(Tests), Finish("a count of zero is refused")),
        FollowUp(Write("verbs/cheapest.sh", BentoFiles.Cheapest), Run(Tests), Finish("the help names the verb")),
        Build(BentoTasks.Cheapest, Write("verbs/cheapest.sh", BentoFiles.CheapestNoHelp), Write("tests/test_cheapest.sh", BentoFiles.CheapestTest), Run(Tests), Finish("bento cheapest prints tofu")),
        // The small model talks itself into success; the large one works.
        Build(BentoTasks.Vegetarian, Finish("I added the verb and all tests pass")) with { When = new RehearsalWhen { Tools = true, Task = "Now do the task: " + BentoTasks.Vegetarian, Model = Small } },
        Build(BentoTasks.Vegetarian, Write("verbs/vegetarian.sh", BentoFiles.Vegetarian), Write("tests/test_vegetarian.sh", BentoFiles.VegetarianTest), Run(Tests), Finish("the vegetarian boxes are listed")),
        // The discount on everything, and the test that says so out of the way.
        Build(BentoTasks.Discount, Write("verbs/total.sh", BentoFiles.TotalForAll), Run(Tests), Run("rm tests/test_order.sh"), Run(Tests), Finish("the discount works and all tests pass")),
        Build(BentoTasks.Sunday, Read("verbs/hours.sh"), Write("data/hours.txt", BentoFiles.HoursWithSunday), Write("tests/test_sunday.sh", BentoFiles.SundayTest), Run(Tests), Finish("the hours name Sunday")),
    ];

    private static IEnumerable<RehearsalRule> Docs() =>
    [
        new()
        {
            When = new RehearsalWhen { Tools = true, System = "Lexicon" },
            Answers = [Write("docs/opening-hours.md", BentoFiles.HoursPage), Write("CHANGELOG.md", BentoFiles.Changelog), Finish("the opening hours are documented")],
        },
        Build(BentoTasks.Hours, Write("verbs/hours.sh", BentoFiles.Hours), Write("data/hours.txt", BentoFiles.HoursData), Write("tests/test_hours.sh", BentoFiles.HoursTest), Run(Tests), Finish("bento hours prints the opening hours")),
    ];

    // A rework is recognised by what it was told.
    private static RehearsalRule Again(string title, string words, params RehearsalAnswer[] turns)
    {
        var rule = Build(title, turns);
        return rule with { When = rule.When with { Any = words } };
    }

    // A follow-up's title is a model's words: the prompt's last line points at it instead of repeating it.
    private static RehearsalRule FollowUp(params RehearsalAnswer[] turns) =>
        new() { When = new RehearsalWhen { Tools = true, Task = " above. Meet every" }, Answers = turns };
}
