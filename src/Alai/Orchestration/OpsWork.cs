using Alai.MissionControl;
using Alai.Pipeline;
using Alai.Processes;
using Alai.Products;
using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>
/// OPS: runs the product's own deploy commands on what landed, then its health check. A failed one rolls the deployment
/// back, never the branch, and holds. The commands are the owner's, from the product file; no model has a hand in them.
/// </summary>
internal sealed class OpsWork(FactoryParts parts, ProductRepositories repositories, ChildProcesses processes, Conclusion conclusion) : IStageWork
{
    private static readonly TimeSpan CommandLimit = TimeSpan.FromMinutes(10);

    /// <summary>The OPS stage.</summary>
    public bool Takes(ClaimedRun run) => run.Task.Lineage.Stage == Stage.Ops;

    /// <summary>Deploys to the product's first environment.</summary>
    public async Task<Transition> RunAsync(StageRun run, CancellationToken cancellationToken)
    {
        var artefact = StageInput.Parse(parts.Reader.Input(run.Task.Id)).Artefact;
        if (parts.Now.Products.Find(run.Root.Product) is not { } product || artefact is null)
            return conclusion.Held(run.Claim, new Hold(HoldCode.Config, "Nothing has landed that could be deployed."), RunOutcome.BadConfig);
        if (product.Deploy.Count == 0)
            return conclusion.Held(run.Claim, new Hold(HoldCode.Config, $"{product.Name} has no environment to deploy to: add `deploy:` to products/{product.Name}.yaml, or take it off the task: alai task edit {run.Root.Id.Value} --no-deploy"), RunOutcome.BadConfig);
        var environment = product.Deploy[0];
        if (run.Task.Consent is null && run.Task.Progress.LastFailure is { Length: > 0 } no)
            return conclusion.Accepted(run, new StageResult { Reason = $"not deployed to {environment.Name}, a person said no: {no}", Artefact = artefact });
        if (environment.NeedsPerson && run.Task.Consent?.SubjectHash != artefact.Hash)
            return AskPerson(run, environment, artefact);
        return await DeployAsync(new Deployment(run, product, environment, artefact, FolderOf(run)), cancellationToken);
    }

    // The yes binds to exactly the tree that would be deployed.
    private Transition AskPerson(StageRun run, DeployEnvironment environment, StageArtefact artefact)
    {
        var hold = new Hold(HoldCode.NeedsApproval, $"Deploying {artefact.Commit[..10]} to {environment.Name} needs your yes.");
        var held = conclusion.Held(run.Claim, hold);
        return held with { Move = held.Move with { ArtefactHash = artefact.Hash, Branch = artefact.Branch } };
    }

    private async Task<Transition> DeployAsync(Deployment deployment, CancellationToken cancellationToken)
    {
        var (run, environment) = (deployment.Run, deployment.Environment);
        var (effect, key) = await BeginAsync(deployment, cancellationToken);
        if (effect.Status == "intent")
        {
            // Told once, as unknown; a person who then retries gets a new try.
            await parts.Store.EndEffectAsync(key, false, "unknown: the daemon died before its end was seen", cancellationToken);
            return conclusion.Held(run.Claim, new Hold(HoldCode.OutcomeUnknown, $"A deployment to {environment.Name} was begun and its end was not seen. Look at {environment.Name}, then finish or retry it."), RunOutcome.Unknown);
        }

        await parts.Options.AtPoint(KillPoints.DeployAfterIntent);
        await CheckOutAsync(deployment, cancellationToken);
        var seen = deployment.Seen;
        var failure = effect.Status == "done" ? null : await RunAllAsync(deployment, environment.Commands, cancellationToken);
        failure ??= environment.Health is { } health ? await RunAllAsync(deployment, [health], cancellationToken) : null;
        await parts.Options.AtPoint(KillPoints.DeployAfterCommands);
        if (failure is null)
        {
            await parts.Store.EndEffectAsync(key, true, environment.Name, cancellationToken);
            await parts.Options.AtPoint(KillPoints.DeployAfterOutcome);
            return conclusion.Accepted(run, new StageResult { Reason = $"deployed to {environment.Name}, healthy: {Last(seen)}", Artefact = deployment.Artefact, Checks = seen });
        }

        var rolled = await RunAllAsync(deployment, environment.Rollback, cancellationToken);
        await parts.Store.EndEffectAsync(key, false, failure, cancellationToken);
        var end = environment.Rollback.Count == 0 ? "there is no roll-back" : rolled is null ? "rolled back" : $"the roll-back failed too: {rolled}";
        var held = conclusion.Held(run.Claim, new Hold(HoldCode.NeedsApproval, $"Deployment to {environment.Name} failed: {failure}; {end}. Approve to try again, reject to leave it."), RunOutcome.VerifyFailed);
        return held with { Checks = seen, Move = held.Move with { ArtefactHash = deployment.Artefact.Hash, Branch = deployment.Artefact.Branch } };
    }

