using System.Collections.Concurrent;
using System.Text.Json;
using Alai.Processes;
using Alai.Redaction;
using Alai.Sandbox;
using Alai.Tasks;

namespace Alai.Quality;

/// <summary>
/// Runs a product's set-up once per (commands, manifests, lock files, platform) on the base commit alone, and keeps what it
/// fetched. Runs of agents and verification mount it read-only and have no network.
/// </summary>
public sealed class SetupCache(ISandbox sandbox, Redactor redactor, string folder)
{
    private const string Marker = "ready.json";
    private const int TailLength = 4000;

    // A place on disk has one gate in this process, whoever made the cache object: two runs of a product start at once.
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Gates = new(StringComparer.Ordinal);

    /// <summary>Gives the set-up of a base commit, running it when it is not there yet.</summary>
    /// <exception cref="OperationCanceledException">It was stopped; what was half done is thrown away by the next call.</exception>
    public async Task<SetupAnswer> PrepareAsync(SetupRequest request, CancellationToken cancellationToken)
    {
        if (request.Commands.Count == 0)
            return new SetupAnswer(null, null, "the product has no set-up", []);
        Directory.CreateDirectory(folder);
        using var scratch = new ScratchFolder(folder);
        await request.Export(request.BaseCommit, scratch.FullName, cancellationToken);
        var key = SetupKey.Of(request, scratch.FullName);
        var gate = Gates.GetOrAdd(Path.Combine(folder, key), _ => new SemaphoreSlim(1, 1));
        await gate.WaitAsync(cancellationToken);
        try
        {
            return ReadReady(key) is { } ready
                ? new SetupAnswer(ready, null, "set-up is in the cache", [])
                : await RunAsync(key, request, scratch, cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }

    // Tools write absolute paths into what they install (a venv's scripts), so set-up runs where its result stays, and a
    // marker written last tells a finished one from a half one.
    private async Task<SetupAnswer> RunAsync(string key, SetupRequest request, ScratchFolder scratch, CancellationToken cancellationToken)
    {
        var home = Path.Combine(folder, key);
        if (Directory.Exists(home))
            Directory.Delete(home, recursive: true);
        Directory.CreateDirectory(home);
        var work = Path.Combine(home, "work");
        Directory.Move(scratch.FullName, work);
        var root = Path.GetFullPath(Path.Combine(work, request.Root));
        var before = FilledFolders.Of(root);
        var results = new List<CheckResult>();
        await using var way = await SetupWay.OpenAsync(request.Network, sandbox, cancellationToken);
        foreach (var command in request.Commands)
        {
            var run = await sandbox.RunAsync(Spec(command, home, root, way) with { Timeout = request.CommandLimit }, cancellationToken);
            if (run.End == ChildProcessEnd.Cancelled)
                throw new OperationCanceledException("set-up was stopped", cancellationToken);
            results.Add(Result(command, run));
            await way.QuietAsync(cancellationToken);
            if (!run.Succeeded)
                return Failed(command, run, [.. results, .. way.Evidence()], way);
        }

        var links = FilledFolders.Of(root).Except(before, StringComparer.Ordinal).ToList();
        var ready = new PreparedSetup(key, home, links, ToolCaches.ReadOnly(home)) { Root = root };
        await File.WriteAllTextAsync(Path.Combine(home, Marker), JsonSerializer.Serialize(new Ready(links, request.Root)), cancellationToken);
        return new SetupAnswer(ready, null, "set-up is ready" + way.Summary(), [.. results, .. way.Evidence()]);
    }

    private PreparedSetup? ReadReady(string key)
    {
        var home = Path.Combine(folder, key);
        var marker = Path.Combine(home, Marker);
        if (!File.Exists(marker) || JsonSerializer.Deserialize<Ready>(File.ReadAllText(marker)) is not { } ready)
            return null;
        return new PreparedSetup(key, home, ready.Links, ToolCaches.ReadOnly(home))
        {
            Root = Path.GetFullPath(Path.Combine(home, "work", ready.Root)),
        };
    }

    private static SandboxSpec Spec(string command, string home, string root, SetupWay way)
    {
        var environment = new Dictionary<string, string>(VerificationEnvironment.With(ToolCaches.Writable(home)), StringComparer.Ordinal);
        foreach (var (name, value) in way.Environment)
            environment[name] = value;
        return new SandboxSpec
        {
            Command = ["/bin/sh", "-c", command],
            Workspace = home,
            Directory = root,
            ProtectedPaths = [],
            Environment = environment,
            Network = way.Network,
            ReadOnlyRoots = way.Files,
        };
    }

    private CheckResult Result(string command, ChildProcessResult run) => new()
    {
        Check = "setup",
        Passed = run.Succeeded,
        Seen = run.End == ChildProcessEnd.TimedOut ? "killed after its limit" : $"exit code {run.ExitCode}",
        Command = redactor.Redact(command),
        ExitCode = run.ExitCode,
        OutputTail = redactor.Redact(run.Output.Length > TailLength ? run.Output[^TailLength..] : run.Output),
        Milliseconds = run.Milliseconds,
    };

    private static SetupAnswer Failed(string command, ChildProcessResult run, IReadOnlyList<CheckResult> results, SetupWay way)
    {
        if (run.End == ChildProcessEnd.CouldNotStart)
            return new SetupAnswer(null, RunOutcome.SandboxUnavailable, "the sandbox could not start: " + run.Reason, results);
        var why = run.End == ChildProcessEnd.TimedOut
            ? "took too long"
            : DependencyTrouble.Find(run.ExitCode ?? 1, run.Output)?.ToString() ?? $"ended with exit code {run.ExitCode}";
        var fix = way.Wanted() is { Length: > 0 } wanted ? wanted : "mend the command or the network it may use in the product's file";
        return new SetupAnswer(null, RunOutcome.MissingDependency, $"set-up '{command}' {why}; {fix}", results);
    }

    private sealed record Ready(IReadOnlyList<string> Links, string Root);
}
