using Alai.MissionControl;
using Alai.Tasks;
using Alai.Workspaces;

namespace Alai.Orchestration;

/// <summary>
/// Ends reverts, and settles those whose daemon died between intent and outcome by looking at the target: nobody has to ask
/// again for what happened to be told.
/// </summary>
internal sealed class OpenReverts(FactoryParts parts, ProductRepositories repositories)
{
    /// <summary>The step of reverts in the store.</summary>
    public const string Step = "revert";

    /// <summary>Settles every open revert but those of products that are landed on now.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        foreach (var effect in Open())
        {
            if (parts.Reader.Find(effect.Task) is not { } root || parts.Now.Products.Find(root.Product) is not { } product)
                continue;
            var gate = repositories.LandingGate(product);
            if (!await gate.WaitAsync(TimeSpan.Zero, cancellationToken))
                continue;
            try
            {
                // Whoever held the gate may have ended it since it was listed.
                if (Open().Any(open => open.IdempotencyKey == effect.IdempotencyKey) && LandingRecord.LastOf(parts.Reader, root.Id) is { } landed)
                    await SettleAsync(effect, repositories.Of(product), landed.Target, cancellationToken);
            }
            finally
            {
                gate.Release();
            }
        }
    }

    /// <summary>Looks at the target whether an open revert happened, and writes down what is seen.</summary>
    /// <returns>What was written when it happened; null when it did not, or nobody can know because the target is gone.</returns>
    public async Task<ChangeAnswer?> SettleAsync(EffectState effect, ProductRepository repository, string target, CancellationToken cancellationToken)
    {
        if (await new BranchLanding(repository).FetchTargetAsync(target, cancellationToken) is not { } tip)
            return null;
        var commit = LandingKey.CommitOf(effect.IdempotencyKey);
        if (await new CommitFinder(repository).ContainsAsync(tip, commit, cancellationToken))
            return await HappenedAsync(effect.Task, effect.IdempotencyKey, ("daemon", $"reverted on {target} as {commit[..10]}, seen afterwards"));
        await parts.Store.EndEffectAsync(effect.IdempotencyKey, false, "did not happen", cancellationToken);
        return null;
    }

    /// <summary>Writes the outcome and the story of a revert that happened, both or none.</summary>
    public async Task<ChangeAnswer> HappenedAsync(TaskId root, string key, (string Actor, string Text) happened)
    {
        while (true)
        {
            var now = parts.Reader.Find(root)!;
            var answer = await parts.Store.AdvanceAsync(
                new RootAdvance { Root = root, Version = now.Version, Actor = happened.Actor, EventKind = "reverted", Text = happened.Text, Effect = new EffectEnd(key, happened.Text) },
                CancellationToken.None);

            // A person may change the root under our hands; what happened happened all the same.
            if (answer.Refusal is null || parts.Reader.Find(root)!.Version == now.Version)
                return answer;
        }
    }

    private IEnumerable<EffectState> Open() => parts.Reader.OpenEffects().Where(effect => effect.Step == Step);
}
