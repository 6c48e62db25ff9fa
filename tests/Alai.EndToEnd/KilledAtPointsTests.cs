using Alai.Client.Requests;
using Alai.Kills;

namespace Alai.EndToEnd;

/// <summary>The daemon ends itself with SIGKILL at each named point; the next one finds what was done, and does the rest once.</summary>
public sealed class KilledAtPointsTests
{
    private const string Deploys = """
        deploy:
          production:
            approval: free
            commands: ["mkdir -p $ALAI_STATE && echo deployed >> $ALAI_STATE/deployed"]
            health: "true"

        """;

    private static readonly string[] Landing =
    [
        "land.before_intent", "land.after_intent", "land.after_move", "land.after_outcome", "land.after_advance",
        "apply.before.build", "apply.after.build", "apply.before.review", "apply.after.review", "apply.before.security", "apply.after.security",
    ];

    private static readonly string[] After =
        ["revert.after_intent", "revert.after_move", "revert.after_outcome", "deploy.after_intent", "deploy.after_commands", "deploy.after_outcome"];

    // As many products as points: whoever reaches a point first is held there, so that each point is reached by somebody.
    [Fact]
    public async Task Killed_with_work_at_every_point_of_stages_landing_revert_and_deployment_nothing_is_lost_or_twice()
    {
        Needs.Sandbox();
        await using var models = await KillScript.ServeAsync(CancellationToken.None);
        await using var factory = TheFactory.New();
        using var home = new KillHome(factory.Folder, TheFactory.Alaid, models.Url, TestContext.Current.CancellationToken);
        await home.SettleAsync();
        var landing = Enumerable.Range(0, Landing.Length).Select(number => $"shop{number}").ToList();
        var deploying = Enumerable.Range(0, 3).Select(number => $"site{number}").ToList();
        foreach (var product in landing)
            await home.AddProductAsync(product);
        foreach (var product in deploying)
            await home.AddProductAsync(product, Deploys);

        await DieAsync(home, Landing);
        var filed = await FileAsync(home, landing, deploy: false);
        await DiedAsync(home, Landing);

        await DieAsync(home, After);
        foreach (var (product, root) in filed)
            Assert.Empty(await Aftermath.LookAsync(home, root, product));
        Assert.Empty(await Aftermath.HomeAsync(home));
        var deployed = await FileAsync(home, deploying, deploy: true);
        var reverted = filed.Take(3).ToList();
        using var client = home.Call();
        var cutOff = reverted.Select(one => client.Tasks.RevertAsync(one.Value, new VerbWords { Text = "not now" }, CancellationToken.None)).ToList();
        await DiedAsync(home, After);
        foreach (var revert in cutOff)
            await Assert.ThrowsAsync<HttpRequestException>(() => revert);

        // What had moved is told without anybody asking; the one that had not waits for a person to ask again.
        Assert.True(await home.UpAsync(), home.Said);
        await ToldAsync(home, [.. reverted.Select(one => one.Value)], reverted.Count - 1);
        foreach (var (product, root) in reverted)
            await RevertedOnceAsync(home, product, root);
        await DeployedOnceAsync(home, deployed);
        Assert.Empty(await Aftermath.HomeAsync(home));
        await home.KillAsync();
    }

    [Fact]
    public async Task A_point_that_does_not_exist_is_refused_and_a_daemon_that_will_kill_itself_says_so()
    {
        await using var factory = TheFactory.New();
        factory.Environment["ALAI_FAIL_AT"] = "land.after_mov";
        var refused = (await factory.RunAsync(TheFactory.Alaid, ["up"], "")).Expect(1);
        Assert.Contains("there is no point land.after_mov; did you mean land.after_move?", refused.Error, StringComparison.Ordinal);
        factory.Environment["ALAI_FAIL_AT"] = "land.after_move+soon";
        Assert.Contains("expected POINT+STEPS", (await factory.RunAsync(TheFactory.Alaid, ["up"], "")).Expect(1).Error, StringComparison.Ordinal);
        factory.Environment["ALAI_FAIL_AT"] = "start+before COMMIT#1";
        (await factory.RunAsync(TheFactory.Alaid, ["up"], "")).Expect(KillHome.Killed);
        factory.Environment["ALAI_FAIL_AT"] = "start";
        (await factory.RunAsync(TheFactory.Alaid, ["up"], "")).Expect(KillHome.Killed);
        var log = await File.ReadAllTextAsync(Path.Combine(factory.Home, "data", "logs", "alaid.log"));
        Assert.Contains("THIS DAEMON ENDS ITSELF WITH SIGKILL", log, StringComparison.Ordinal);
    }

