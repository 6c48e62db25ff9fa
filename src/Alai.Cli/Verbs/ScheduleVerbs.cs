using System.CommandLine;
using Alai.Cli.Pages;
using Alai.Client.Requests;
using Alai.Client.Views;

namespace Alai.Cli.Verbs;

/// <summary><c>alai schedule add|list|show|pause|resume|remove|next</c>.</summary>
internal static class ScheduleVerbs
{
    public static Verb Build(CliWorld world)
    {
        var group = new Verb("schedule", "Work that comes again and again.")
        {
            Details = "At each moment it names a schedule files its task the ordinary way: the safety rules read it like any other. Each moment fires once, "
                + "also when the daemon is killed or the clock goes back. In the hour that does not exist in spring it fires at the first moment after it; in "
                + "the hour that comes twice in autumn it fires at the first.",
        };
        Verb[] verbs =
        [
            Add(world), List(world), Show(world), Change(world, "pause", "Let a schedule rest."),
            Change(world, "resume", "Let it go on from now; what it named meanwhile is passed over."), Change(world, "remove", "Take a schedule away; what it filed stays."), Next(world),
        ];
        foreach (var verb in verbs)
            group.Add(verb);
        return group;
    }

    private static Verb Add(CliWorld world)
    {
        var name = Name();
        var title = Given.Text("TITLE", "What is filed each time; {date} becomes the day.", required: true);
        var cron = Given.Word("--cron", "FIELDS", "Minute, hour, day, month, weekday, for example \"30 7 * * mon-fri\"; or @hourly, @daily, @weekly, @monthly, @yearly.");
        cron.Required = true;
        var zone = Given.Word("--zone", "ZONE", "The time zone, for example Europe/Oslo; the factory's own when left out.");
        var missed = Given.OneOf("--missed", "What becomes of moments nobody was there for: one (the newest is made up for), skip, or all up to --most; one when left out.", ["one", "skip", "all"]);
        var most = new Option<int>("--most") { HelpName = "NUMBER", Description = "With --missed all: at most so many at once, 1 to 100; 3 when left out.", DefaultValueFactory = _ => 3 };
        var options = new AddOptions();
        var verb = new Verb("add", "Make a schedule.")
        {
            Examples =
            [
                "alai schedule add nightly-audit --cron \"0 3 * * *\" --zone Europe/Oslo \"Update the dependencies\" --product bento",
                "alai schedule add standup --cron \"30 8 * * mon-fri\" --missed skip \"Write the stand-up of {date}\"",
            ],
            Arguments = { name, title },
            Options = { cron, zone, missed, most },
        };
        foreach (var option in options.Recurring)
            verb.Add(option);
        return verb.Does(world, (context, parse, cancellationToken) => context.AskAsync(
            (client, stop) => client.Schedules.AddAsync(
                new MakeSchedule
                {
                    Name = parse.GetRequiredValue(name),
                    Cron = parse.GetRequiredValue(cron)!,
                    Zone = parse.GetValue(zone) ?? "",
                    Missed = parse.GetValue(missed) ?? "one",
                    Most = parse.GetValue(most),
                    Task = options.Read(parse, parse.Joined(title), world.Time).Task,
                },
                stop),
            SchedulePage.Write,
            cancellationToken));
    }

    private static Verb List(CliWorld world) => new Verb("list", "Every schedule, and when it comes next.") { Examples = ["alai schedule list"] }
        .Does(world, (context, _, cancellationToken) => context.AskAsync((client, stop) => client.Schedules.ListAsync(1, stop), SchedulePage.Write, cancellationToken));

    private static Verb Show(CliWorld world)
    {
        var name = Name();
        return new Verb("show", "A schedule, what it filed, and when it comes next.") { Examples = ["alai schedule show nightly-audit"], Arguments = { name } }
            .Does(world, (context, parse, cancellationToken) => context.AskAsync(
                (client, stop) => client.Schedules.ShowAsync(parse.GetRequiredValue(name), 3, stop), SchedulePage.Write, cancellationToken));
    }

    private static Verb Next(CliWorld world)
    {
        var name = new Argument<string?>("NAME") { Description = "The schedule; all of them when left out.", Arity = ArgumentArity.ZeroOrOne };
        var count = Given.Count("--count", "How many moments, 1 to 100; 5 when left out.", 5, 100);
        return new Verb("next", "The moments that come next.")
        {
            Examples = ["alai schedule next", "alai schedule next nightly-audit -n 20"],
            Arguments = { name },
            Options = { count },
        }.Does(world, (context, parse, cancellationToken) => parse.GetValue(name) is { } one
            ? context.AskAsync((client, stop) => client.Schedules.ShowAsync(one, parse.GetValue(count), stop), SchedulePage.WriteNext, cancellationToken)
            : context.AskAsync((client, stop) => client.Schedules.ListAsync(parse.GetValue(count), stop), SchedulePage.WriteNext, cancellationToken));
    }

    private static Verb Change(CliWorld world, string verb, string summary)
    {
        var name = Name();
        var done = verb switch { "pause" => "rests now", "resume" => "goes on", _ => "is gone" };
        return new Verb(verb, summary) { Examples = [$"alai schedule {verb} nightly-audit"], Arguments = { name } }
            .Does(world, (context, parse, cancellationToken) => context.AskAsync(
                (client, stop) => client.Schedules.DoAsync(parse.GetRequiredValue(name), verb, stop),
                (Drawing.Paper paper, ScheduleView schedule) => paper.Text($"The schedule {schedule.Name} {done}."),
                cancellationToken));
    }

    private static Argument<string> Name() => new("NAME") { Description = "The schedule's name: small letters, digits, hyphens." };
}
