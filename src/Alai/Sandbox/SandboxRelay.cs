namespace Alai.Sandbox;

/// <summary>The program that stands inside a sandbox between its loopback and the one socket it may reach: <c>alaid</c> itself.</summary>
/// <param name="Program">Its absolute path; its folder is shown read-only.</param>
/// <param name="DotnetRoot">Where its runtime is, absolute; empty when it brings its own.</param>
public sealed record SandboxRelay(string Program, string DotnetRoot)
{
    /// <summary>What the sandbox must see to start it.</summary>
    public IEnumerable<string> Roots => new[] { Path.GetDirectoryName(Program)!, DotnetRoot }.Where(root => root.Length > 0);
}
