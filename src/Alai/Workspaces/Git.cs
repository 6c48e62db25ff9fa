using System.Globalization;
using System.Text.RegularExpressions;
using Alai.Processes;
using Alai.Tasks;

namespace Alai.Workspaces;

/// <summary>
/// Calls git so that no configuration, hook, filter or attribute of a repository can run a program: the person's and the
/// system's configuration are not read, and what a repository's own configuration could start is switched off.
/// </summary>
internal sealed partial class Git(ChildProcesses processes, GitMachine machine)
{
    internal static readonly Version Oldest = new(2, 38);
    /// <summary>The address of the factory's own commits.</summary>
    public const string Address = "alai@localhost";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    private static readonly string[] Hardening =
    [
        "core.hooksPath=/dev/null", "core.fsmonitor=false", "core.attributesFile=/dev/null", "core.excludesFile=/dev/null",
        "core.alternateRefsCommand=true", "core.autocrlf=false", "core.safecrlf=false", "core.quotePath=false",
        "core.symlinks=true", "core.protectNTFS=true", "core.untrackedCache=false", "protocol.ext.allow=never", "protocol.version=2", "gc.auto=0",
        "maintenance.auto=false", "commit.gpgSign=false", "tag.gpgSign=false", "merge.verifySignatures=false",
        "log.showSignature=false", "gpg.program=false", "submodule.recurse=false", "fetch.recurseSubmodules=false",
        "credential.helper=", "core.askPass=", "advice.addEmbeddedRepo=false", "advice.detachedHead=false", "diff.renameLimit=5000",
        "checkout.workers=0", "transfer.credentialsInUrl=allow",
    ];

    private readonly string configuration = Path.Combine(machine.DataFolder, "repositories", "gitconfig");

    internal GitMachine Machine => machine;

    /// <summary>The calls that write into people's repositories.</summary>
    internal WritesUnderWay Writes { get; } = new(processes, machine.DataFolder);

    /// <summary>Runs git; never throws for what git says.</summary>
    internal async Task<ChildProcessResult> RunAsync(GitCall call, CancellationToken cancellationToken)
    {
        WriteConfiguration();
        List<string> words = ["git"];
        foreach (var setting in Hardening.Concat(call.Settings))
            words.AddRange(["-c", setting]);
        if (call.GitDirectory is not null)
            words.Add("--git-dir=" + call.GitDirectory);
        if (call.WorkTree is not null)
            words.AddRange(["--work-tree=" + call.WorkTree, "-c", "core.bare=false"]);
        words.AddRange(call.Arguments);
        var result = await RunAsync(
            call,
            new ChildProcessSpec
            {
                Command = words,
                Directory = call.Directory,
                Environment = Variables(call),
                StandardInput = call.Input,
                Timeout = Patience,
                AtDaemonsDeath = call.Finishes ? DaemonsDeath.LetsFinish : DaemonsDeath.Ends,
                OutputLimit = call.OutputLimit,
            },
            cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return result;
    }

    private async Task<ChildProcessResult> RunAsync(GitCall call, ChildProcessSpec spec, CancellationToken cancellationToken)
    {
        if (!call.Finishes)
            return await processes.RunAsync(spec, cancellationToken);
        var result = await processes.RunAsync(spec with { OnStarted = Writes.Begin }, CancellationToken.None);
        Writes.End(result.Identity);
        return result;
    }

    /// <summary>Runs git on work that cannot fail but by a broken disk or repository.</summary>
    /// <returns>Its standard output without the line end.</returns>
    /// <exception cref="FactoryException">git failed.</exception>
    internal async Task<string> MustAsync(GitCall call, CancellationToken cancellationToken)
    {
        var result = await RunAsync(call, cancellationToken);
        return result.Succeeded ? result.StandardOutput.TrimEnd('\n') : throw new FactoryException(
            $"git {string.Join(' ', call.Arguments.Take(4))} failed in {call.GitDirectory ?? call.Directory}: {Words(result)}",
            "look whether the disk is full and the repository whole (git fsck)");
    }

    /// <summary>Why this git cannot be used, or null.</summary>
    internal async Task<WorkspaceProblem?> FindProblemAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(machine.DataFolder);
        var result = await RunAsync(new GitCall(machine.DataFolder, "--version"), cancellationToken);
        if (result.End == ChildProcessEnd.CouldNotStart)
            return new WorkspaceProblem(WorkspaceProblemCode.GitMissing, "git was not found: " + result.Reason, "install git (apt-get install git, or xcode-select --install)");
        var match = VersionText().Match(result.StandardOutput);
        return match.Success && Version.Parse(match.Value) >= Oldest
            ? null
            : new WorkspaceProblem(
                WorkspaceProblemCode.GitTooOld,
                string.Create(CultureInfo.InvariantCulture, $"git {Oldest} or later is needed; found: {result.Output.Trim()}"),
                "install a newer git");
    }

    /// <summary>What git said, in one short text.</summary>
    internal static string Words(ChildProcessResult result)
    {
        var text = (result.StandardError.Length > 0 ? result.StandardError : result.StandardOutput + result.Reason).Trim();
        return text.Length > 600 ? text[..600] + "..." : text.Length > 0 ? text : $"exit code {result.ExitCode}";
    }

    internal static WorkspaceProblem Failed(string what, ChildProcessResult result) =>
        new(WorkspaceProblemCode.GitFailed, $"{what}: {Words(result)}", "run the same git command by hand to see more");

    [GeneratedRegex(@"\d+\.\d+(\.\d+)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex VersionText();

    private Dictionary<string, string> Variables(GitCall call)
    {
        var variables = new Dictionary<string, string>(machine.Environment, StringComparer.Ordinal)
        {
            ["GIT_CONFIG_NOSYSTEM"] = "1",
            ["GIT_CONFIG_GLOBAL"] = configuration,
            ["GIT_ATTR_NOSYSTEM"] = "1",
            ["GIT_TERMINAL_PROMPT"] = "0",
            ["GIT_OPTIONAL_LOCKS"] = "0",
            ["GIT_LITERAL_PATHSPECS"] = "1",
            ["GIT_NO_REPLACE_OBJECTS"] = "1",
            ["GIT_NO_LAZY_FETCH"] = "1",
            ["GIT_ALLOW_PROTOCOL"] = "file:https:http:ssh:git",
            ["GIT_SSH_COMMAND"] = "ssh -o BatchMode=yes",
            ["GIT_AUTHOR_NAME"] = "ALAI",
            ["GIT_AUTHOR_EMAIL"] = Address,
            ["GIT_COMMITTER_NAME"] = "ALAI",
            ["GIT_COMMITTER_EMAIL"] = Address,
            ["LC_ALL"] = "C",
        };
        if (call.IndexFile is not null)
            variables["GIT_INDEX_FILE"] = call.IndexFile;
        return variables;
    }

    // A file, because what is given by -c does not reach the other end of a local fetch.
    private void WriteConfiguration()
    {
        if (File.Exists(configuration))
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(configuration)!);
        var fresh = $"{configuration}.{Guid.NewGuid():N}";
        File.WriteAllText(fresh, "[safe]\n\tdirectory = *\n[core]\n\thooksPath = /dev/null\n\tfsmonitor = false\n[uploadpack]\n\tallowAnySHA1InWant = true\n");
        File.Move(fresh, configuration, overwrite: true);
    }
}
