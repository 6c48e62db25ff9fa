using Alai.Workspaces;

namespace Alai.Orchestration;

/// <summary>
/// Settles landings whose daemon died between intent and outcome, by looking at the target. Their roots go on from what
/// was seen; one that was cancelled meanwhile still gets its outcome row.
/// </summary>
internal sealed class OpenLandings(FactoryParts parts, ProductRepositories repositories)
{
    private readonly OpenReverts reverts = new(parts, repositories);

    /// <summary>Settles every open landing and revert but those of products that this process is landing on now.</summary>
    /// <returns>False when git of an earlier daemon still writes, so that nobody can know yet.</returns>
    public async Task<bool> SettleAsync(CancellationToken cancellationToken)
    {
        // What is being done just now would be seen as not done.
        if (!await repositories.AreStillAsync(cancellationToken))
            return false;
        await reverts.SettleAsync(cancellationToken);

        // Asked first: a landing that ends meanwhile has written its outcome by the time the open ones are read.
        var busy = parts.Landings.Keys;
        foreach (var effect in parts.Reader.OpenEffects().Where(effect => effect.Step == LandingRecord.Step))
        {
            var root = parts.Reader.Find(effect.Task);
            if (root is null || busy.Contains(root.Product) || parts.Now.Products.Find(root.Product) is not { } product)
                continue; // Without its product nobody can look; it stays open until somebody can.
            var repository = repositories.Of(product);
            if (await TipAsync(product, repository, cancellationToken) is not ({ } target, { } tip))
                continue;
            var commit = LandingKey.CommitOf(effect.IdempotencyKey);
            var landed = await new CommitFinder(repository).ContainsAsync(tip, commit, cancellationToken);
            await parts.Store.EndEffectAsync(
                effect.IdempotencyKey, landed, landed ? LandingKey.Seen(effect.IdempotencyKey, target) : $"seen afterwards: the target stands at {tip} without {commit}", cancellationToken);
        }

        return true;
    }

    private static async Task<(string? Target, string? Tip)> TipAsync(Products.Product product, ProductRepository repository, CancellationToken cancellationToken)
    {
        var fetched = await repository.FetchBaseAsync(cancellationToken);
        return product.TargetBranch.Length == 0
            ? (fetched.Value?.Branch, fetched.Value?.Commit)
            : (product.TargetBranch, await new BranchLanding(repository).FetchTargetAsync(product.TargetBranch, cancellationToken));
    }
}
