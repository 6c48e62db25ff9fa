namespace Alai.Orchestration;

/// <summary>A commit the gate is asked about, and what it is compared with.</summary>
/// <param name="From">The commit below it.</param>
/// <param name="Commit">The commit.</param>
/// <param name="Tree">Its tree.</param>
/// <param name="Answer">The agent's answer in words, or empty.</param>
internal sealed record Candidate(string From, string Commit, string Tree, string Answer = "");
