using System.CommandLine;
using Alai.Cli.Pages;
using Alai.Client.Requests;

namespace Alai.Cli.Verbs;

/// <summary><c>alai db check|backup|restore|export|import</c>.</summary>
internal static class DbVerbs
{
    public static Verb Build(CliWorld world)
    {
        var group = new Verb("db", "Care of the store: check it, back it up, take it with you.");
        group.Add(Check(world));
        group.Add(Backup(world));
        group.Add(RestoreVerb.Build(world));
        group.Add(Export(world));
        group.Add(ImportVerb.Build(world));
        return group;
    }

    private static Verb Check(CliWorld world)
    {
        var accept = Given.Flag("--accept", "Accept what is left after a loss: links and records that do not hold are written down, the present end becomes the anchored one.");
        var reason = Given.Text("REASON", "Why you accept it; needed with --accept.");
        return new Verb("check", "Check the whole store: pages, references, the chain of events, the texts it names, records of runs, git work.")
        {
            Details = "Works while the factory does. Exits with 1 when something does not hold. A store that lost acknowledged events is open for reading only until it is restored, or until a person accepts what is left. Texts, records and checks are held against the hashes in the chain; git holds its objects by their hashes; the record of a run that was killed has none.",
            Examples = ["alai db check", "alai db check --json", "alai db check --accept \"the disk failed, nothing newer exists\""],
            Arguments = { reason },
            Options = { accept },
        }.Does(world, (context, parse, cancellationToken) => context.AskAsync(
            (client, stop) => client.Care.CheckAsync(new CheckStore { Accept = parse.GetValue(accept), Reason = parse.Joined(reason) }, stop),
            DbPage.Write,
            cancellationToken,
            found => found.Sound && found.Alarm.Length == 0 ? ExitCode.Done : ExitCode.Error));
    }

    private static Verb Backup(CliWorld world)
    {
        var to = Given.Word("--to", "PATH", "A file that does not exist, or a folder; the home's own folder when left out.");
        var whole = Given.Flag("--whole", "Every transcript, the wiki and the whole git history too, not only what is not over and not in your own repository.");
        var list = Given.Flag("--list", "Only list the backups that lie there.");
        return new Verb("backup", "Back up while the factory works; the file is read back and checked before it has its name.")
        {
            Details = "Holds both stores as one snapshot, what people edit, transcripts, and what only the factory's git repositories have; never secrets or caches. The daemon does it each hour when something changed, and before a change of the schema.",
            Examples = ["alai db backup", "alai db backup --to /mnt/other-disk", "alai db backup --list"],
            Options = { to, whole, list },
        }.Does(world, (context, parse, cancellationToken) => parse.GetValue(list)
            ? context.AskAsync((client, stop) => client.Care.BackupsAsync(stop), DbPage.Write, cancellationToken)
            : context.AskAsync(
                (client, stop) => client.Care.BackUpAsync(
                    new BackUp { To = parse.GetValue(to) is { Length: > 0 } place ? Path.GetFullPath(place) : "", Whole = parse.GetValue(whole) }, stop),
                DbPage.Write,
                cancellationToken));
    }

    private static Verb Export(CliWorld world)
    {
        var file = new Argument<string>("FILE") { Description = "A file that does not exist." };
        return new Verb("export", "Write everything as one documented bundle.")
        {
            Details = "Every table as lines of JSON, HiveMind, transcripts, wiki, git work and what people edit, each with its SHA-256; see docs/bundle.md. The same state gives the same bytes.",
            Examples = ["alai db export everything.alai"],
            Arguments = { file },
        }.Does(world, (context, parse, cancellationToken) => context.AskAsync(
            (client, stop) => client.Care.ExportAsync(new ExportTo { File = Path.GetFullPath(parse.GetRequiredValue(file)) }, stop), DbPage.Write, cancellationToken));
    }
}