    // Each try after a failed one has a key of its own, so that its end too is written once.
    private async Task<(EffectState Effect, string Key)> BeginAsync(Deployment deployment, CancellationToken cancellationToken)
    {
        var (run, environment, hash) = (deployment.Run, deployment.Environment, deployment.Artefact.Hash);
        var step = "deploy:" + environment.Name;
        var tries = parts.Reader.Effects(run.Root.Id).Count(effect => effect.Step == step && effect.InputHash == hash && effect.Status == "failed");
        var key = $"{step}:{run.Root.Uid}:{hash}:{tries}";
        return (await parts.Store.BeginEffectAsync(new EffectIntent(run.Root.Id, step, key, hash), cancellationToken), key);
    }

    private async Task CheckOutAsync(Deployment deployment, CancellationToken cancellationToken)
    {
        var folder = deployment.Folder;
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        await Exports.Of(repositories.Of(deployment.Product))(deployment.Artefact.Commit, folder, cancellationToken);
    }

    private async Task<string?> RunAllAsync(Deployment deployment, IReadOnlyList<string> commands, CancellationToken cancellationToken)
    {
        foreach (var command in commands)
        {
            deployment.Run.Watch.Phase("deploy", command);
            var result = await processes.RunAsync(Spec(deployment, command), cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            deployment.Seen.Add(Check(command, result));
            deployment.Run.Log.Step(new RunStep("check", $"{(result.Succeeded ? "ok" : "FAILED")} $ {command}", result.Output));
            if (!result.Succeeded)
                return $"`{command}` ended with {(result.ExitCode?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? result.Reason)}: {Tail(result.Output)}";
        }

        return null;
    }

    private ChildProcessSpec Spec(Deployment deployment, string command) => new()
    {
        Command = ["/bin/sh", "-c", command],
        Directory = Path.Combine(deployment.Folder, deployment.Product.Root),
        Environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["PATH"] = parts.Options.Environment.GetValueOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin"),
            ["HOME"] = parts.Options.Environment.GetValueOrDefault("HOME", "/"),
            ["LANG"] = "C.UTF-8",
            ["ALAI_ENVIRONMENT"] = deployment.Environment.Name,
            ["ALAI_COMMIT"] = deployment.Artefact.Commit,
            ["ALAI_STATE"] = Path.Combine(parts.Home.Data, "deployments", deployment.Product.Name, deployment.Environment.Name),
        },
        Timeout = CommandLimit,
        KeepDescendants = true,
    };

    private CheckResult Check(string command, ChildProcessResult result) => new()
    {
        Check = "deploy",
        Passed = result.Succeeded,
        Seen = result.Succeeded ? "exit code 0" : $"exit code {result.ExitCode}",
        Command = command,
        ExitCode = result.ExitCode,
        OutputTail = parts.Redactor.Redact(Tail(result.Output)),
        Milliseconds = result.Milliseconds,
    };

    private static string Last(List<CheckResult> seen) => seen.Count == 0 ? "nothing to check" : seen[^1].OutputTail.Trim();

    private static string Tail(string text) => text.Length > 500 ? text[^500..].Trim() : text.Trim();

    private string FolderOf(StageRun run) =>
        Path.Combine(parts.Home.Caches, "deploy", run.Root.Id.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private sealed record Deployment(StageRun Run, Product Product, DeployEnvironment Environment, StageArtefact Artefact, string Folder)
    {
        public List<CheckResult> Seen { get; } = [];
    }
}
