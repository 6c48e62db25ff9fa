using Alai.Quality;
using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>A question or an errand for a model: an answer in words, no file change, nothing to land.</summary>
internal sealed class AnswerWork(Agents agents, Conclusion conclusion) : IStageWork
{
    private const int Shortest = 2;

    /// <summary>Whatever no other work takes.</summary>
    public bool Takes(ClaimedRun run) => true;

    /// <summary>Asks the model and keeps the answer as the task's outcome.</summary>
    public async Task<Transition> RunAsync(StageRun run, CancellationToken cancellationToken)
    {
        run.Watch.Phase("agent", "answering");
        var report = await agents.AnswerAsync(run, cancellationToken);
        if (report.Failure is not null)
            return conclusion.Failed(run.Claim, RunEnd.Of(report), report.Figures);
        var answer = report.Answer.Trim();
        if (answer.Length < Shortest)
            return conclusion.Failed(run.Claim, new RunEnd(RunOutcome.NoChange, "the model gave no answer"), report.Figures);
        return conclusion.Accepted(run, new StageResult { Reason = answer, Figures = report.Figures });
    }
}
