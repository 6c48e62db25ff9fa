using Alai.Minions.Claude;
using Alai.Processes;
using Alai.Sandbox;
using Alai.Tasks;

namespace Alai.Minions;

/// <summary>
/// Claude Code as a program in the sandbox. Money is reserved before it starts and settled from its result line; a run
/// that ends without one stays reserved, for it may have been spent.
/// </summary>
internal sealed class ClaudeCliMinion(ISafetyRules rules, TimeProvider time, IPaidCalls paid, ClaudeDoor? door) : IMinion
{
    /// <summary>What an installation without the model proxy is told.</summary>
    public const string NotYet =
        "claude-cli cannot run yet: it needs the daemon's model proxy, so that no key enters the sandbox, and this version has none. Use a local tier, or take the task (alai inbox take)";

    // It stops its own children only on an interrupt, and needs a moment for it.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public string Name => MinionNames.ClaudeCli;

    /// <inheritdoc/>
    public Task<WorkReport> RunAsync(WorkOrder order, IRunLog log, CancellationToken cancellationToken) =>
        Bounds.KeepAsync(order, (Name, rules, time), token => WorkAsync(order, log, token), cancellationToken);

    private async Task<WorkReport> WorkAsync(WorkOrder order, IRunLog log, CancellationToken cancellationToken)
    {
        if (door is null)
            return new WorkReport { Failure = RunOutcome.BadConfig, Reason = NotYet };
        if (order.Commands is not { } commands || order.Folder is null)
            return new WorkReport { Failure = RunOutcome.BadConfig, Reason = "claude-cli works in a sandboxed folder and was given none" };
        if (order.PaidMicroUsd <= 0 || await paid.ReserveAsync(order.Key, order.PaidMicroUsd, cancellationToken) is not { } reservation)
            return NoMoney(order);
        var report = await CallAsync(order, commands, log, cancellationToken);
        if (report.Figures.ModelCalls > 0)
            await paid.SettleAsync(reservation, report.Figures.CostMicroUsd, CancellationToken.None);
        return report with { Figures = report.Figures with { Model = order.Route.Model, Host = "cloud", Sandbox = order.SandboxLevel, PromptHash = order.Prompt.Hash() } };
    }

    private async Task<WorkReport> CallAsync(WorkOrder order, SandboxCommands commands, IRunLog log, CancellationToken cancellationToken)
    {
        var transcript = new ClaudeTranscript(log);
        var gate = new Lock();
        using var idle = new CancellationTokenSource(order.Limits.Pace.Idle, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(idle.Token, cancellationToken);
        log.Step(new RunStep("prompt", $"{order.Prompt.Tokens} tokens to {order.Route.Model} by {Name}"));
        var result = await commands.RunProgramAsync(
            spec => spec with
            {
                Command = ClaudeCommand.Words(door!, order),
                Environment = ClaudeCommand.Environment(door!),
                ReadOnlyRoots = [.. spec.ReadOnlyRoots, Path.GetDirectoryName(door!.Program)!],
                Network = SandboxNetwork.To(door!.Socket),
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
            return new WorkReport { Failure = RunOutcome.MissingDependency, Reason = $"{door!.Program} could not start: {result.Reason}" };
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
        new(HoldCode.Budget, $"{why}. Raise budgets.paid_usd_per_day or paid_usd_per_task in alai.yaml, then alai task retry");
}
