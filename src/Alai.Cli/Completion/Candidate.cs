namespace Alai.Cli.Completion;

/// <summary>A word that may come next, and what it means.</summary>
internal sealed record Candidate(string Word, string About = "");
