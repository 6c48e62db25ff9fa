using Alai.Processes;
using Alai.Sandbox;

namespace Alai.Minions;

/// <summary>The only way a minion runs a command: bound to one workspace, its sandbox and its limits.</summary>
/// <param name="sandbox">The sandbox.</param>
/// <param name="template">Workspace, roots, environment, network and limits; command, time and cancel are set for each command.</param>
public sealed class SandboxCommands(ISandbox sandbox, SandboxSpec template)
{
    /// <summary>Runs a shell command in a fresh process; nothing persists between commands but files.</summary>
    /// <param name="command">For <c>/bin/sh -c</c>.</param>
    /// <param name="timeout">After it the whole tree is killed.</param>
    /// <param name="cancellationToken">Kills the whole tree.</param>
    public async Task<CommandResult> RunAsync(string command, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var environment = new Dictionary<string, string>(template.Environment, StringComparer.Ordinal)
        {
            ["PAGER"] = "cat",
            ["GIT_TERMINAL_PROMPT"] = "0",
            ["CI"] = "1",
            ["TERM"] = "dumb",
        };
        var result = await sandbox.RunAsync(
            template with { Command = ["/bin/sh", "-c", command], Timeout = timeout, Environment = environment }, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return new CommandResult(result.ExitCode, result.Output, result.End == ChildProcessEnd.TimedOut)
        {
            NotStarted = result.End == ChildProcessEnd.CouldNotStart ? result.Reason : "",
        };
    }

    /// <summary>Runs a program of its own in the same workspace and under the same limits.</summary>
    /// <param name="shape">What differs from a shell command: program, network, time, listeners.</param>
    /// <param name="cancellationToken">Kills the whole tree.</param>
    internal Task<ChildProcessResult> RunProgramAsync(Func<SandboxSpec, SandboxSpec> shape, CancellationToken cancellationToken) =>
        sandbox.RunAsync(shape(template), cancellationToken);
}
