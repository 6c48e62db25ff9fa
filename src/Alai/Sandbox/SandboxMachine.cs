namespace Alai.Sandbox;

/// <summary>What a backend must know of the machine; read by the host and passed as data.</summary>
/// <param name="UserHome">The person's home directory, whose toolchains are shown and whose secrets are not.</param>
/// <param name="SearchPath">The person's PATH.</param>
/// <param name="StateFolder">A folder of ours for generated files, for example <c>data/sandbox</c> in the factory's home.</param>
public sealed record SandboxMachine(string UserHome, string SearchPath, string StateFolder)
{
    /// <summary>The relay, or null where there is none: then a sandbox reaches nothing by TCP.</summary>
    public SandboxRelay? Relay { get; init; }
}
