namespace Alai.Sandbox;

/// <summary>What a sandboxed command can reach.</summary>
/// <param name="IsOpen">The machine's own network; only for set-up whose owner said <c>open</c>.</param>
/// <param name="Socket">The path of the one Unix socket it can reach, or null.</param>
/// <param name="Port">The port of the sandbox's own loopback that leads to the socket, for programs that speak TCP; 0 for none.</param>
public sealed record SandboxNetwork(bool IsOpen, string? Socket, int Port = 0)
{
    /// <summary>Nothing at all, not even the machine's loopback.</summary>
    public static SandboxNetwork None { get; } = new(false, null);

    /// <summary>The machine's own network.</summary>
    public static SandboxNetwork Open { get; } = new(true, null);

    /// <summary>One Unix socket.</summary>
    public static SandboxNetwork To(string socket) => new(false, socket);

    /// <summary>One Unix socket, reached as <c>127.0.0.1:port</c> through the relay.</summary>
    public static SandboxNetwork Through(string socket, int port) => new(false, socket, port);
}
