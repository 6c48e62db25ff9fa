using System.Diagnostics;
using Alai.Client.Requests;
using Alai.Client.Views;

namespace Alai.Kills;

/// <summary>What a root came to after a kill, compared with one that nobody disturbed.</summary>
internal static class Aftermath
{
    private static readonly string[] Pipeline = ["build", "review", "security"];

    /// <summary>Waits until a root rests.</summary>
    public static async Task<TaskPageView> RestAsync(KillHome home, long root)
    {
        using var client = home.Call();
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            var page = await client.Tasks.ShowAsync(root, home.Stop);
            if (page.Value is { Task.State: "done" or "cancelled" or "held" } rested)
                return rested;
            if (Stopwatch.GetElapsedTime(began) > KillHome.Patience)
                throw new TimeoutException($"#{root} does not rest: {page.Json} {page.Problem} {home.Said}");
            await Task.Delay(50, home.Stop);
        }
    }

    /// <summary>Looks at a root that went through BUILD, REVIEW, SECURITY and landing.</summary>
    /// <param name="home">The home; its daemon is up.</param>
    /// <param name="root">The root.</param>
    /// <param name="product">Its product.</param>
    public static async Task<IReadOnlyList<Fault>> LookAsync(KillHome home, long root, string product)
    {
        var page = await RestAsync(home, root);
        using var client = home.Call();
        var story = (await client.Tasks.HistoryAsync(root, home.Stop)).Value!.Events;
        return [.. Of(page, story), .. await FolderAsync(home, product)];
    }

    /// <summary>What a root's page and story tell that an undisturbed one would not.</summary>
    public static IReadOnlyList<Fault> Of(TaskPageView page, IReadOnlyList<EventView> story)
    {
        var extra = page.Stages.Where(stage => !Pipeline.Contains(stage.Stage)).Select(stage => new Fault("twice", $"a stage {stage.Stage} that nobody asked for"));
        return [.. Root(page), .. Pipeline.SelectMany(stage => Stage(page, story, stage)), .. extra, .. Landing(story)];
    }

    /// <summary>Looks at what all roots share: the store, and what dead runs may leave behind.</summary>
    public static async Task<IReadOnlyList<Fault>> HomeAsync(KillHome home)
    {
        using var client = home.Call();
        var check = (await client.Care.CheckAsync(new CheckStore(), home.Stop)).Value;
        var faults = new List<Fault>();
        if (check is not { Sound: true })
            faults.Add(new Fault("wrong", "the store is not sound: " + string.Join("; ", check?.Findings.Select(finding => finding.ToString()) ?? [])));

        // The last run's own is removed after its end was written.
        var left = Workspaces(home);
        for (var looked = 0; left.Length > 0 && looked < 100; looked++, left = Workspaces(home))
            await Task.Delay(50, home.Stop);
        if (left.Length > 0)
            faults.Add(new Fault("wrong", "workspaces are left: " + string.Join(", ", left.Select(Path.GetFileName))));
        return faults;
    }

    private static string[] Workspaces(KillHome home) => Directory.GetDirectories(Path.Combine(home.Home, "data", "workspaces"));

    private static IEnumerable<Fault> Root(TaskPageView page)
    {
        if (page.Task.State != "done")
            yield return new Fault("lost", $"#{page.Task.Id} is {page.Task.State}: {page.Task.Hold?.Text}");
        if (page.Task.Attempts != 0)
            yield return new Fault("wrong", $"#{page.Task.Id} itself counts {page.Task.Attempts} attempts");
    }

    // One task a stage, one verdict, and beside it only runs that died with a daemon: they count no attempt.
    private static IEnumerable<Fault> Stage(TaskPageView page, IReadOnlyList<EventView> story, string stage)
    {
        var tasks = page.Stages.Where(task => task.Stage == stage).ToList();
        if (tasks.Count != 1)
            yield return new Fault(tasks.Count == 0 ? "lost" : "twice", $"{tasks.Count} tasks of stage {stage}");
        foreach (var task in tasks.Where(task => task.State != "done" || task.Attempts != 1 || task.Round != 0))
            yield return new Fault("wrong", $"{stage} is {task.State} after {task.Attempts} attempts in round {task.Round}");
        var runs = page.Runs.Where(run => run.Stage == stage).ToList();
        var verified = runs.Where(run => run.Outcome == "verified").ToList();
        if (verified.Count != 1)
            yield return new Fault(verified.Count == 0 ? "lost" : "twice", $"{verified.Count} verdicts of {stage}");
        foreach (var run in runs.Where(run => run.Outcome is not ("verified" or "lost_worker")))
            yield return new Fault("wrong", $"run {run.Id} of {stage} ended {run.Outcome ?? "never"}: {run.Reason}");
        var told = story.Count(line => line.Kind == "ended" && verified.Any(run => run.Id == line.Run));
        if (told != verified.Count)
            yield return new Fault(told < verified.Count ? "lost" : "twice", $"the end of {stage} is told {told} times");
    }

    private static IEnumerable<Fault> Landing(IReadOnlyList<EventView> story)
    {
        foreach (var kind in new[] { "landed", "done" })
        {
            var count = story.Count(line => line.Kind == kind);
            if (count != 1)
                yield return new Fault(count == 0 ? "lost" : "twice", $"the story tells '{kind}' {count} times");
        }

        var done = story.Count(line => line.Kind == "effect_ended" && line.Text.Contains("land done", StringComparison.Ordinal));
        if (done != 1)
            yield return new Fault(done == 0 ? "lost" : "twice", $"{done} landings succeeded");
        var open = story.Count(line => line.Kind == "effect_begun") - story.Count(line => line.Kind == "effect_ended");
        if (open != 0)
            yield return new Fault("lost", $"{open} effects have no outcome");
    }

    // One commit that changes the file besides the one that made it, and the person's checkout as the branch is.
    private static async Task<IReadOnlyList<Fault>> FolderAsync(KillHome home, string product)
    {
        var faults = new List<Fault>();
        var commits = (await home.GitAsync(product, "log", "--format=%H", "main", "--", "greet.sh")).Split('\n').Length - 1;
        if (commits != 1)
            faults.Add(new Fault(commits == 0 ? "lost" : "twice", $"{commits} landings on main"));
        if (await home.GitAsync(product, "status", "--porcelain") is { Length: > 0 } dirt)
            faults.Add(new Fault("wrong", "the person's folder is not clean: " + dirt));
        if (!(await File.ReadAllTextAsync(Path.Combine(home.Repository(product), "greet.sh"), home.Stop)).Contains("world", StringComparison.Ordinal))
            faults.Add(new Fault("lost", "the person's folder does not hold what landed"));
        return faults;
    }
}
