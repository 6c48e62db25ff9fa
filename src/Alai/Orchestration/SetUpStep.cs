using Alai.Products;
using Alai.Quality;
using Alai.Sandbox;
using Alai.Workspaces;

namespace Alai.Orchestration;

/// <summary>Runs a product's set-up on one commit, or takes it from the cache.</summary>
internal sealed class SetUpStep(FactoryParts parts)
{
    /// <summary>The set-up; none when the product has no command for it.</summary>
    public async Task<SetupAnswer> PrepareAsync(
        Product product, ProductRepository repository, string commit, ISandbox sandbox, CancellationToken cancellationToken)
    {
        var setup = product.Setup;
        if (setup.Commands.Count == 0)
            return new SetupAnswer(null, null, "no set-up", []);
        var cache = new SetupCache(sandbox, parts.Redactor, Path.Combine(parts.Home.Caches, "setup"));
        return await cache.PrepareAsync(
            new SetupRequest
            {
                Commands = setup.Commands,
                BaseCommit = commit,
                Export = Exports.Of(repository),
                Root = product.Root,
                Network = setup.Network.Count > 0 ? SandboxNetwork.Open : SandboxNetwork.None,
            },
            cancellationToken);
    }
}
