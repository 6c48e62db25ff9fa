using Alai.Client.Views;
using Alai.MissionControl;
using Alai.Tasks;

namespace Alai.Host.Wire;

/// <summary>Runs in the words of the wire.</summary>
internal static class RunWire
{
    public static RunView Of(RunRecord run, FactoryTask? root) => new()
    {
        Id = run.Key.Run.Value,
        Task = run.Key.Task.Value,
        Root = root?.Id.Value ?? run.Key.Task.Value,
        Title = root?.Title ?? "",
        Stage = SnakeWord<Stage>.Of(run.Stage),
        Tier = run.Route.Tier,
        Company = run.Route.Company,
        Executor = run.Figures.Executor.Length > 0 ? run.Figures.Executor : (run.Route.Executors.Count > 0 ? run.Route.Executors[0] : ""),
        Model = run.Figures.Model.Length > 0 ? run.Figures.Model : run.Route.Model,
        Host = run.Figures.Host,
        Phase = run.Phase,
        Outcome = run.Outcome is { } outcome ? SnakeWord<RunOutcome>.Of(outcome) : run.EndedAt is null ? null : "given_back",
        Reason = run.Reason,
        StartedAt = run.StartedAt,
        EndedAt = run.EndedAt,
        PulsedAt = run.PulsedAt,
        TokensIn = run.Figures.TokensIn,
        TokensOut = run.Figures.TokensOut,
        CostMicroUsd = run.Figures.CostMicroUsd,
        Sandbox = run.Figures.Sandbox,
        Branch = run.Branch,
        ArtefactHash = run.ArtefactHash,
        Judgement = run.Judgement is { } judged ? SnakeWord<JudgementWord>.Of(judged.Word) : null,
        Summary = run.Judgement?.Summary ?? "",
        Findings = [.. (run.Judgement?.Findings ?? []).Select(finding => new FindingView { Severity = finding.Severity, File = finding.File, Text = finding.Text })],
        Checks = [.. run.Checks.Select(Of)],
    };

    /// <summary>What some open roots are busy with or wait for: a run under way, or a held stage. A root says only "open".</summary>
    public static IReadOnlyDictionary<TaskId, string> Standing(IReadOnlyList<FactoryTask> tasks, IMissionControlReader reader)
    {
        var standing = new Dictionary<TaskId, string>(Doing(reader.OpenRuns(), reader));
        foreach (var (root, stage) in reader.HeldStages([.. tasks.Where(task => task.IsRoot).Select(task => task.Id)]))
            standing.TryAdd(root, $"{SnakeWord<Stage>.Of(stage).ToUpperInvariant()} waits for you");
        return standing;
    }

    /// <summary>What is done for each root now, for example <c>in pipeline: REVIEW, round 1</c>.</summary>
    public static IReadOnlyDictionary<TaskId, string> Doing(IReadOnlyList<RunRecord> runs, IMissionControlReader reader) => runs
        .Select(run => reader.Find(run.Key.Task))
        .OfType<FactoryTask>()
        .DistinctBy(stage => stage.Lineage.Root)
        .ToDictionary(stage => stage.Lineage.Root, Phrase);

    private static string Phrase(FactoryTask stage)
    {
        var word = stage.Lineage.Stage is { } name ? SnakeWord<Stage>.Of(name).ToUpperInvariant() : "run";
        return stage.Lineage.Round > 0 ? $"in pipeline: {word}, round {stage.Lineage.Round}" : $"in pipeline: {word}";
    }

    private static CheckView Of(CheckResult check) => new()
    {
        Check = check.Check,
        Passed = check.Passed,
        Seen = check.Seen,
        Command = check.Command,
        ExitCode = check.ExitCode,
    };
}
