using Alai.Products;
using Alai.Quality;
using Alai.Sandbox;
using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>Proves a tree no stage has judged: the merge onto a target that moved, a branch a person worked on.</summary>
internal sealed class LandingProof(FactoryParts parts, ProductRepositories repositories, SandboxStation sandboxes)
{
    /// <summary>What speaks against a candidate, null when the gate saw it pass, and what the gate saw.</summary>
    public async Task<(string? Failure, IReadOnlyList<CheckResult> Checks)> TryAsync(FactoryTask root, Product product, Candidate candidate, CancellationToken cancellationToken)
    {
        var choice = await sandboxes.ChooseAsync(Enum.Parse<SandboxLevel>(parts.Settings.Safety.Sandbox), cancellationToken);
        if (choice.Sandbox is not { } sandbox)
            return (choice.Refusal, []);
        var repository = repositories.Of(product);
        var setup = await new CommitTrial(parts).SetUpAsync(new TrialSite(product, repository, candidate.From, sandbox), cancellationToken);
        if (setup.Outcome is not null)
            return (setup.Reason, setup.Checks);
        var diff = await repository.DiffAsync(candidate.From, candidate.Commit, cancellationToken);
        var gate = new QualityGate(sandbox, parts.Redactor, Path.Combine(parts.Home.Caches, "scratch"));
        var result = await gate.JudgeAsync(
            new GateInput
            {
                Task = root,
                Change = Change.Parse(diff),
                BaseCommit = candidate.From,
                ResultCommit = candidate.Commit,
                TreeHash = candidate.Tree,
                ProtectedPaths = EcosystemPaths.ProtectedPaths(product),
                Verification = GroundPreparation.PlanOf(product, root, setup.Setup),
                Export = Exports.Of(repository),
            },
            cancellationToken);
        return (result.Outcome == RunOutcome.Verified ? null : result.Reason, result.Checks);
    }
}
