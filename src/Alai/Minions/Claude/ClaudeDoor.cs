namespace Alai.Minions.Claude;

/// <summary>How Claude Code reaches its model: a proxy of the daemon's that alone holds the key.</summary>
/// <param name="Program">The program, absolute.</param>
/// <param name="Socket">The proxy's Unix socket, the only thing the sandbox can reach.</param>
/// <param name="Url">The address the program is told; inside the sandbox it leads to the socket.</param>
internal sealed record ClaudeDoor(string Program, string Socket, Uri Url);
