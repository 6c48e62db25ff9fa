using Alai.MissionControl;
using Alai.Products;
using Alai.Tasks;
using Alai.Workspaces;

namespace Alai.Orchestration;

/// <summary>
/// Lands the inverse of what a root landed, when a person asks: on top of the target as it is now, after the product's own
/// checks passed on it. Intent before, outcome after, one landing at a time, as with every landing.
/// </summary>
internal sealed class Reverting(FactoryParts parts, ProductRepositories repositories, SandboxStation sandboxes)
{
    private readonly OpenReverts reverts = new(parts, repositories);

    /// <summary>Reverts a root's landing, or says why not.</summary>
    public async Task<ChangeAnswer> RevertAsync(FactoryTask root, string actor, string reason, CancellationToken cancellationToken)
    {
        if (LandingRecord.LastOf(parts.Reader, root.Id) is not { } landed)
            return No($"nothing of {root.Id} has landed, so there is nothing to revert; to stop it: alai task cancel {root.Id.Value}");
        if (parts.Now.Products.Find(root.Product) is not { } product)
            return No(parts.Now.Products.Unknown(root.Product));
        var gate = repositories.LandingGate(product);
        await gate.WaitAsync(cancellationToken);
        try
        {
            return await RevertAloneAsync(new Request(root, product, landed, actor, reason), cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<ChangeAnswer> RevertAloneAsync(Request request, CancellationToken cancellationToken)
    {
        var repository = repositories.Of(request.Product);
        var fetched = await repository.FetchBaseAsync(cancellationToken);
        if (fetched.Problem is { } problem)
            return No($"{problem.Text}. {problem.Fix}");
        var landing = new BranchLanding(repository);
        var (before, after, target) = request.Landed;
        if (await landing.FetchTargetAsync(target, cancellationToken) is not { } tip)
            return No($"branch {target} is gone; it was there when {request.Root.Id} landed");
        if (!await repository.Reader.IsAncestorAsync(after, tip, cancellationToken))
            return No($"{target} was rewritten: {after[..12]} is no longer below it");
        if (await EarlierAsync(request, repository, cancellationToken) is { } earlier)
            return earlier;
        var merge = await landing.RevertAsync(tip, new LandedSpan(before, after), Message(request), cancellationToken);
        if (merge.Commit is null)
            return No($"later work on {target} touches the same lines in {string.Join(", ", merge.Conflicts)}; revert by hand: git revert {before}..{after}");
        if (merge.Tree == await repository.TreeOfAsync(tip, cancellationToken))
            return No($"{target} already stands without it");
        if (await ProveAsync(request.Product, repository, merge.Commit, cancellationToken) is { } failure)
            return No($"without it {target} does not pass: {failure}");
        return await LandAsync(request, landing, (tip, merge.Commit), cancellationToken);
    }

    // A revert that was begun and whose end nobody wrote down is looked for, never guessed.
    private async Task<ChangeAnswer?> EarlierAsync(Request request, ProductRepository repository, CancellationToken cancellationToken)
    {
        foreach (var effect in Tried(request))
        {
            if (effect.Status == "done")
                return No($"{request.Root.Id} was reverted before: {effect.Output}");
            if (effect.Status == "intent" && await reverts.SettleAsync(effect, repository, request.Landed.Target, cancellationToken) is { } happened)
                return happened;
        }

        return null;
    }

    private async Task<string?> ProveAsync(Product product, ProductRepository repository, string commit, CancellationToken cancellationToken)
    {
        if (product.Verify.Count == 0)
            return null;
        var choice = await sandboxes.ChooseAsync(Enum.Parse<Sandbox.SandboxLevel>(parts.Settings.Safety.Sandbox), cancellationToken);
        if (choice.Sandbox is not { } sandbox)
            return choice.Refusal;
        var trial = new CommitTrial(parts);
        var site = new TrialSite(product, repository, commit, sandbox);
        var setup = await trial.SetUpAsync(site, cancellationToken);
        if (setup.Outcome is not null)
            return setup.Reason;
        var finding = await trial.LookAsync(site, setup.Setup, cancellationToken);
        return finding.IsGreen ? null : finding.Reason;
    }

    private async Task<ChangeAnswer> LandAsync(Request request, BranchLanding landing, (string Tip, string Commit) move, CancellationToken cancellationToken)
    {
        // A try after a failed one has a key of its own, so that its end too is written.
        var failed = Tried(request).Count(effect => effect.Status == "failed");
        var key = $"{OpenReverts.Step}:{request.Root.Uid}:{request.Landed.After}:{failed}:{move.Commit}";
        await parts.Store.BeginEffectAsync(new EffectIntent(request.Root.Id, OpenReverts.Step, key, request.Landed.After), cancellationToken);
        await parts.Options.AtPoint(KillPoints.RevertAfterIntent);
        var answer = await landing.LandAsync(request.Landed.Target, move.Tip, move.Commit, cancellationToken);
        await parts.Options.AtPoint(KillPoints.RevertAfterMove);
        if (answer.Word == LandingWord.Landed)
        {
            var text = $"reverted on {request.Landed.Target} as {move.Commit[..10]}" + (request.Reason.Length > 0 ? $": {request.Reason}" : "");
            var written = await reverts.HappenedAsync(request.Root.Id, key, (request.Actor, text));
            await parts.Options.AtPoint(KillPoints.RevertAfterOutcome);
            return written;
        }

        await parts.Store.EndEffectAsync(key, false, answer.Text, CancellationToken.None);
        return answer.Word == LandingWord.TargetMoved
            ? No($"{answer.Text} while it was reverted; try again")
            : No(answer.Command.Length > 0 ? $"{answer.Text}. Run: {answer.Command}" : answer.Text);
    }

    private IEnumerable<EffectState> Tried(Request request) =>
        parts.Reader.Effects(request.Root.Id).Where(effect => effect.Step == OpenReverts.Step && effect.InputHash == request.Landed.After);

    private static string Message(Request request) =>
        $"Revert \"{request.Root.Title}\" ({request.Root.Id})\n\n{(request.Reason.Length > 0 ? request.Reason + "\n\n" : "")}This undoes what landed as {request.Landed.After}.\n";

    private static ChangeAnswer No(string refusal) => new(null, refusal);

    private sealed record Request(FactoryTask Root, Product Product, LandingRecord Landed, string Actor, string Reason);
}
