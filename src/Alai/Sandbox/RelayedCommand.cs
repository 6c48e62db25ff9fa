using System.Globalization;

namespace Alai.Sandbox;

/// <summary>
/// Puts the relay in front of a command that may reach one socket through its loopback. The command replaces the shell, so
/// signals, exit code and standard streams are its own; the relay ends with the sandbox.
/// </summary>
internal static class RelayedCommand
{
    /// <summary>The exit code when the relay could not start, as <c>env</c> and <c>timeout</c> use it for their own trouble.</summary>
    internal const int NoRelay = 125;

    // The program, its runtime, the port and the socket come as arguments: nothing of them is read as shell.
    private const string Script = """
        pipe="${TMPDIR:-/tmp}/.alai-relay-$$"
        mkfifo "$pipe" || exit 125
        DOTNET_ROOT="$1" DOTNET_TieredPGO=0 "$0" relay "$2" "$3" "$$" > "$pipe" 2>&1 &
        read -r word < "$pipe"
        rm -f "$pipe"
        if [ "$word" != ready ]; then
          echo "alai: the relay to the daemon did not start: $word" >&2
          exit 125
        fi
        shift 3
        exec "$@"
        """;

    /// <summary>The command as it is, or behind the relay when its network asks for one.</summary>
    internal static IReadOnlyList<string> Words(SandboxSpec spec, SandboxMachine machine)
    {
        if (spec.Network is not { Socket: { } socket, Port: > 0 } network)
            return spec.Command;
        if (machine.Relay is not { } relay)
            return ["/bin/sh", "-c", "echo 'alai: this installation has no relay program' >&2; exit 125"];
        return
        [
            "/bin/sh", "-c", Script, relay.Program, relay.DotnetRoot, network.Port.ToString(CultureInfo.InvariantCulture), socket, .. spec.Command,
        ];
    }

    /// <summary>What must be readable for it.</summary>
    internal static IEnumerable<string> Roots(SandboxSpec spec, SandboxMachine machine) =>
        spec.Network.Port > 0 ? machine.Relay?.Roots ?? [] : [];
}
