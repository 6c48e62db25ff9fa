namespace Alai.Sandbox;

/// <summary>What a sandboxed command can reach.</summary>
/// <param name="IsOpen">The machine's own network; only for set-up the owner agreed to.</param>
/// <param name="Socket">The path of the one Unix socket it can reach, or null.</param>
public sealed record SandboxNetwork(bool IsOpen, string? Socket)
{
    /// <summary>Nothing at all, not even the machine's loopback.</summary>
    public static SandboxNetwork None { get; } = new(false, null);

    /// <summary>The machine's own network.</summary>
    public static SandboxNetwork Open { get; } = new(true, null);

    /// <summary>One Unix socket, for a CLI agent's model proxy.</summary>
    public static SandboxNetwork To(string socket) => new(false, socket);
}
