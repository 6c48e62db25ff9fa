using Alai.MissionControl;
using Alai.Pipeline;
using Alai.Products;
using Alai.Quality;
using Alai.Sandbox;
using Alai.Tasks;
using Alai.Workspaces;
using Microsoft.Extensions.Logging;

namespace Alai.Orchestration;

/// <summary>
/// Lands one root: merges onto the target as it is now, proves the merged tree when it is not the judged one, moves the
/// branch, and looks afterwards. An intent row before and an outcome row after make a repeat a look, not a second landing.
/// </summary>
internal sealed class LandingStep(FactoryParts parts, ProductRepositories repositories, SandboxStation sandboxes, PipelineFollow follow)
{
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
        var landing = new BranchLanding(repository);
        var branch = root.Branch!;
        var commit = await new CommitFinder(repository).TipAsync(branch, cancellationToken);
        var target = await TargetAsync(product, repository, cancellationToken);
        if (commit is null || target is null)
        {
            await HoldAsync(root, HoldCode.Config, commit is null ? $"branch {branch} is gone" : "the product has no branch to land on: set target_branch in its file", cancellationToken);
            return;
        }

        var theirs = await landing.StateAsync(branch, commit, cancellationToken);
        if (theirs.IsRewritten || theirs.PeoplesCommits.Count > 0)
        {
            await HoldAsync(root, HoldCode.NeedsApproval, PeoplesCommits(branch, theirs), cancellationToken);
            return;
        }

        await MergeAndMoveAsync(new Lander(root, last, product, repository, landing), commit, target, cancellationToken);
    }

    private async Task MergeAndMoveAsync(Lander lander, string commit, string target, CancellationToken cancellationToken)
    {
        var root = lander.Root;
        var tip = await lander.Landing.FetchTargetAsync(target, cancellationToken);
        if (tip is null)
        {
            await HoldAsync(root, HoldCode.Config, $"branch {target} is gone; it was there when the work began", cancellationToken);
            return;
        }

        var merge = await lander.Landing.MergeAsync(tip, commit, $"Land {root.Title} ({root.Id})", cancellationToken);
        if (merge.Commit is null)
        {
            await HoldAsync(root, HoldCode.NeedsApproval, $"{target} moved and conflicts in {string.Join(", ", merge.Conflicts)}. Merge it by hand: git merge {root.Branch}; or: alai task retry {root.Id.Value}", cancellationToken);
            return;
        }

        if (merge.Tree != root.ArtefactHash && await ProveAsync(lander, tip, merge, cancellationToken) is { } failure)
        {
            await HoldAsync(root, HoldCode.NeedsApproval, $"merged onto {target} it no longer passes: {failure}", cancellationToken);
            return;
        }

        await MoveAsync(lander, new Move(target, tip, merge), cancellationToken);
    }

    private async Task MoveAsync(Lander lander, Move move, CancellationToken cancellationToken)
    {
        var root = lander.Root;
        var key = $"land:{root.Uid}:{root.ArtefactHash}:{move.Merge.Commit}";
        await parts.Store.BeginEffectAsync(new EffectIntent(root.Id, LandingRecord.Step, key, root.ArtefactHash!), cancellationToken);
        var answer = await lander.Landing.LandAsync(move.Target, move.Tip, move.Merge.Commit!, cancellationToken);
        await parts.Store.EndEffectAsync(key, answer.Word == LandingWord.Landed, $"{move.Tip} {answer.Tip} {answer.Text}", cancellationToken);
        switch (answer.Word)
        {
            case LandingWord.Landed:
                await LandedAsync(lander, move, cancellationToken);
                return;
            case LandingWord.TargetMoved:
                return; // The next tick merges onto where it is then.
            default:
                await HoldAsync(root, HoldCode.NeedsApproval, answer.Command.Length > 0 ? $"{answer.Text} Run: {answer.Command}; then: alai task done {root.Id.Value} \"landed by hand\"" : answer.Text, cancellationToken);
                return;
        }
    }

    private async Task LandedAsync(Lander lander, Move move, CancellationToken cancellationToken)
    {
        var root = lander.Root;
        var landed = new StageArtefact(move.Target, move.Merge.Commit!, move.Merge.Tree!);
        var next = follow.AfterLanding(root, lander.Last, landed);
        var text = $"landed on {move.Target} as {move.Merge.Commit![..10]}; {next.Text}";
        logger.Landed(root.Id.Value, text);
        await parts.Store.AdvanceAsync(
            new RootAdvance
            {
                Root = root.Id,
                Version = root.Version,
                // Landed: what waited for it waits no more, whatever stage comes next.
                Move = next.Root ?? new TaskMove { To = TaskState.Open, WaitReason = "" },
                Children = next.Children,
                Outbox = next.Outbox,
                EventKind = "landed",
                Text = text,
            },
            cancellationToken);
    }

    private async Task<string?> ProveAsync(Lander lander, string tip, MergeAnswer merge, CancellationToken cancellationToken)
    {
        var needed = Enum.Parse<SandboxLevel>(parts.Settings.Safety.Sandbox);
        var choice = await sandboxes.ChooseAsync(needed, cancellationToken);
        if (choice.Sandbox is not { } sandbox)
            return choice.Refusal;
        var diff = await lander.Repository.DiffAsync(tip, merge.Commit!, cancellationToken);
        var gate = new QualityGate(sandbox, parts.Redactor, Path.Combine(parts.Home.Caches, "scratch"));
        var result = await gate.JudgeAsync(
            new GateInput
            {
                Task = lander.Root,
                Change = Change.Parse(diff),
                BaseCommit = tip,
                ResultCommit = merge.Commit!,
                TreeHash = merge.Tree!,
                Verification = new VerificationPlan
                {
                    Commands = VerificationPlan.Join(lander.Product.Verify, lander.Root.Verify),
                    Root = lander.Product.Root,
                },
                Export = Exports.Of(lander.Repository),
            },
            cancellationToken);
        return result.Outcome == RunOutcome.Verified ? null : result.Reason;
    }

    private static async Task<string?> TargetAsync(Product product, ProductRepository repository, CancellationToken cancellationToken)
    {
        if (product.TargetBranch.Length > 0)
            return product.TargetBranch;
        var found = await repository.FetchBaseAsync(cancellationToken);
        return found.Value?.Branch;
    }

    private static string PeoplesCommits(string branch, BranchState theirs) => theirs.IsRewritten
        ? $"{branch} was rewritten; what is there now was not judged. It is never overwritten."
        : $"{branch} has {theirs.PeoplesCommits.Count} commits of people that were not judged: {theirs.PeoplesCommits[0]}. Approve nothing blindly: alai task retry gates and reviews again.";

    private Task HoldAsync(FactoryTask root, HoldCode code, string text, CancellationToken cancellationToken) =>
        parts.Store.AdvanceAsync(
            new RootAdvance
            {
                Root = root.Id,
                Version = root.Version,
                Move = new TaskMove { To = TaskState.Held, Hold = new Hold(code, text) },
                EventKind = "held",
                Text = text,
            },
            cancellationToken);

    private sealed record Lander(FactoryTask Root, FactoryTask Last, Product Product, ProductRepository Repository, BranchLanding Landing);

    private sealed record Move(string Target, string Tip, MergeAnswer Merge);
}
