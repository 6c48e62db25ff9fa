using Alai.Products;
using Alai.Quality;

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
                Network = new SetupNetwork
                {
                    Hosts = token => HostsAsync(setup, token),
                    IsOpen = setup.IsOpen,
                    Credentials = hosts => SecretFiles.Feeds(parts.Home, hosts),
                    StateFolder = parts.Options.SandboxMachine().StateFolder,
                    HowToAdd = $"add '- \"HOST\"' below setup.network in products/{site.Product.Name}.yaml if you trust it, then try again",
                },
            },
            cancellationToken);
    }

    /// <summary>The hosts a set-up may reach, this machine's feeds spelled out.</summary>
    public async Task<IReadOnlyList<string>> HostsAsync(ProductSetup setup, CancellationToken cancellationToken) =>
        [.. setup.Hosts.Concat(setup.HasFeeds ? await parts.Feeds.HostsAsync(cancellationToken) : []).Distinct()];

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
