using System.Security.Cryptography;
using Alai.Processes;
using Alai.Redaction;
using Alai.Sandbox;
using Alai.Tasks;

namespace Alai.Quality;

/// <summary>Runs the commands that prove a tree, in order, each in a fresh sandbox without network, until one fails.</summary>
internal sealed class CommandSeries(ISandbox sandbox, Redactor redactor)
{
    private const int TailLength = 4000;

    /// <summary>Runs them in a folder that already holds the tree.</summary>
    /// <param name="check">The check's name on the results.</param>
    /// <param name="folder">The top of the tree.</param>
    /// <param name="plan">Commands, root, limits, set-up.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="OperationCanceledException">It was stopped; there is no result then.</exception>
    public async Task<SeriesEnd> RunAsync(string check, string folder, VerificationPlan plan, CancellationToken cancellationToken)
    {
        var results = new List<CheckResult>();
        var directory = Path.GetFullPath(Path.Combine(folder, plan.Root));
        plan.Setup?.LinkInto(directory);
        foreach (var command in plan.Commands)
        {
            var log = Path.Combine(Path.GetTempPath(), "alai-verify-" + Guid.NewGuid().ToString("N"));
            try
            {
                var run = await sandbox.RunAsync(Spec(command, folder, directory, plan) with { OutputFile = log }, cancellationToken);
                if (run.End == ChildProcessEnd.Cancelled)
                    throw new OperationCanceledException("verification was stopped", cancellationToken);
                results.Add(Result(check, command, run, plan) with { OutputDigest = Digest(log) });
                if (!run.Succeeded)
                    return End(results, run, plan);
            }
            finally
            {
                File.Delete(log);
            }
        }

        return new SeriesEnd(SeriesWord.Passed, results, "");
    }

    private static SandboxSpec Spec(VerifyCommand command, string folder, string directory, VerificationPlan plan) => new()
    {
        Command = ["/bin/sh", "-c", command.Text],
        Workspace = folder,
        Directory = directory,
        Environment = VerificationEnvironment.With(plan.Setup?.Environment),
        ReadOnlyRoots = plan.Setup is { } setup ? [setup.Folder] : [],
        ProtectedPaths = [],
        Network = SandboxNetwork.None,
        Timeout = plan.CommandLimit,
    };

    private CheckResult Result(string check, VerifyCommand command, ChildProcessResult run, VerificationPlan plan) => new()
    {
        Check = check,
        Passed = run.Succeeded,
        Seen = Seen(command, run, plan),
        Command = redactor.Redact(command.Text),
        ExitCode = run.ExitCode,
        OutputTail = redactor.Redact(run.Output.Length > TailLength ? run.Output[^TailLength..] : run.Output),
        Milliseconds = run.Milliseconds,
    };

    private static string Seen(VerifyCommand command, ChildProcessResult run, VerificationPlan plan) => run.End switch
    {
        ChildProcessEnd.Exited => $"{command.By} command ended with exit code {run.ExitCode}",
        ChildProcessEnd.TimedOut => $"{command.By} command was killed after its limit of {plan.CommandLimit.TotalSeconds:0} s",
        _ => "the sandbox could not start: " + run.Reason,
    };

    private static SeriesEnd End(IReadOnlyList<CheckResult> results, ChildProcessResult run, VerificationPlan plan)
    {
        var last = results[^1];
        if (run.End == ChildProcessEnd.CouldNotStart || run.Output.StartsWith("bwrap: ", StringComparison.Ordinal))
            return new SeriesEnd(SeriesWord.NoSandbox, results, run.Reason.Length > 0 ? run.Reason : run.Output.Trim());
        if (run.End == ChildProcessEnd.TimedOut)
            return new SeriesEnd(SeriesWord.Failed, results, $"'{last.Command}' timed out after {plan.CommandLimit.TotalSeconds:0} s");
        return DependencyTrouble.Find(run.ExitCode ?? 1, run.Output) is { } missing
            ? new SeriesEnd(SeriesWord.Missing, results, $"'{last.Command}': {missing}") { Thing = missing }
            : new SeriesEnd(SeriesWord.Failed, results, $"'{last.Command}' ended with exit code {run.ExitCode}");
    }

    private static string Digest(string log)
    {
        if (!File.Exists(log))
            return "";
        using var stream = File.OpenRead(log);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
