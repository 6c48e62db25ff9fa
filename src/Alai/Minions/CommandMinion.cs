using Alai.Minions.Tools;
using Alai.Tasks;

namespace Alai.Minions;

/// <summary>Runs a blueprint whose steps are all commands. No model, no tier.</summary>
/// <param name="rules">The safety rules, asked again here.</param>
/// <param name="time">The clock of the time limit.</param>
public sealed class CommandMinion(ISafetyRules rules, TimeProvider time) : IMinion
{
    /// <inheritdoc/>
    public string Name => MinionNames.Command;

    /// <inheritdoc/>
    public Task<WorkReport> RunAsync(WorkOrder order, IRunLog log, CancellationToken cancellationToken) =>
        Bounds.KeepAsync(order, (Name, rules, time), token => WorkAsync(order, log, token), cancellationToken);

    private static async Task<WorkReport> WorkAsync(WorkOrder order, IRunLog log, CancellationToken cancellationToken)
    {
        var figures = new RunFigures { Sandbox = order.SandboxLevel, PromptHash = order.Prompt.Hash() };
        if (order.Commands is not { } commands || order.Steps.Count == 0)
            return new WorkReport { Failure = RunOutcome.BadConfig, Reason = "a blueprint of commands needs commands and a sandbox to run them in", Figures = figures };
        foreach (var step in order.Steps)
        {
            var result = await commands.RunAsync(step, order.Limits.Command, cancellationToken);
            figures = figures with { ToolCalls = figures.ToolCalls + 1 };
            log.Step(new RunStep("tool", $"run {step}", result.Output));
            if (result.NotStarted.Length > 0)
                return new WorkReport { Failure = RunOutcome.SandboxUnavailable, Reason = $"'{step}' could not start: {result.NotStarted}", Figures = figures };
            if (result.TimedOut)
                return new WorkReport { Failure = RunOutcome.LimitTime, Reason = $"'{step}' was killed after {order.Limits.Command.TotalSeconds:0} s", Figures = figures };
            if (result.ExitCode != 0)
                return new WorkReport { Failure = RunOutcome.VerifyFailed, Reason = $"'{step}' ended with exit code {result.ExitCode}", Summary = OutputEnds.Of(result.Output, ""), Figures = figures };
        }

        return new WorkReport { Reason = $"{order.Steps.Count} commands ran", Summary = string.Join("\n", order.Steps), Figures = figures };
    }
}
