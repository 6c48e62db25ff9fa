using Alai.Tasks;

namespace Alai.Minions;

/// <summary>What every executor does around its work: asks the safety rules again, keeps the time limit, and says who did it.</summary>
internal static class Bounds
{
    public static async Task<WorkReport> KeepAsync(
        WorkOrder order, (string Name, ISafetyRules Rules, TimeProvider Time) executor, Func<CancellationToken, Task<WorkReport>> work, CancellationToken cancellationToken)
    {
        if (ClearedTask.Try(order.Cleared.Task, executor.Rules, out var ruling) is null)
        {
            return new WorkReport
            {
                Failure = RunOutcome.Denied,
                Reason = ruling.Sentence,
                Hold = new Hold(HoldCode.SafetyRule, $"{ruling.Sentence}; approve exactly this content, or do it yourself"),
            };
        }

        using var wall = new CancellationTokenSource(order.Limits.Wall, executor.Time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, wall.Token);
        try
        {
            var report = await work(linked.Token);
            return report with { Figures = report.Figures with { Executor = executor.Name } };
        }
        catch (OperationCanceledException) when (wall.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new WorkReport
            {
                Failure = RunOutcome.LimitTime,
                Reason = $"not done within {order.Limits.Wall.TotalMinutes:0.#} minutes",
                Figures = new RunFigures { Executor = executor.Name, Model = order.Route.Model, Host = order.Host?.Name ?? "", Sandbox = order.SandboxLevel, PromptHash = order.Prompt.Hash() },
            };
        }
    }
}
