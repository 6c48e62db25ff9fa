namespace Alai.Workspaces;

/// <summary>What git must know of the machine; read by the host and passed as data.</summary>
/// <param name="DataFolder">The factory's <c>data</c> folder; repositories and workspaces live below it.</param>
/// <param name="Environment">The variables git gets: PATH, and for remotes HOME and SSH_AUTH_SOCK. The person's git configuration is never read.</param>
public sealed record GitMachine(string DataFolder, IReadOnlyDictionary<string, string> Environment);
