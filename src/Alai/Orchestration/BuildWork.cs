using Alai.Pipeline;
using Alai.Products;
using Alai.Quality;
using Alai.Tasks;
using Alai.Workspaces;

namespace Alai.Orchestration;

/// <summary>
/// BUILD, DOCS and one-shots that change files: an agent in a workspace of its own, then the daemon's commit and the gate.
/// What the agent says of its work is never asked.
/// </summary>
internal sealed class BuildWork(
    FactoryParts parts, GroundPreparation grounds, Agents agents, StageArtefacts artefacts, Conclusion conclusion) : IStageWork
{
    private const int MostMeasured = 50;

    /// <summary>Stages that make something.</summary>
    public bool Takes(ClaimedRun run) => run.Task.Lineage.Stage switch
    {
        Stage.Build or Stage.Docs => true,
        Stage.Single => run.Task.Product.Length > 0 && run.Task.Classification.Kind is not (TaskKind.Question or TaskKind.Errand),
        _ => false,
    };

    /// <summary>Prepares the ground, lets the agent work, proves the result.</summary>
    public async Task<Transition> RunAsync(StageRun run, CancellationToken cancellationToken)
    {
        if (await AcceptedAsync(run, cancellationToken) is { } accepted)
            return accepted;
        var prepared = await grounds.PrepareAsync(run, proveBase: true, cancellationToken);
        if (prepared.Ground is not { } ground)
            return conclusion.Failed(run.Claim, prepared.End!, agents.Figures(run, "S0"), prepared.Checks);
        var input = StageInput.Parse(parts.Reader.Input(run.Task.Id));
        var start = StartOf(run, input) ?? ground.Base.Commit;
        run.Watch.Phase("workspace", "making the workspace");
        var made = await ground.Repository.CreateWorkspaceAsync(run.Key.Task, run.Key.Run, start, cancellationToken);
        if (made.Problem is { } problem)
            return conclusion.Failed(run.Claim, new RunEnd(RunOutcome.BadConfig, $"{problem.Text}. {problem.Fix}"), agents.Figures(run, ground.LevelWord));
        var workspace = made.Value!;
        Lend(ground, workspace);
        run.Watch.Phase("agent", "the agent works", workspace.Path);
        try
        {
            var site = new WorkSite(ground, workspace, input);
            var report = await agents.WorkAsync(run, site, cancellationToken);
            return report.Failure is null
                ? await ProveAsync(run, site, report, cancellationToken)
                : conclusion.Failed(run.Claim, RunEnd.Of(report), report.Figures, ground.Checks);
        }
        finally
        {
            await CleanUpAsync(run, workspace);
        }
    }

    // A person said yes to exactly the result an earlier run left: that yes is the proof, and no agent runs again.
    private async Task<Transition?> AcceptedAsync(StageRun run, CancellationToken cancellationToken)
    {
        if (run.Task.Consent is not { } yes || yes.SubjectHash != run.Task.ArtefactHash
            || await artefacts.FindAsync(run.Root, run.Task, cancellationToken) is not { } artefact)
            return null;
        var before = parts.Reader.Runs(run.Task.Id).LastOrDefault(earlier => earlier.ArtefactHash == yes.SubjectHash);
        return conclusion.Accepted(run, new StageResult
        {
            Reason = $"accepted by {yes.By}",
            Artefact = artefact,
            Checks = before?.Checks ?? [],
            Figures = before?.Figures ?? new RunFigures(),
        });
    }

    // The agent's own commands find the packages that set-up prepared, as the verification will.
    private static void Lend(Ground ground, Workspace workspace)
    {
        if (ground.Plan.Setup is { } setup)
            workspace.Lent = [.. setup.LinkInto(workspace.ProductRoot).Select(link => Path.Combine(ground.Product.Root, link).Replace('\\', '/'))];
    }

    // A rework goes on from what was rejected; everything else starts from the base.
    private static string? StartOf(StageRun run, StageInput input) =>
        run.Task.Lineage is { Stage: Stage.Build, Round: > 0 } && input.Artefact is { Commit.Length: > 0 } artefact ? artefact.Commit : null;

    private async Task<Transition> ProveAsync(StageRun run, WorkSite site, WorkReport report, CancellationToken cancellationToken)
    {
        var (ground, workspace) = (site.Ground, site.Workspace);
        run.Watch.Phase("verify", "committing and proving the result");
        var committed = await workspace.CommitAsync(Message(run), cancellationToken);
        if (committed.Problem is { } problem)
            return conclusion.Failed(run.Claim, new RunEnd(RunOutcome.VerifyFailed, $"{problem.Text}. {problem.Fix}"), report.Figures);
        var commit = committed.Value!;
        var from = await new CommitFinder(ground.Repository).ForkAsync(ground.Base.Commit, commit.Commit, cancellationToken) ?? ground.Base.Commit;
        var result = await GateAsync(run, ground, new Candidate(from, commit.Commit, commit.Tree, report.Answer), cancellationToken);
        foreach (var check in result.Checks)
            run.Log.Step(new RunStep("check", $"{(check.Passed ? "passed" : "FAILED")} {check.Check}: {check.Seen}", check.OutputTail));
        if (result.Outcome != RunOutcome.Verified)
            return conclusion.Failed(run.Claim, RunEnd.Of(result), report.Figures, result.Checks);
        await PublishAsync(run, ground, workspace);
        var proved = new StageResult
        {
            Reason = result.Reason,
            Artefact = new StageArtefact(workspace.Branch, commit.Commit, commit.Tree),
            Checks = [.. ground.Checks, .. result.Checks],
            Figures = report.Figures,
        };
        return result.Hold is { } hold ? conclusion.Kept(run, hold, proved) : conclusion.Accepted(run, proved);
    }

    private async Task<GateResult> GateAsync(StageRun run, Ground ground, Candidate candidate, CancellationToken cancellationToken)
    {
        var diff = await ground.Repository.DiffAsync(candidate.From, candidate.Commit, cancellationToken);
        var company = parts.Now.Companies.Find(run.Route.Company);
        var change = Change.Parse(diff);
        var gate = new QualityGate(ground.Sandbox, parts.Redactor, Path.Combine(parts.Home.Caches, "scratch"));
        return await gate.JudgeAsync(
            new GateInput
            {
                Task = run.Task,
                Change = change,
                LinesBefore = await LinesBeforeAsync(ground, candidate.From, change, cancellationToken),
                BaseCommit = candidate.From,
                ResultCommit = candidate.Commit,
                TreeHash = candidate.Tree,
                Answer = candidate.Answer,
                Paths = Agents.LimitsOf(run, ground, company),
                ProtectedPaths = EcosystemPaths.ProtectedPaths(ground.Product),
                Verification = ground.Plan,
                Export = Exports.Of(ground.Repository),
            },
            cancellationToken);
    }

    // A change of very many files is a person's to look at anyway; its sizes are not worth as many reads.
    private static async Task<IReadOnlyDictionary<string, int>> LinesBeforeAsync(
        Ground ground, string commit, Change change, CancellationToken cancellationToken)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var file in change.Files.Where(file => file is { Change: FileChange.Modified, IsBinary: false }).Take(MostMeasured))
        {
            if (await ground.Repository.ReadFileAsync(commit, file.Path, cancellationToken) is { } text)
                lines[file.Path] = text.Count(letter => letter == '\n') + (text.EndsWith('\n') ? 0 : 1);
        }

        return lines;
    }

    private static string Message(StageRun run) =>
        $"{run.Root.Title}\n\nTask: {run.Root.Id}\nRun: {run.Key.Run}\nModel: {(run.Route.Model.Length > 0 ? run.Route.Model : "none")}\n";

    // The person's repository may be read-only or gone; the result is safe in ours, so this only notes it.
    private static async Task PublishAsync(StageRun run, Ground ground, Workspace workspace)
    {
        var problem = await new BranchLanding(ground.Repository).PublishAsync(workspace.Branch, CancellationToken.None);
        run.Log.Step(problem is null
            ? new RunStep("note", $"branch {workspace.Branch} is in your repository")
            : new RunStep("warning", $"branch {workspace.Branch} could not be shown in your repository: {problem.Text}"));
    }

    private static async Task CleanUpAsync(StageRun run, Workspace workspace)
    {
        var removed = await workspace.RemoveAsync(CancellationToken.None);
        if (removed.Problem is { } problem)
            run.Log.Step(new RunStep("warning", "the workspace is kept: " + problem.Text));
    }
}
