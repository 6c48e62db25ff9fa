using System.Text.Json;
using Alai.Client;
using Alai.Client.Views;
using Alai.Host.Wire;
using Alai.Orchestration;
using Alai.Settings;
using Alai.Tasks;

namespace Alai.Host;

/// <summary>
/// <c>alaid restore</c>: works on a home nobody holds, also one whose store cannot be opened. The drill (<c>--check</c>) needs
/// no lock: it touches nothing but a folder of its own. Answers one line of JSON.
/// </summary>
internal static class RestoreProcess
{
    private const string Newest = "newest";
    private const string Usage = "alaid restore [--home FOLDER] [--actor NAME] (--undo | [--check] FILE|newest)    people use 'alai db restore'";

    public static async Task<int> RunAsync(IReadOnlyList<string> args, string? homeFromEnvironment)
    {
        if (Read(args, homeFromEnvironment) is not { } asked)
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }

        try
        {
            var view = await RestoreAsync(asked);
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(view, WireJson.Default.RestoreView));
            return view.Outcome == "refused" || view.Findings.Any(finding => !finding.Passed) ? 1 : 0;
        }
        catch (FactoryException broken)
        {
            return await SayAsync(new Problem(broken.Message, Hint: broken.Hint));
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            return await SayAsync(new Problem($"The home {asked.Home} cannot be used: {broken.Message}"));
        }
    }

    private static async Task<int> SayAsync(Problem problem)
    {
        await Console.Out.WriteLineAsync(JsonSerializer.Serialize(problem, WireJson.Default.Problem));
        return 1;
    }

    private static async Task<RestoreView> RestoreAsync(Asked asked)
    {
        HomePlace.Prepare(asked.Home);
        var restore = new HomeRestore(new FactoryHome(asked.Home), TimeProvider.System);
        var file = asked.File == Newest ? NewestOf(asked.Home) : asked.File;
        if (asked.Check)
            return CareWire.Of(restore.Check(file), "checked");
        using var held = await HomeLock.TakeAsync(new DaemonWords(Once: false, asked.Home, Detached: false, Scheduler: false), TimeProvider.System, CancellationToken.None);
        if (asked.Undo)
            return CareWire.Of(restore.Undo(), "undone");
        var report = restore.Run(file, asked.Actor);
        if (!report.IsSound)
            return CareWire.Of(report, "refused");
        await restore.NoteAsync(CancellationToken.None);
        return CareWire.Of(report, "restored");
    }

    private static string NewestOf(string home)
    {
        var settings = SettingsFile.Load(Path.Combine(home, SettingsFile.Name)).Settings ?? FactorySettings.Default;
        var shelf = new BackupShelf(new FactoryHome(home).Resolve(settings.Backup.Folder));
        return shelf.All() is [var first, ..] ? first.File : throw new FactoryException($"there is no backup in {shelf.Folder}", "Name the file: alai db restore FILE");
    }

    private static Asked? Read(IReadOnlyList<string> args, string? homeFromEnvironment)
    {
        var asked = new Asked(HomeFolder.Resolve(null, homeFromEnvironment), "human:owner", "");
        for (var i = 0; i < args.Count; i++)
        {
            switch (args[i])
            {
                case "--home" when i + 1 < args.Count:
                    asked = asked with { Home = HomeFolder.Resolve(args[++i], null) };
                    break;
                case "--actor" when i + 1 < args.Count:
                    asked = asked with { Actor = args[++i] };
                    break;
                case "--check":
                    asked = asked with { Check = true };
                    break;
                case "--undo":
                    asked = asked with { Undo = true };
                    break;
                case var file when file.Length > 0 && file[0] != '-' && asked.File.Length == 0:
                    asked = asked with { File = file == Newest ? file : Path.GetFullPath(file) };
                    break;
                default:
                    return null;
            }
        }

        return asked.Undo == (asked.File.Length == 0) && !(asked.Undo && asked.Check) ? asked : null;
    }

    private sealed record Asked(string Home, string Actor, string File)
    {
        public bool Check { get; init; }

        public bool Undo { get; init; }
    }
}
