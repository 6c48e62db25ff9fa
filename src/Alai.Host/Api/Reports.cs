using Alai.Client;
using Alai.Client.Views;
using Alai.Host.Wire;
using Alai.MissionControl;
using Alai.Tasks;

namespace Alai.Host.Api;

/// <summary>What a period brought and cost.</summary>
internal static class Reports
{
    private const int MostRuns = 20_000;
    private const int MostTasks = 500;
    private const int LongestStory = 5000;

    public static Task<Answer> Cost(Call call) => Task.FromResult(Answer.Of(CostSince(call, Since(call)), WireJson.Default.CostView));

    public static async Task<Answer> ReportAsync(Call call)
    {
        var since = Since(call);
        var reader = call.Factory.Reader;
        var done = Ended(reader, TaskState.Done, since).ToList();
        await reader.SettledAsync(call.Stop);
        return Answer.Of(
            new ReportView
            {
                Since = since,
                Until = call.Daemon.Time.GetUtcNow(),
                Done = [.. done.Select(root => Done(root, reader))],
                Waiting = [.. reader.Inbox(MostTasks).Select(task => InboxWire.Of(task, call.Factory))],
                Failed = [.. Failures(reader, since)],
                Cancelled = [.. Ended(reader, TaskState.Cancelled, since).Select(task => TaskWire.Of(task))],
                Late = [.. StatusWire.Late(reader, call.Daemon.Time.GetUtcNow()).Select(task => TaskWire.Of(task))],
                Open = reader.Counts(since).ByState.GetValueOrDefault(TaskState.Open),
                Cost = CostSince(call, since),
                Alarms = call.Factory.Health.Read().Problems,
            },
            WireJson.Default.ReportView);
    }

    private static DateTimeOffset Since(Call call) => call.Moment("since") ?? call.Daemon.Time.GetUtcNow().AddDays(-1);

    private static IEnumerable<FactoryTask> Ended(IMissionControlReader reader, TaskState state, DateTimeOffset since) =>
        reader.List(new TaskFilter { States = [state], FinishedSince = since, Limit = MostTasks }).Tasks.OrderBy(task => task.FinishedAt);

    private static ReportDoneView Done(FactoryTask root, IMissionControlReader reader)
    {
        var runs = reader.Family(root.Id).SelectMany(task => reader.Runs(task.Id)).ToList();
        return new ReportDoneView
        {
            Task = TaskWire.Of(root),
            Strip = StripWire.Of(root, reader),
            Proof = [.. runs.Where(run => run.Outcome == RunOutcome.Verified).SelectMany(Proof).Distinct(StringComparer.Ordinal)],
            Landed = reader.Events(root.Id, 0, LongestStory).FirstOrDefault(happened => happened.Kind == "landed")?.Text.Split(';')[0] ?? "",
            CostMicroUsd = runs.Sum(run => run.Figures.CostMicroUsd),
        };
    }

    // What the daemon ran itself, and what independent judges said of the same tree.
    private static IEnumerable<string> Proof(RunRecord run) => run.Judgement is { } judgement
        ? judgement.Word is JudgementWord.Pass or JudgementWord.PassWithFindings ? [$"{Word(run.Stage)} {(judgement.Findings.Count == 0 ? "passed" : "passed with findings")}"] : []
        : run.Checks.Where(check => check.Passed && check.Command.Length > 0).Select(check => $"`{check.Command}`: {check.Seen}");

    private static IEnumerable<ReportFailureView> Failures(IMissionControlReader reader, DateTimeOffset since)
    {
        foreach (var run in reader.RunsSince(since, MostRuns))
        {
            var rejects = run.Judgement?.Word == JudgementWord.Reject;
            if (run.Outcome is not { } outcome || (outcome == RunOutcome.Verified && !rejects) || reader.Find(run.Key.Task) is not { } stage)
                continue;
            var root = reader.Find(stage.Lineage.Root) ?? stage;
            yield return new ReportFailureView
            {
                Task = root.Id.Value,
                Title = root.Title,
                Stage = SnakeWord<Stage>.Of(run.Stage),
                Outcome = rejects ? "rejected" : SnakeWord<RunOutcome>.Of(outcome),
                Reason = rejects ? string.Join("; ", run.Judgement!.Findings.Select(finding => finding.Text)) : run.Reason,
                Now = reader.Family(root.Id).Any(task => task.State == TaskState.Held) ? "held" : SnakeWord<TaskState>.Of(root.State),
                At = run.EndedAt ?? run.StartedAt,
            };
        }
    }

    private static CostView CostSince(Call call, DateTimeOffset since)
    {
        var reader = call.Factory.Reader;
        var rows = reader.Ledger(since, MostRuns);
        return new CostView
        {
            Since = since,
            SpentMicroUsd = rows.Sum(row => row.SettledMicroUsd ?? row.ReservedMicroUsd),
            Models = [.. reader.RunsSince(since, MostRuns).Where(run => run.Outcome is not null)
                .GroupBy(run => (Model: Name(run), run.Route.Tier)).OrderBy(group => group.Key.Tier).ThenBy(group => group.Key.Model, StringComparer.Ordinal).Select(Model)],
            Rows = [.. rows.Select(row => new CostRowView { Task = row.Root.Value, Run = row.Run.Value, ReservedMicroUsd = row.ReservedMicroUsd, SettledMicroUsd = row.SettledMicroUsd, At = row.At })],
        };
    }

    private static CostModelView Model(IGrouping<(string Model, int Tier), RunRecord> runs) => new()
    {
        Model = runs.Key.Model,
        Tier = runs.Key.Tier,
        Runs = runs.LongCount(),
        Verified = runs.LongCount(run => run.Outcome == RunOutcome.Verified),
        TokensIn = runs.Sum(run => run.Figures.TokensIn),
        TokensOut = runs.Sum(run => run.Figures.TokensOut),
        CostMicroUsd = runs.Sum(run => run.Figures.CostMicroUsd),
    };

    private static string Name(RunRecord run) =>
        run.Figures.Model.Length > 0 ? run.Figures.Model : run.Figures.Executor.Length > 0 ? run.Figures.Executor : "commands alone";

    private static string Word(Stage stage) => SnakeWord<Stage>.Of(stage).ToUpperInvariant();
}
