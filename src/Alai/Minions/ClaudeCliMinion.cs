using Alai.Minions.Claude;
using Alai.Processes;
using Alai.Sandbox;
using Alai.Tasks;

namespace Alai.Minions;

/// <summary>
/// Claude Code as a program in the sandbox. It reaches its model through one door of the daemon's, which holds the key, reserves
/// before each call and settles after it; what the program says of its cost is not asked.
/// </summary>
internal sealed class ClaudeCliMinion(ISafetyRules rules, TimeProvider time, IPaidModels? models) : IMinion
{
    /// <summary>What is said where nothing can hold the key outside.</summary>
    public const string NoProxy =
        "claude-cli needs the daemon's model proxy, so that no key enters the sandbox, and this process has none. Use a local tier, or take the task (alai inbox take)";

    // It stops its own children only on an interrupt, and needs a moment for it.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public string Name => MinionNames.ClaudeCli;

    /// <inheritdoc/>
    public Task<WorkReport> RunAsync(WorkOrder order, IRunLog log, CancellationToken cancellationToken) =>
        Bounds.KeepAsync(order, (Name, rules, time), token => WorkAsync(order, log, token), cancellationToken);

    private async Task<WorkReport> WorkAsync(WorkOrder order, IRunLog log, CancellationToken cancellationToken)
    {
        if (models is null)
            return new WorkReport { Failure = RunOutcome.BadConfig, Reason = NoProxy };
        if (order.Commands is not { } commands || order.Folder is null)
            return new WorkReport { Failure = RunOutcome.BadConfig, Reason = "claude-cli works in a sandboxed folder and was given none" };
        if (order.PaidMicroUsd <= 0)
            return NoMoney(order);
        var answer = await models.OpenAsync(order, log, cancellationToken);
        if (answer.Door is not { } door)
            return new WorkReport { Failure = RunOutcome.BadConfig, Reason = answer.Refusal };
        await using (door)
        {
            var report = await CallAsync(new Site(order, door, commands), log, cancellationToken);
            var (told, use) = (Told(report, door.Use), door.Use);
            return told with
            {
                Figures = told.Figures with
                {
                    TokensIn = use.TokensIn, TokensOut = use.TokensOut, ModelCalls = use.Calls, CostMicroUsd = use.CostMicroUsd,
                    Model = order.Route.Model, Host = "cloud", Sandbox = order.SandboxLevel, PromptHash = order.Prompt.Hash(),
                },
            };
        }
    }

    // The daemon saw why the last call failed; the program only saw that it did.
    private static WorkReport Told(WorkReport report, PaidUse use)
    {
        if (report.Failure is null)
            return report;
        if (use.IsOutOfMoney)
            return report with { Failure = RunOutcome.Denied, Reason = use.Reason, Hold = Budget(use.Reason), Answer = "" };
        return use.Failure is { } failure && report.Failure is not (RunOutcome.LimitTime or RunOutcome.LimitSteps)
            ? report with { Failure = failure, Reason = use.Reason, QuotaUntil = use.QuotaUntil, Answer = "" }
            : report;
    }

    private async Task<WorkReport> CallAsync(Site site, IRunLog log, CancellationToken cancellationToken)
    {
        var (order, door, commands) = site;
        var transcript = new ClaudeTranscript(log);
        var gate = new Lock();
        using var idle = new CancellationTokenSource(order.Limits.Pace.Idle, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(idle.Token, cancellationToken);
        log.Step(new RunStep("prompt", $"{order.Prompt.Tokens} tokens to {order.Route.Model} by {Name}"));
        var result = await commands.RunProgramAsync(
            spec => spec with
            {
                Command = ClaudeCommand.Words(door, order),
                Environment = ClaudeCommand.Environment(door, order),
                ReadOnlyRoots = [.. spec.ReadOnlyRoots, .. ClaudeCommand.Roots(door)],
                Network = SandboxNetwork.Through(door.Socket, door.Port),
                StandardInput = string.Join("\n\n", order.Prompt.Messages.Select(message => message.Text)),
                Timeout = order.Limits.Wall,
                Polite = PoliteSignal.Interrupt,
                Grace = Grace,
                OnLine = line =>
                {
                    idle.CancelAfter(order.Limits.Pace.Idle);
                    if (line.IsError)
                        return;
                    lock (gate)
                        transcript.Hear(line.Text);
                },
            },
            stop.Token);
        cancellationToken.ThrowIfCancellationRequested();
        if (result.End == ChildProcessEnd.CouldNotStart)
            return new WorkReport { Failure = RunOutcome.MissingDependency, Reason = $"{door.Program} could not start: {result.Reason}" };
        if (result.ExitCode == RelayedCommand.NoRelay && transcript.Lines == 0)
            return new WorkReport { Failure = RunOutcome.SandboxUnavailable, Reason = result.StandardError.Trim() };
        lock (gate)
            return End(order, transcript, result, idle.IsCancellationRequested);
    }

    private static WorkReport End(WorkOrder order, ClaudeTranscript transcript, ChildProcessResult result, bool silent)
    {
        var report = ClaudeEnd.Of(transcript, result.ExitCode, result.StandardError, order.Prompt.AnswerSchema is not null);
        if (silent)
            return report with { Failure = RunOutcome.Stalled, Reason = $"no line for {order.Limits.Pace.Idle.TotalSeconds:0} s", Answer = "" };
        if (result.End == ChildProcessEnd.TimedOut)
            return report with { Failure = RunOutcome.LimitTime, Reason = $"not done within {order.Limits.Wall.TotalMinutes:0.#} minutes", Answer = "" };
        return report.Reason.StartsWith("it used all the money", StringComparison.Ordinal) ? report with { Hold = Budget(report.Reason) } : report;
    }

    private static WorkReport NoMoney(WorkOrder order)
    {
        var why = order.PaidRefusal.Length > 0 ? order.PaidRefusal : "a budget's ceiling does not allow another paid run";
        return new WorkReport { Failure = RunOutcome.Denied, Reason = why, Hold = Budget(why) };
    }

    private static Hold Budget(string why) =>
        new(HoldCode.Budget, $"{why}. Raise budgets.paid_usd_per_day or paid_usd_per_task in alai.yaml and try again, or try again on another day when the day's ceiling is what it met; it does not lift by itself");

    private sealed record Site(WorkOrder Order, IPaidDoor Door, SandboxCommands Commands);
}
