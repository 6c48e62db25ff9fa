using Alai.Client.Views;

namespace Alai.Cli.Running;

/// <summary>How a run ended, from what the daemon recorded.</summary>
/// <param name="Page">The task at its end.</param>
/// <param name="Diff">What it changed, or null.</param>
internal sealed record RunEnd(TaskPageView Page, DiffView? Diff)
{
    /// <summary>The hold of the root, else of the stage that waits.</summary>
    public HoldView? Hold => Page.Task.Hold ?? Page.Stages.LastOrDefault(stage => stage.State == "held")?.Hold;

    /// <summary>The branch of the result.</summary>
    public string? Branch => Page.Task.Branch ?? Diff?.Branch;

    /// <summary>Whether any attempt had no sandbox.</summary>
    public bool Unsandboxed => Page.Runs.Any(run => run.Sandbox == "S0");

    /// <summary>What the daemon saw of the last attempt that made something.</summary>
    public IReadOnlyList<CheckView> Proof => Page.Runs.LastOrDefault(run => run.Stage is "build" or "single" && run.Checks.Count > 0)?.Checks ?? [];

    /// <summary>
    /// Whether the daemon's own commands passed on exactly what is there: an attempt that was kept for a person's eyes, an answer
    /// in words and a result without a command that ran are not.
    /// </summary>
    public bool Verified => (Page.WaitsForLanding || Page.Task is { State: "done", ArtefactHash: not null })
        && Proof.Any(check => check is { Passed: true, Command.Length: > 0, ExitCode: 0 });

    /// <summary>0 when done or waiting only for landing, 3 when held otherwise, 1 when it failed.</summary>
    public int ExitCode => Page.WaitsForLanding || Page.Task.State == "done" ? Cli.ExitCode.Done
        : Hold is not null ? Cli.ExitCode.NeedsPerson
        : Cli.ExitCode.Error;

    /// <summary>The one object of <c>--json</c>.</summary>
    public RunEndView ToView(TimeSpan took) => new()
    {
        Task = Page.Task.Id,
        State = Page.Task.State == "open" && Hold is not null ? "held" : Page.Task.State,
        Hold = Hold?.Code,
        Branch = Branch,
        Runs = [.. Page.Runs.Select(run => new RunLineView { Stage = run.Stage, Outcome = run.Outcome, Tier = run.Tier, Model = run.Model, Host = run.Host })],
        Verified = Verified,
        Seconds = Math.Round(took.TotalSeconds, 1),
    };
}
