using Alai.Products;
using Alai.Quality;
using Alai.Sandbox;

namespace Alai.Orchestration;

/// <summary>Runs a product's own set-up and checks on one commit, outside any run: for the doctor and before a revert.</summary>
internal sealed class CommitTrial(FactoryParts parts)
{
    /// <summary>Prepares what the checks need; the cache is the one runs use.</summary>
    public Task<SetupAnswer> SetUpAsync(TrialSite site, CancellationToken cancellationToken)
    {
        var setup = site.Product.Setup;
        var cache = new SetupCache(site.Sandbox, parts.Redactor, Path.Combine(parts.Home.Caches, "setup"));
        return cache.PrepareAsync(
            new SetupRequest
            {
                Commands = setup.Commands,
                Product = site.Product.Name,
                Keys = EcosystemPaths.SetupKeys(site.Product),
                BaseCommit = site.Commit,
                Export = Exports.Of(site.Repository),
                Root = site.Product.Root,
                Network = setup.Network.Count > 0 ? SandboxNetwork.Open : SandboxNetwork.None,
            },
            cancellationToken);
    }

    /// <summary>Runs the product's verify commands on the commit.</summary>
    public Task<BaseFinding> LookAsync(TrialSite site, PreparedSetup? setup, CancellationToken cancellationToken)
    {
        var look = new BaseCheck(site.Sandbox, parts.Redactor, Path.Combine(parts.Home.Caches, "base"));
        var plan = new VerificationPlan
        {
            Commands = VerificationPlan.Join(site.Product.Verify, null),
            Root = site.Product.Root,
            Setup = setup,
        };
        return look.LookAsync(site.Commit, plan, Exports.Of(site.Repository), cancellationToken);
    }
}
