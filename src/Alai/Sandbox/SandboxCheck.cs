namespace Alai.Sandbox;

/// <summary>One thing the self-test tried.</summary>
/// <param name="Name">What was tried, in words.</param>
/// <param name="IsForbidden">Whether it must fail (a negative control) or work (a positive one).</param>
/// <param name="Expected">What must be seen.</param>
/// <param name="Seen">What was seen.</param>
/// <param name="Passed">Whether they agree.</param>
public sealed record SandboxCheck(string Name, bool IsForbidden, string Expected, string Seen, bool Passed);
