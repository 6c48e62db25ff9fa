using Alai.Products;
using Alai.Quality;
using Alai.Sandbox;
using Alai.Tasks;
using Alai.Workspaces;

namespace Alai.Orchestration;

/// <summary>
/// Everything that must be right before an agent starts: the product, its repository and base commit, the sandbox, the
/// set-up, and a base whose own checks pass. Whatever is wrong ends the run with the fix in words and costs no attempt.
/// </summary>
internal sealed class GroundPreparation(FactoryParts parts, ProductRepositories repositories, SandboxStation sandboxes)
{
    /// <summary>Prepares the ground of a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="proveBase">Whether the base's own checks must pass first: for stages that change something.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<GroundAnswer> PrepareAsync(StageRun run, bool proveBase, CancellationToken cancellationToken)
    {
        if (parts.Now.Products.Find(run.Root.Product) is not { } product)
            return GroundAnswer.No(RunOutcome.BadConfig, NoProduct(run.Root));
        run.Watch.Phase("prepare", "fetching the base commit");
        var repository = repositories.Of(product);
        var fetched = await repository.FetchBaseAsync(cancellationToken);
        if (fetched.Problem is { } missing)
            return GroundAnswer.No(Outcome(missing), $"{missing.Text}. {missing.Fix}");
        if (fetched.Value!.UncommittedFiles > 0)
            run.Log.Step(new RunStep("note", $"{fetched.Value.UncommittedFiles} uncommitted files are not included"));
        try
        {
            return await OnBaseAsync(run, new Found(product, repository, fetched.Value), proveBase, cancellationToken);
        }
        catch (FactoryException refused) when (!refused.IsTransient)
        {
            // The commit cannot be written out whole: a Git LFS file or a submodule is not there.
            return GroundAnswer.No(RunOutcome.BadConfig, $"{refused.Message}. {refused.Hint}");
        }
    }

    /// <summary>Where a product's commits come from.</summary>
    public static ProductSource SourceOf(Product product) => new(
        product.Name, product.Repository, product.TargetBranch.Length == 0 ? null : product.TargetBranch, product.Root);

    private async Task<GroundAnswer> OnBaseAsync(StageRun run, Found found, bool proveBase, CancellationToken cancellationToken)
    {
        var choice = await sandboxes.ChooseAsync(Enum.Parse<SandboxLevel>(parts.Settings.Safety.Sandbox), cancellationToken);
        if (choice.Sandbox is not { } backend)
            return GroundAnswer.No(RunOutcome.SandboxUnavailable, choice.Refusal!);
        var sandbox = new WatchedSandbox(backend, run.Watch);
        if (choice.Level == SandboxLevel.S0)
            run.Log.Step(new RunStep("warning", "UNSANDBOXED: this run can read and write what you can; it never lands by itself"));
        var setup = await SetUpAsync(run, found, sandbox, cancellationToken);
        if (setup.Outcome is { } failed)
            return GroundAnswer.No(failed, setup.Reason, setup.Checks);
        var plan = PlanOf(found.Product, run.Root, setup.Setup);
        if (proveBase && await LookAtBaseAsync(run, new BaseLook(found, sandbox, plan), cancellationToken) is { IsGreen: false } red)
            return GroundAnswer.No(red.Outcome!.Value, red.Reason, red.Checks);
        return new GroundAnswer(
            new Ground
            {
                Product = found.Product,
                Repository = found.Repository,
                Base = found.Base,
                Sandbox = sandbox,
                Level = choice.Level,
                Plan = plan,
                Checks = setup.Checks,
            },
            null,
            setup.Checks);
    }

    private async Task<SetupAnswer> SetUpAsync(StageRun run, Found found, ISandbox sandbox, CancellationToken cancellationToken)
    {
        if (found.Product.Setup.Commands.Count == 0)
            return new SetupAnswer(null, null, "no set-up", []);
        run.Watch.Phase("set-up", string.Join("; ", found.Product.Setup.Commands));
        var answer = await new CommitTrial(parts).SetUpAsync(new TrialSite(found.Product, found.Repository, found.Base.Commit, sandbox), cancellationToken);
        run.Log.Step(new RunStep(
            found.Product.Setup.IsOpen ? "warning" : "check",
            "set-up: " + answer.Reason,
            string.Join('\n', answer.Checks.Where(check => check.Check == "set-up network").Select(check => check.Seen))));
        return answer;
    }

    private async Task<BaseFinding> LookAtBaseAsync(StageRun run, BaseLook ask, CancellationToken cancellationToken)
    {
        var (found, sandbox, plan) = ask;
        run.Watch.Phase("base check", "the product's own checks on the base");
        var look = new BaseCheck(sandbox, parts.Redactor, Path.Combine(parts.Home.Caches, "base"));
        var finding = await look.LookAsync(found.Base.Commit, plan, Exports.Of(found.Repository), cancellationToken);
        run.Log.Step(new RunStep("check", "base: " + finding.Reason));
        return finding;
    }

    /// <summary>How results of a root on a product are proved.</summary>
    public static VerificationPlan PlanOf(Product product, FactoryTask root, PreparedSetup? setup) => new()
    {
        Commands = VerificationPlan.Join(product.Verify, root.Verify),
        OtherCommands = [.. product.Setup.Commands, .. product.Deploy.SelectMany(environment => environment.Commands)],
        Root = product.Root,
        TestPaths = EcosystemPaths.TestPaths(product),
        Setup = setup,
    };

    private string NoProduct(FactoryTask root) => root.Product.Length > 0
        ? parts.Now.Products.Unknown(root.Product)
        : $"this task changes files, but names no product. Register one with `alai product add PATH`, then `alai task edit {root.Id.Value} --product NAME`";

    private static RunOutcome Outcome(WorkspaceProblem problem) =>
        problem.IsTransient ? RunOutcome.ModelUnavailable : RunOutcome.BadConfig;

    private sealed record BaseLook(Found Found, ISandbox Sandbox, VerificationPlan Plan);

    private sealed record Found(Product Product, ProductRepository Repository, BaseCommit Base);
}
