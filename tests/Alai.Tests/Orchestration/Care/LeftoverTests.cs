using Alai.MissionControl;
using Alai.Orchestration;
using Alai.Tasks;
using Alai.Tests.Workspaces;
using Alai.Workspaces;

namespace Alai.Tests.Orchestration;

/// <summary>Leftovers go by age and by size; nothing of work that is not over, no branch, no proof.</summary>
public sealed class LeftoverTests
{
    private static CancellationToken None => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Transcripts_of_finished_tasks_go_by_age_but_not_the_proof()
    {
        await using var home = new CareHome("retention: { transcripts_days: 10 }\n");
        var (open, held, done) = (await StageAsync(home, "Open"), await StageAsync(home, "Held"), await StageAsync(home, "Done"));
        var proof = await ProveAsync(home, done);
        await home.Factory.Store.ChangeAsync(new PauseTask(held.Lineage.Root, "human:anna", "later"), None);
        await home.Factory.Store.ChangeAsync(new FinishByPerson(done.Lineage.Root, "human:anna", "done", Force: true), None);
        foreach (var (task, run) in new[] { (open.Id.Value, 1L), (held.Id.Value, 2L), (done.Id.Value, 900L), (done.Id.Value, proof), (777L, 1L) })
            Transcript(home, task, run, 10);

        Assert.Empty(await SweepAsync(home));
        home.Clock.Advance(TimeSpan.FromDays(11));
        var gone = await SweepAsync(home);

        Assert.Equal([$"transcript {done.Id.Value}/900.jsonl"], gone);
        Assert.True(File.Exists(Transcript(home, done.Id.Value, proof)));
    }

    [Fact]
    public async Task Beyond_the_quota_the_oldest_go_first()
    {
        await using var home = new CareHome("retention: { transcripts_mb: 2 }\n");
        var stages = new List<FactoryTask>();
        foreach (var title in new[] { "First", "Second", "Third" })
        {
            var stage = await StageAsync(home, title);
            await home.Factory.Store.ChangeAsync(new FinishByPerson(stage.Lineage.Root, "human:anna", "done", Force: true), None);
            Transcript(home, stage.Id.Value, 1, 1_000_000);
            stages.Add(stage);
            home.Clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal([$"transcript {stages[0].Id.Value}/1.jsonl"], await SweepAsync(home));
    }

    [Fact]
    public async Task A_snapshot_goes_and_its_branch_and_every_other_snapshot_stay()
    {
        using var ground = await new GitGround().CommittedAsync();
        var repository = ground.Repository();
        foreach (var run in new[] { 1L, 2L })
        {
            var workspace = await ground.WorkspaceAsync(repository, run);
            await File.WriteAllTextAsync(Path.Combine(workspace.Path, "new.txt"), $"{run}", None);
            Assert.Null((await workspace.RemoveAsync(None)).Problem);
        }

        var kept = new KeptSnapshots(repository);
        Assert.Equal([1L, 2L], (await kept.ListAsync(None)).Select(key => key.Run.Value));
        await kept.DropAsync([(new TaskId(7), new RunId(1))], None);

        Assert.Equal([2L], (await kept.ListAsync(None)).Select(key => key.Run.Value));
        Assert.NotNull(await new CommitFinder(repository).TipAsync("alai/7/1", None));
    }

    private static async Task<FactoryTask> StageAsync(CareHome home, string title) => home.Factory.Reader.Family(await home.FileAsync(title))[1];

    private static async Task<long> ProveAsync(CareHome home, FactoryTask stage)
    {
        var route = new Route { Tier = 5, Company = "codecraft", Role = "builder", Model = "", Executors = ["human-queue"], Reason = "test" };
        var key = (await home.Factory.Store.ClaimAsync(new ClaimRequest(stage.Id, stage.Version, home.Factory.Parts.Owner, route), None)).Key!.Value;
        await home.Factory.Store.ApplyAsync(new Transition { Key = key, Outcome = RunOutcome.Verified, Move = new TaskMove { To = TaskState.Done, Outcome = "proved" }, Reason = "proved" }, None);
        return key.Run.Value;
    }

    private static Task<IReadOnlyList<string>> SweepAsync(CareHome home) => new LeftoverSweep(home.Factory.Parts, home.Factory.Repositories).RunAsync(None);

    private static string Transcript(CareHome home, long task, long run, int bytes = 0)
    {
        var path = Path.Combine(home.Data, "transcripts", $"{task}", $"{run}.jsonl");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (bytes > 0)
            File.WriteAllText(path, new string('x', bytes));
        return path;
    }
}
