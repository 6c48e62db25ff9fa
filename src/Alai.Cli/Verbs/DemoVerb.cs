using System.Text.Json;
using Alai.Cli.Pages;
using Alai.Cli.Reaching;
using Alai.Client;
using Alai.Client.Views;

namespace Alai.Cli.Verbs;

/// <summary><c>alai demo</c>: the whole factory in one minute, offline, with a scripted model.</summary>
internal static class DemoVerb
{
    public static Verb Build(CliWorld world) => new Verb("demo", "See the whole factory at work in a minute: offline, without any model.")
    {
        Details = "The model's words are scripted; everything else is real: HTTP, tool calls, git, processes, the sandbox where there is one, "
            + "tests, gate, store. It uses a new home under the temporary folder, names it and keeps it; --home FOLDER gives another, which must be empty. "
            + "Exits with 0 only if the store shows everything the demo promises.",
        Examples = ["alai demo", "alai demo --json", "alai demo --home ./bento-demo"],
    }.Does(world, (context, parse, cancellationToken) => RunAsync(context, parse.GetValue(world.Globals.Home), cancellationToken));

    private static async Task<int> RunAsync(CliContext context, string? given, CancellationToken cancellationToken)
    {
        var page = new DemoPage(context.Paper);
        if (!context.Json)
            page.Begin();
        if (DaemonProgram.Find(context.World) is not { } program)
            return context.Fail(DaemonProgram.Missing(context.World), ExitCode.Error);
        var (home, problem) = HomeFor(given);
        if (home is null)
            return context.Fail(problem!, ExitCode.Error);
        if (!context.Json)
            page.Home(home);
        using var demo = DemoProgram.Start(program, home);
        try
        {
            return await FollowAsync(context, page, (demo, home), cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await demo.EndAsync();
            return context.Fail(new Problem("The demo was stopped; nothing of it runs any more.", Hint: $"Its home is kept: {home}"), ExitCode.Error);
        }
    }

    private static async Task<int> FollowAsync(CliContext context, DemoPage page, (DemoProgram Program, string Home) demo, CancellationToken cancellationToken)
    {
        DemoNewsView? end = null;
        while (await demo.Program.NextAsync(cancellationToken) is { } news)
        {
            end = news.Kind == "end" ? news : end;
            if (!context.Json)
                page.News(news);
        }

        await demo.Program.EndAsync();
        if (end?.Result is not { } result)
            return context.Fail(Broken(await demo.Program.Errors, demo.Home), ExitCode.Error);
        if (context.Json)
            await context.World.Out.WriteLineAsync(JsonSerializer.Serialize(result, WireJson.Default.DemoResultView));
        else
            page.End(end, result);
        return end.Missed.Count == 0
            ? ExitCode.Done
            : context.Fail(new Problem("The store does not show: " + string.Join("; ", end.Missed) + ".", Hint: $"alai logs --home {demo.Home}"), ExitCode.Error);
    }

    private static Problem Broken(string words, string home) => new(
        words.Trim().Length > 0 ? words.Trim() : "The demo ended before its end.", Hint: $"alai logs --home {home}");

    private static (string? Home, Problem? Problem) HomeFor(string? given)
    {
        if (given is null)
            return TemporaryHome();
        var home = HomeFolder.Resolve(given, null);
        if (Directory.Exists(home) && Directory.EnumerateFileSystemEntries(home).Any())
            return (null, new Problem("The demo files tasks and lands changes by itself, so it uses no home that has something in it.", "an empty folder, or one that does not exist", home));
        Directory.CreateDirectory(home);
        return (home, null);
    }

    private static (string? Home, Problem? Problem) TemporaryHome()
    {
        try
        {
            return (Directory.CreateTempSubdirectory("alai-demo-").FullName, null);
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            return (null, new Problem("The demo needs a folder for its home.", "a temporary folder that can be written", broken.Message, "Set TMPDIR, or give a folder: alai demo --home FOLDER"));
        }
    }
}
