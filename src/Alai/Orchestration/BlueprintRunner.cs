using Alai.Companies;
using Alai.Minions;
using Alai.Prompting;
using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>
/// Works through a blueprint: commands run in the sandbox and need no model, goals go to the minion. A failed step is
/// retried as often as it says, then left to a later step that waits for its failure, else it ends the run.
/// </summary>
internal sealed class BlueprintRunner(PromptBuilder prompts, IRunLog log, IMinion minion)
{
    private static readonly TimeSpan CommandLimit = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, bool> steps = new(StringComparer.Ordinal);
    private RunFigures figures = new();
    private string failure = "";
    private WorkReport last = new() { Reason = "the blueprint has no step that applies" };

    /// <summary>Runs every step that applies.</summary>
    public async Task<WorkReport> RunAsync(BlueprintWork work, CancellationToken cancellationToken)
    {
        foreach (var step in work.Blueprint?.Steps ?? [new BlueprintStep { Name = "do", Goal = "" }])
        {
            if (!step.When.Holds(await FactsAsync(work, cancellationToken)))
                continue;
            var missing = await StepAsync(work, step, cancellationToken);
            steps[step.Name] = missing is null;
            if (missing is null || MendedLater(work.Blueprint, step))
                continue;
            return last with { Failure = last.Failure ?? RunOutcome.VerifyFailed, Reason = missing, Figures = figures };
        }

        return last with { Failure = null, Figures = figures };
    }

    private static bool MendedLater(Blueprint? blueprint, BlueprintStep step) =>
        blueprint?.Steps.Any(later => later.When.Failed == step.Name) == true;

    private async Task<string?> StepAsync(BlueprintWork work, BlueprintStep step, CancellationToken cancellationToken)
    {
        string? missing = null;
        for (var attempt = 0; attempt <= step.Retries; attempt++)
        {
            log.Step(new RunStep("phase", $"step {step.Name}{(attempt > 0 ? $", again ({attempt} of {step.Retries})" : "")}"));
            missing = step.Run is { } command
                ? await CommandAsync(work, step, command, cancellationToken)
                : await GoalAsync(work, step, cancellationToken);
            // What ends an agent's run is not tried again here: retry and escalation are the scheduler's.
            if (missing is null || (step.Goal is not null && last.Failure is not null))
                return missing;
            failure = missing;
        }

        return missing;
    }

    private async Task<string?> CommandAsync(BlueprintWork work, BlueprintStep step, string command, CancellationToken cancellationToken)
    {
        var text = Template.Fill(command, work.Brief.Values);
        var result = await work.Order.Commands!.RunAsync(text, CommandLimit, cancellationToken);
        figures = figures with { ToolCalls = figures.ToolCalls + 1 };
        log.Step(new RunStep("tool", $"run {text}: exit code {result.ExitCode}", result.Output));
        var missing = result.NotStarted.Length > 0
            ? result.NotStarted
            : step.Expect.Missing(result.ExitCode, result.Output, await FactsAsync(work, cancellationToken));
        last = new WorkReport { Reason = missing ?? $"{step.Name}: done", Summary = text };
        return missing is null ? null : $"{step.Name}: {missing}\n$ {text}\n{Tail(result.Output)}";
    }

    private async Task<string?> GoalAsync(BlueprintWork work, BlueprintStep step, CancellationToken cancellationToken)
    {
        var brief = work.Brief with
        {
            Goal = step.Goal ?? "",
            LastFailure = failure.Length > 0 ? failure : work.Brief.LastFailure,
            NeedsChange = NeedsChange(work.Blueprint, step),
        };
        var order = work.Order with { Prompt = prompts.Build(brief), NeedsChange = brief.NeedsChange };
        last = await minion.RunAsync(order, log, cancellationToken);
        figures = Sum(figures, last.Figures);
        return last.Failure is not null
            ? last.Reason
            : step.Expect.Missing(null, last.Answer, await FactsAsync(work, cancellationToken));
    }

    // With one goal it must change something; with several only the goals that say so.
    private static bool NeedsChange(Blueprint? blueprint, BlueprintStep step) =>
        step.Expect.Changed is not null || blueprint is null || blueprint.Steps.Count(one => one.Goal is not null) == 1;

    private async Task<StepFacts> FactsAsync(BlueprintWork work, CancellationToken cancellationToken)
    {
        var changed = await work.Workspace.StatusAsync(cancellationToken);
        return new StepFacts
        {
            Files = WorkspaceFiles.Of(work.Workspace.ProductRoot),
            Changed = [.. (changed.Value ?? []).Select(file => file.Path)],
            Values = work.Brief.Values,
            Steps = steps,
        };
    }

    private static RunFigures Sum(RunFigures so, RunFigures more) => more with
    {
        TokensIn = so.TokensIn + more.TokensIn,
        TokensOut = so.TokensOut + more.TokensOut,
        CostMicroUsd = so.CostMicroUsd + more.CostMicroUsd,
        ModelCalls = so.ModelCalls + more.ModelCalls,
        ToolCalls = so.ToolCalls + more.ToolCalls,
        PromptHash = so.PromptHash.Length > 0 ? so.PromptHash : more.PromptHash,
    };

    private static string Tail(string text) => text.Length > 2000 ? text[^2000..] : text;
}
