using Alai.MissionControl;
using Alai.Pipeline;
using Alai.Products;
using Alai.Tasks;
using Alai.Workspaces;
using Microsoft.Extensions.Logging;

namespace Alai.Orchestration;

/// <summary>
/// Lands one root: merges onto the target as it is now, proves the merged tree when it is not the judged one, moves the
/// branch, and looks afterwards. An intent row before and an outcome row after make a repeat a look, not a second landing.
/// </summary>
internal sealed class LandingStep(FactoryParts parts, ProductRepositories repositories, LandingProof proof, PipelineFollow follow)
{
    // A target that moves under our hands is merged onto again at once; one that never rests waits for the next tick.
    private const int Tries = 3;

    private readonly ILogger logger = parts.Options.Logs.CreateLogger<LandingStep>();

    /// <summary>Lands what the root's last stages made and judged.</summary>
    public async Task LandAsync(FactoryTask root, FactoryTask last, CancellationToken cancellationToken)
    {
        if (parts.Now.Products.Find(root.Product) is not { } product)
        {
            await HoldAsync(root, HoldCode.Config, parts.Now.Products.Unknown(root.Product), cancellationToken);
            return;
        }

        var gate = repositories.LandingGate(product);
        await gate.WaitAsync(cancellationToken);
        try
        {
            await LandAloneAsync(root, last, product, cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task LandAloneAsync(FactoryTask root, FactoryTask last, Product product, CancellationToken cancellationToken)
    {
        var repository = repositories.Of(product);
        var commit = await new CommitFinder(repository).TipAsync(root.Branch!, cancellationToken);
        var target = await TargetAsync(product, repository, cancellationToken);
        var tip = target is null ? null : await new BranchLanding(repository).FetchTargetAsync(target, cancellationToken);
        if (commit is null || target is null || tip is null)
        {
            await HoldAsync(root, HoldCode.Config, Missing(root, commit, target), cancellationToken);
            return;
        }

        var lander = new Lander(root, last, product, repository) { Commit = commit, Target = target, Tip = tip };
        if (await LandedBeforeAsync(lander, cancellationToken) is { } before)
            await LandedAsync(lander, new Move(tip, before), cancellationToken);
        else if (await IsJudgedAsync(lander, cancellationToken))
            await MergeAndMoveAsync(lander, cancellationToken);
    }

    // What an earlier daemon, or a person with the printed command, has landed is looked at, never landed twice.
    private async Task<MergeAnswer?> LandedBeforeAsync(Lander lander, CancellationToken cancellationToken)
    {
        foreach (var effect in parts.Reader.Effects(lander.Root.Id).Where(effect => effect.Step == LandingRecord.Step && effect.InputHash == lander.Root.ArtefactHash))
        {
            var landed = LandingKey.CommitOf(effect.IdempotencyKey);
            if (!await lander.Finder.ContainsAsync(landed, lander.Commit, cancellationToken) || !await lander.Finder.ContainsAsync(lander.Tip, landed, cancellationToken))
                continue;
            await SeenAsync(lander, effect, landed, cancellationToken);
            return new MergeAnswer(landed, await lander.Repository.TreeOfAsync(landed, cancellationToken), false, []);
        }

        return null;
    }

    // One that was given up as failed and landed all the same, by a person's hand, gets an end of its own.
    private async Task SeenAsync(Lander lander, EffectState effect, string landed, CancellationToken cancellationToken)
    {
        var key = effect.IdempotencyKey;
        if (effect.Status == "failed")
        {
            key = LandingKey.Of(parts.Reader, lander.Root, LandingKey.BeforeOf(key), landed);
            await parts.Store.BeginEffectAsync(new EffectIntent(lander.Root.Id, LandingRecord.Step, key, lander.Root.ArtefactHash!), cancellationToken);
        }

        await parts.Store.EndEffectAsync(key, true, LandingKey.Seen(key, lander.Target), cancellationToken);
    }

    private async Task<bool> IsJudgedAsync(Lander lander, CancellationToken cancellationToken)
    {
        var (root, branch, commit) = (lander.Root, lander.Root.Branch!, lander.Commit);
        var theirs = await lander.Landing.StateAsync(branch, commit, cancellationToken);
        if (theirs.IsRewritten)
        {
            await HoldAsync(root, HoldCode.NeedsApproval, $"{branch} was rewritten; what is there now was not judged and is never overwritten. Set it back to {commit[..12]} and approve, or reject with a reason", cancellationToken);
            return false;
        }

        if (theirs.PeoplesCommits.Count > 0 || await lander.Repository.TreeOfAsync(commit, cancellationToken) != root.ArtefactHash)
        {
            await JudgeAgainAsync(lander, theirs, cancellationToken);
            return false;
        }

        if (await lander.Finder.StandsOnForeignAsync(lander.Tip, commit, cancellationToken) is not { } lost)
            return true;
        await HoldAsync(root, HoldCode.NeedsApproval, $"the target was rewritten after the work began: {lost[..12]} below {branch} is no longer on it and would come back. Reject with a reason to build it anew", cancellationToken);
        return false;
    }

    // A person's commits on our branch are theirs: proved and reviewed like any work, never dropped, never landed unseen.
    private async Task JudgeAgainAsync(Lander lander, BranchState theirs, CancellationToken cancellationToken)
    {
        var (root, commit) = (lander.Root, theirs.Tip ?? lander.Commit);
        var who = theirs.PeoplesCommits.Count > 0 ? $"{theirs.PeoplesCommits.Count} commits by people ({theirs.PeoplesCommits[0]})" : "a tree that was not judged";
        var tree = await lander.Repository.TreeOfAsync(commit, cancellationToken);
        var from = await lander.Finder.ForkAsync(lander.Tip, commit, cancellationToken) ?? lander.Tip;
        var (failure, checks) = await proof.TryAsync(root, lander.Product, new Candidate(from, commit, tree), cancellationToken);
        if (failure is not null)
        {
            await HoldAsync(root, HoldCode.NeedsApproval, $"{root.Branch} has {who} and does not pass: {failure}. Mend the branch and approve, or reject with a reason", cancellationToken);
            return;
        }

        await lander.Landing.TakeAsync(root.Branch!, commit, cancellationToken);
        var next = follow.AfterPersonsCommits(root, lander.Last, new StageInput { Artefact = new StageArtefact(root.Branch!, commit, tree), Checks = checks });
        await AdvanceAsync(root, next, ("persons_commits", $"{root.Branch} has {who}: proved by the gate; {next.Text}"), cancellationToken);
    }

    private async Task MergeAndMoveAsync(Lander lander, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await lander.Landing.FetchTargetAsync(lander.Target, cancellationToken) is not { } tip)
                return;
            var merge = await lander.Landing.MergeAsync(tip, lander.Commit, $"Land {lander.Root.Title} ({lander.Root.Id})", cancellationToken);
            if (await ObstacleAsync(lander, new Move(tip, merge), cancellationToken) is { } obstacle)
            {
                await HoldAsync(lander.Root, HoldCode.NeedsApproval, obstacle, cancellationToken);
                return;
            }

            if (await MoveAsync(lander, new Move(tip, merge), cancellationToken))
                return;
        }
    }

    private async Task<string?> ObstacleAsync(Lander lander, Move move, CancellationToken cancellationToken)
    {
        var (root, target, merge) = (lander.Root, lander.Target, move.Merge);
        var again = $"then: alai inbox approve {root.Id.Value}; or reject it with a reason";
        if (merge.Commit is null)
            return $"{target} moved and conflicts in {string.Join(", ", merge.Conflicts)}. Merge {target} into {root.Branch} by hand, {again}";
        if (merge.Tree == root.ArtefactHash)
            return null;
        var (failure, _) = await proof.TryAsync(root, lander.Product, new Candidate(move.Tip, merge.Commit, merge.Tree!), cancellationToken);
        return failure is null ? null : $"merged onto {target} it no longer passes: {failure}. Mend {target} or {root.Branch}, {again}";
    }

    /// <returns>Whether it ended here; false asks for another merge.</returns>
    private async Task<bool> MoveAsync(Lander lander, Move move, CancellationToken cancellationToken)
    {
        var root = lander.Root;
        var key = LandingKey.Of(parts.Reader, root, move.Tip, move.Merge.Commit!);
        await parts.Options.AtPoint(KillPoints.LandBeforeIntent);
        await parts.Store.BeginEffectAsync(new EffectIntent(root.Id, LandingRecord.Step, key, root.ArtefactHash!), cancellationToken);
        await parts.Options.AtPoint(KillPoints.LandAfterIntent);
        var answer = await lander.Landing.LandAsync(lander.Target, move.Tip, move.Merge.Commit!, cancellationToken);
        await parts.Options.AtPoint(KillPoints.LandAfterMove);
        await parts.Store.EndEffectAsync(key, answer.Word == LandingWord.Landed, $"{move.Tip} {answer.Tip} {answer.Text}", cancellationToken);
        await parts.Options.AtPoint(KillPoints.LandAfterOutcome);
        switch (answer.Word)
        {
            case LandingWord.Landed:
                await LandedAsync(lander, move, cancellationToken);
                return true;
            case LandingWord.TargetMoved:
                return false;
            default:
                var by = answer.Command.Length > 0 ? $"{answer.Text}. Run: {answer.Command} (or clean it up); then: alai inbox approve {root.Id.Value}" : answer.Text;
                await HoldAsync(root, HoldCode.NeedsApproval, by, cancellationToken);
                return true;
        }
    }

    private async Task LandedAsync(Lander lander, Move move, CancellationToken cancellationToken)
    {
        var root = lander.Root;
        var next = follow.AfterLanding(root, lander.Last, new StageArtefact(lander.Target, move.Merge.Commit!, move.Merge.Tree!));
        var text = $"landed on {lander.Target} as {move.Merge.Commit![..10]}; {next.Text}";
        logger.Landed(root.Id.Value, text);
        // Landed: what waited for it waits no more, whatever stage comes next.
        var written = next with { Root = next.Root ?? new TaskMove { To = TaskState.Open } };
        await AdvanceAsync(root, written, ("landed", text), cancellationToken);
        await parts.Options.AtPoint(KillPoints.LandAfterAdvance);
    }

    private static async Task<string?> TargetAsync(Product product, ProductRepository repository, CancellationToken cancellationToken)
    {
        if (product.TargetBranch.Length > 0)
            return product.TargetBranch;
        var found = await repository.FetchBaseAsync(cancellationToken);
        return found.Value?.Branch;
    }

    private static string Missing(FactoryTask root, string? commit, string? target) => (commit, target) switch
    {
        (null, _) => $"branch {root.Branch} is gone from the factory's repository: a backup has it (alai down, then alai db restore FILE), or file the work again",
        (_, null) => "the product has no branch to land on: set target_branch in its file",
        _ => $"branch {target} is gone; it was there when the work began",
    };

    private Task HoldAsync(FactoryTask root, HoldCode code, string text, CancellationToken cancellationToken) => AdvanceAsync(
        root, new Following(new TaskMove { To = TaskState.Held, Hold = new Hold(code, text) }, [], [], text), ("held", text), cancellationToken);

    private Task AdvanceAsync(FactoryTask root, Following next, (string Kind, string Text) happened, CancellationToken cancellationToken) =>
        parts.Store.AdvanceAsync(
            new RootAdvance
            {
                Root = root.Id,
                Version = root.Version,
                Move = next.Root,
                Children = next.Children,
                Outbox = next.Outbox,
                EventKind = happened.Kind,
                Text = happened.Text,
            },
            cancellationToken);

    private sealed record Lander(FactoryTask Root, FactoryTask Last, Product Product, ProductRepository Repository)
    {
        public required string Commit { get; init; }

        public required string Target { get; init; }

        // Where the target stood when this landing began.
        public required string Tip { get; init; }

        public BranchLanding Landing { get; } = new(Repository);

        public CommitFinder Finder { get; } = new(Repository);
    }

    private sealed record Move(string Tip, MergeAnswer Merge);
}
