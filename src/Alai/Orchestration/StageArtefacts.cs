using Alai.Pipeline;
using Alai.Tasks;
using Alai.Workspaces;

namespace Alai.Orchestration;

/// <summary>What stages left behind, as branch, commit and tree.</summary>
internal sealed class StageArtefacts(FactoryParts parts, ProductRepositories repositories)
{
    /// <summary>The artefact of a stage: its own, or the one it was filed with; null when there is none.</summary>
    public async Task<StageArtefact?> FindAsync(FactoryTask root, FactoryTask stage, CancellationToken cancellationToken)
    {
        var filed = StageInput.Parse(parts.Reader.Input(stage.Id)).Artefact;
        if (stage.Lineage.Stage is Stage.Review or Stage.Security or Stage.Ops)
            return filed;
        if (stage.ArtefactHash is not { } hash || stage.Branch is not { } branch || parts.Now.Products.Find(root.Product) is not { } product)
            return filed;
        var commit = await new CommitFinder(repositories.Of(product)).TipAsync(branch, cancellationToken);
        return commit is null ? null : new StageArtefact(branch, commit, hash);
    }
}
