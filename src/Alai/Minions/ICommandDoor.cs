namespace Alai.Minions;

/// <summary>The only way a minion runs a command: bound to one workspace and its sandbox.</summary>
public interface ICommandDoor
{
    /// <summary>Runs a shell command in a fresh process; nothing persists between commands but files.</summary>
    /// <param name="command">For <c>/bin/sh -c</c>.</param>
    /// <param name="timeout">After it the whole tree is killed.</param>
    /// <param name="cancellationToken">Kills the whole tree.</param>
    Task<CommandResult> RunAsync(string command, TimeSpan timeout, CancellationToken cancellationToken);
}