    private static async Task DieAsync(KillHome home, IEnumerable<string> points) =>
        Assert.True(await home.UpAsync(string.Join(',', points), Record(home)), home.Said);

    // By signal 9 and nothing else, with somebody at each of the points.
    private static async Task DiedAsync(KillHome home, IEnumerable<string> points)
    {
        try
        {
            Assert.Equal(KillHome.Killed, await home.DeathAsync());
        }
        catch (TimeoutException)
        {
            Assert.Fail("it did not die; it passed " + await File.ReadAllTextAsync(Record(home)));
        }

        var passed = (await File.ReadAllLinesAsync(Record(home))).ToHashSet(StringComparer.Ordinal);
        Assert.All(points, point => Assert.Contains("point " + point, passed));
        File.Delete(Record(home));
    }

    private static string Record(KillHome home) => Path.Combine(home.Folder, "points");

    private static async Task<Dictionary<string, long>> FileAsync(KillHome home, IEnumerable<string> products, bool deploy)
    {
        using var client = home.Call();
        var names = products.ToList();

        // In one call: the daemon may be dead before the last of many.
        var tasks = names.Select(product => new FileTask { Title = KillScript.Title, Product = product, Deploy = deploy }).ToList();
        var reply = await client.Tasks.FileManyAsync(new FileTasks { Tasks = tasks }, CancellationToken.None);
        var filed = reply.Value?.Filed ?? throw new InvalidOperationException(reply.Problem?.ToString());
        return names.Zip(filed).ToDictionary(one => one.First, one => one.Second.Task.Id, StringComparer.Ordinal);
    }

    private static async Task ToldAsync(KillHome home, IReadOnlyList<long> roots, int expected)
    {
        using var client = home.Call();
        using var patience = new CancellationTokenSource(TheFactory.Patience);
        var told = 0;
        while (told < expected)
        {
            await Task.Delay(50, patience.Token);
            told = 0;
            foreach (var root in roots)
                told += (await client.Tasks.HistoryAsync(root, patience.Token)).Value!.Events.Count(line => line.Kind == "reverted");
        }

        Assert.Equal(expected, told);
    }

    private static async Task RevertedOnceAsync(KillHome home, string product, long root)
    {
        using var client = home.Call();
        var again = await client.Tasks.RevertAsync(root, new VerbWords { Text = "not now" }, CancellationToken.None);
        Assert.Contains("reverted", again.Json, StringComparison.Ordinal);
        var story = (await client.Tasks.HistoryAsync(root, CancellationToken.None)).Value!.Events;
        Assert.Single(story, line => line.Kind == "reverted");
        Assert.Single(story, line => line.Kind == "effect_ended" && line.Text.Contains("revert done", StringComparison.Ordinal));
        Assert.Equal(3, (await home.GitAsync(product, "log", "--format=%H", "main", "--", "greet.sh")).Split('\n').Length);
        Assert.Equal("echo hello", await home.GitAsync(product, "show", "main:greet.sh"));
        Assert.Equal("", await home.GitAsync(product, "status", "--porcelain"));
    }

    // Two deployments of which nobody can know are told as unknown and not tried again; one that ended well goes on.
    private static async Task DeployedOnceAsync(KillHome home, Dictionary<string, long> deployed)
    {
        var ends = new List<string>();
        foreach (var (product, root) in deployed)
        {
            var page = await UntilAsync(home, root, page => page.Task.State == "done" || page.Stages.Any(stage => stage.State == "held"));
            var marker = Path.Combine(home.Home, "data", "deployments", product, "production", "deployed");
            var times = File.Exists(marker) ? (await File.ReadAllLinesAsync(marker)).Length : 0;
            ends.Add($"{page.Stages[^1].Stage} {page.Stages[^1].State} {page.Stages[^1].Hold?.Code} {times}");
        }

        Assert.Equal(["ops done  1", "ops held outcome_unknown 0", "ops held outcome_unknown 1"], ends.Order(StringComparer.Ordinal));
    }

    private static async Task<Client.Views.TaskPageView> UntilAsync(KillHome home, long root, Func<Client.Views.TaskPageView, bool> so)
    {
        using var client = home.Call();
        using var patience = new CancellationTokenSource(TheFactory.Patience);
        while (true)
        {
            var page = await client.Tasks.ShowAsync(root, patience.Token);
            if (page.Value is { } seen && so(seen))
                return seen;
            await Task.Delay(50, patience.Token);
        }
    }
}
