using System.CommandLine;
using System.Globalization;
using Alai.Cli.Pages;
using Alai.Client;
using Alai.Client.Requests;

namespace Alai.Cli.Verbs;

/// <summary><c>alai hive post|query|search|show|retract|stats</c>.</summary>
internal static class HiveVerbs
{
    private static readonly string[] Kinds = ["knowledge", "alert", "briefing", "update", "lesson"];

    public static Verb Build(CliWorld world)
    {
        var group = new Verb("hive", "HiveMind: what the factory has learned and what you teach it.");
        group.Add(Post(world));
        group.Add(Query(world));
        group.Add(Search(world));
        group.Add(Show(world));
        group.Add(Retract(world));
        group.Add(new Verb("stats", "How much it holds, of what, and how often agents were given it.") { Examples = ["alai hive stats"] }
            .Does(world, (context, _, cancellationToken) => context.AskAsync((client, stop) => client.Hive.StatsAsync(stop), HivePage.Write, cancellationToken)));
        return group;
    }

    private static Verb Post(CliWorld world)
    {
        var text = Given.Text("TEXT", "What to remember; '-' reads standard input.", required: true);
        var kind = Given.OneOf("--kind", "Knowledge, alert, briefing, update or lesson; knowledge when left out.", Kinds);
        var product = Given.Word("--product", "NAME", "The product it is about; without it all share it.");
        var days = new Option<int?>("--days") { HelpName = "NUMBER", Description = "Forget it after so many days." };
        return new Verb("post", "Teach the factory something; agents are given it with later tasks.")
        {
            Details = "Secrets are taken out before it is stored. Posting the same twice is posting it once.",
            Examples = ["alai hive post \"Prices are stored in cents\" --product bento", "alai hive post --kind alert --days 7 \"The staging host moves on Friday\""],
            Arguments = { text },
            Options = { kind, product, days },
        }.Does(world, async (context, parse, cancellationToken) =>
        {
            var words = parse.Joined(text);
            var post = new PostToHive
            {
                Text = words == "-" ? await context.World.In.ReadToEndAsync(cancellationToken) : words,
                Kind = parse.GetValue(kind) ?? "",
                Product = parse.GetValue(product) ?? "",
                Days = parse.GetValue(days),
            };
            return await context.AskAsync((client, stop) => client.Hive.PostAsync(post, stop), HivePage.Write, cancellationToken);
        });
    }

    private static Verb Query(CliWorld world)
    {
        var product = Given.Word("--product", "NAME", "Only this product and what is shared.");
        var kind = Given.OneOf("--kind", "Only this kind.", Kinds);
        var since = Since.Option(world, "Only what was learned since then:");
        var limit = Limit();
        return new Verb("query", "List entries, newest first.")
        {
            Examples = ["alai hive query", "alai hive query --kind lesson --product bento --since 3d"],
            Options = { product, kind, since, limit },
        }.Does(world, (context, parse, cancellationToken) => FindAsync(
            context,
            new HiveSearch
            {
                Product = parse.GetValue(product),
                Kind = parse.GetValue(kind),
                Since = parse.GetValue(since) is { } moment ? Since.Read(moment, world.Time) : null,
                Limit = parse.GetValue(limit),
            },
            cancellationToken));
    }

    private static Verb Search(CliWorld world)
    {
        var words = Given.Text("WORDS", "Words or identifiers.", required: true);
        var product = Given.Word("--product", "NAME", "Only this product and what is shared.");
        var limit = Limit();
        return new Verb("search", "Find entries by words, best first.")
        {
            Details = "Identifiers are found by their parts too. The last line says which ways of searching took part.",
            Examples = ["alai hive search opening hours", "alai hive search parsePrice --product bento"],
            Arguments = { words },
            Options = { product, limit },
        }.Does(world, (context, parse, cancellationToken) => FindAsync(
            context, new HiveSearch { Text = parse.Joined(words), Product = parse.GetValue(product), Limit = parse.GetValue(limit) }, cancellationToken));
    }

    private static Verb Show(CliWorld world)
    {
        var id = Entry();
        return new Verb("show", "Show an entry whole, also a retracted one.") { Examples = ["alai hive show 3"], Arguments = { id } }
            .Does(world, (context, parse, cancellationToken) => context.AskAsync(
                (client, stop) => client.Hive.ShowAsync(parse.GetValue(id), stop), HivePage.Write, cancellationToken));
    }

    private static Verb Retract(CliWorld world)
    {
        var id = Entry();
        var reason = Given.Text("REASON", "Why it no longer counts.", required: true);
        return new Verb("retract", "Take an entry out of every later answer; it is kept with your reason.")
        {
            Examples = ["alai hive retract 3 \"prices are in crowns now\""],
            Arguments = { id, reason },
        }.Does(world, (context, parse, cancellationToken) => context.AskAsync(
            (client, stop) => client.Hive.RetractAsync(parse.GetValue(id), parse.Joined(reason), stop), HivePage.Write, cancellationToken));
    }

    private static Task<int> FindAsync(CliContext context, HiveSearch search, CancellationToken cancellationToken) =>
        context.AskAsync((client, stop) => client.Hive.ListAsync(search, stop), HivePage.Write, cancellationToken);

    private static Option<int> Limit() => Given.Count("--limit", "At most so many, 1 to 100; 10 when left out.", 10, 100);

    private static Argument<long> Entry() => new("ID")
    {
        Description = "The entry's number.",
        CustomParser = result =>
        {
            if (long.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0)
                return id;
            result.AddError($"'{result.Tokens[0].Value}' is no entry number; expected a positive number such as 3.");
            return 0;
        },
    };
}
