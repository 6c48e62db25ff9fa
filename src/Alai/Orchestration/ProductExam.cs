using Alai.Products;
using Alai.Sandbox;
using Alai.Workspaces;

namespace Alai.Orchestration;

/// <summary>Tries everything a run needs of a product before it starts, without an agent: repository, base, sandbox, set-up, checks.</summary>
internal sealed class ProductExam(FactoryParts parts, ProductRepositories repositories, SandboxStation sandboxes)
{
    /// <summary>Examines a product; what could not be tried because of an earlier failure is left out.</summary>
    public async Task<IReadOnlyList<ExamFinding>> ExamineAsync(Product product, CancellationToken cancellationToken)
    {
        var found = new List<ExamFinding>();
        var repository = repositories.Of(product);
        var fetched = await repository.FetchBaseAsync(cancellationToken);
        found.Add(Base(product, fetched));
        var choice = await sandboxes.ChooseAsync(Enum.Parse<SandboxLevel>(parts.Settings.Safety.Sandbox), cancellationToken);
        found.Add(choice.Sandbox is null
            ? new ExamFinding("sandbox", "failed", choice.Refusal!, "alai doctor shows what was tried")
            : new ExamFinding("sandbox", choice.Level == SandboxLevel.S0 ? "warning" : "ok", choice.Level == SandboxLevel.S0 ? "unsandboxed: S0" : $"level {choice.Level}"));
        if (fetched.Value is { } start && choice.Sandbox is { } sandbox)
            await TryCommandsAsync(new TrialSite(product, repository, start.Commit, sandbox), found, cancellationToken);
        else if (product.Verify.Count == 0)
            found.Add(NoVerify(product));
        return found;
    }

    private async Task TryCommandsAsync(TrialSite site, List<ExamFinding> found, CancellationToken cancellationToken)
    {
        var trial = new CommitTrial(parts);
        if (site.Product.Setup.Commands.Count > 0)
            found.Add(Network(site.Product, await trial.HostsAsync(site.Product.Setup, cancellationToken)));
        var setup = await trial.SetUpAsync(site, cancellationToken);
        found.Add(new ExamFinding("set-up", setup.Outcome is null ? "ok" : "failed", Words(setup.Reason, setup.Checks), setup.Outcome is null ? "" : $"mend 'setup' in products/{site.Product.Name}.yaml"));
        if (site.Product.Verify.Count == 0)
        {
            found.Add(NoVerify(site.Product));
            return;
        }

        if (setup.Outcome is not null)
            return;
        var finding = await trial.LookAsync(site, setup.Setup, cancellationToken);
        found.Add(new ExamFinding(
            "verify",
            finding.IsGreen ? "ok" : "failed",
            Words(finding.IsGreen ? $"{finding.Reason}: {string.Join("; ", site.Product.Verify)}" : finding.Reason, finding.Checks),
            finding.IsGreen ? "" : $"make the checks pass on {site.Commit[..10]}, or mend 'verify' in products/{site.Product.Name}.yaml"));
    }

    private static ExamFinding Base(Product product, WorkspaceAnswer<BaseCommit> fetched)
    {
        if (fetched.Problem is { } problem)
            return new ExamFinding("repository", "failed", problem.Text, problem.Fix);
        var start = fetched.Value!;
        var seen = $"{product.Repository}, base {start.Commit[..10]}" + (start.Branch is { } branch ? $" on {branch}" : "");
        return start.UncommittedFiles > 0
            ? new ExamFinding("repository", "warning", $"{seen}; {start.UncommittedFiles} uncommitted files are not included", "commit what runs shall see")
            : new ExamFinding("repository", "ok", seen);
    }

    private static ExamFinding Network(Product product, IReadOnlyList<string> hosts) => product.Setup switch
    {
        { IsOpen: true } => new ExamFinding("network", "warning", "set-up has the OPEN network: it can reach everything this machine reaches", $"name the hosts it needs in place of open: setup.network in products/{product.Name}.yaml"),
        _ when hosts.Count > 0 => new ExamFinding("network", "ok", $"set-up may reach {string.Join(", ", hosts)} and nothing else"),
        _ => new ExamFinding("network", "ok", "set-up reaches nothing; add hosts to setup.network if it must"),
    };

    private static ExamFinding NoVerify(Product product) => new(
        "verify", "warning", "no verify command: no result can be accepted by itself", $"add 'verify:' to products/{product.Name}.yaml, or give --verify COMMAND");

    private static string Words(string reason, IReadOnlyList<Tasks.CheckResult> checks) => string.Join(
        '\n', checks.Where(check => check.Command.Length > 0).Select(check => $"$ {check.Command}: exit code {check.ExitCode}")
            .Concat(checks.Where(check => check.Check == "set-up network").Select(check => "network: " + check.Seen)).Prepend(reason));
}
