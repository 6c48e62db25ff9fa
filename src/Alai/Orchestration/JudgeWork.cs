using Alai.Minions;
using Alai.Pipeline;
using Alai.Quality;
using Alai.Tasks;
using Alai.Workspaces;

namespace Alai.Orchestration;

/// <summary>
/// REVIEW and SECURITY: another run, by default another model, reads the diff, the criteria and the daemon's check output,
/// read-only, and answers by schema. SECURITY also runs the scanners; what they find weighs more than a model's pass.
/// </summary>
internal sealed class JudgeWork(FactoryParts parts, GroundPreparation grounds, Agents agents, Conclusion conclusion) : IStageWork
{
    /// <summary>Stages that judge.</summary>
    public bool Takes(ClaimedRun run) => run.Task.Lineage.Stage is Stage.Review or Stage.Security;

    /// <summary>Judges exactly the artefact the stage was filed for.</summary>
    public async Task<Transition> RunAsync(StageRun run, CancellationToken cancellationToken)
    {
        var input = StageInput.Parse(parts.Reader.Input(run.Task.Id));
        if (input.Artefact is not { Commit.Length: > 0, Hash.Length: > 0 } artefact)
            return conclusion.Held(run.Claim, new Hold(HoldCode.OutcomeUnknown, "There is nothing to judge: the stage before left no result."), RunOutcome.Unknown);
        var prepared = await grounds.PrepareAsync(run, proveBase: false, cancellationToken);
        if (prepared.Ground is not { } ground)
            return conclusion.Failed(run.Claim, prepared.End!, agents.Figures(run, "S0"), prepared.Checks);
        var subject = await SubjectAsync(run, ground, artefact, cancellationToken);
        if (subject.Diff.Length == 0)
            return conclusion.Held(run.Claim, new Hold(HoldCode.OutcomeUnknown, "There is nothing to judge: the diff is empty."), RunOutcome.Unknown);
        run.Watch.Phase("judge", $"{run.Route.Company} judges {artefact.Hash[..12]}");
        var report = await agents.JudgeAsync(run, ground, subject, cancellationToken);
        if (report.Failure is not null)
            return conclusion.Failed(run.Claim, RunEnd.Of(report), report.Figures, subject.Scan?.Checks);
        return Conclude(run, subject, report);
    }

    private Transition Conclude(StageRun run, JudgeSubject subject, WorkReport report)
    {
        var judgement = Weigh(JudgementReader.Read(report.Answer, subject.Artefact.Hash), subject.Scan);
        run.Log.Step(new RunStep("check", $"{SnakeWord<JudgementWord>.Of(judgement.Word)}: {judgement.Summary}", string.Join('\n', judgement.Findings.Select(f => $"({f.Severity}) {f.File}: {f.Text}"))));
        return conclusion.Accepted(run, new StageResult
        {
            Reason = $"{SnakeWord<JudgementWord>.Of(judgement.Word)}: {judgement.Summary}",
            Artefact = subject.Artefact,
            Judgement = judgement,
            Checks = subject.Scan?.Checks ?? [],
            Figures = report.Figures,
        });
    }

    private async Task<JudgeSubject> SubjectAsync(StageRun run, Ground ground, StageArtefact artefact, CancellationToken cancellationToken)
    {
        var repository = ground.Repository;
        var from = await new CommitFinder(repository).ForkAsync(ground.Base.Commit, artefact.Commit, cancellationToken) ?? ground.Base.Commit;
        var diff = await repository.DiffAsync(from, artefact.Commit, cancellationToken);
        var scan = run.Task.Lineage.Stage == Stage.Security && diff.Length > 0
            ? await new SecurityScan(ground.Sandbox, parts.Redactor, Path.Combine(parts.Home.Caches, "scratch"))
                .LookAsync(Change.Parse(diff), artefact.Commit, Exports.Of(repository), cancellationToken)
            : null;
        return new JudgeSubject(artefact, diff, Proof(run, artefact), scan);
    }

    // What the daemon saw of exactly this tree, not what the builder said: at landing for a person's commits, else in BUILD.
    private IReadOnlyList<CheckResult> Proof(StageRun run, StageArtefact artefact)
    {
        var family = parts.Reader.Family(run.Root.Id).Where(task => !task.IsRoot).ToList();
        return family.Select(task => StageInput.Parse(parts.Reader.Input(task.Id)))
            .LastOrDefault(input => input.Checks.Count > 0 && input.Artefact?.Hash == artefact.Hash)?.Checks
            ?? family.Where(task => task.Lineage.Stage == Stage.Build)
                .SelectMany(task => parts.Reader.Runs(task.Id))
                .LastOrDefault(built => built.Outcome == RunOutcome.Verified)?.Checks
            ?? [];
    }

    private static Judgement Weigh(Judgement judgement, SecurityFindings? scan)
    {
        if (scan is null || scan.Findings.Count == 0)
            return judgement;
        var high = scan.Findings.Any(finding => finding.Severity == "high");
        return judgement with
        {
            Word = (high, judgement.Word) switch
            {
                (true, JudgementWord.Pass or JudgementWord.PassWithFindings) => JudgementWord.Reject,
                (false, JudgementWord.Pass) => JudgementWord.PassWithFindings,
                _ => judgement.Word,
            },
            Findings = [.. scan.Findings, .. judgement.Findings],
            Summary = $"{scan.Findings.Count} findings of the scanners. {judgement.Summary}",
        };
    }
}
