namespace Alai.Rehearsal;

/// <summary>A scripted model server as data.</summary>
public sealed record RehearsalScript
{
    /// <summary>The version it says it has.</summary>
    public string Version { get; init; } = "0.33.3";

    /// <summary>The models it says it has.</summary>
    public IReadOnlyList<RehearsalModel> Models { get; init; } = [new() { Name = "qwen3:8b" }];

    /// <summary>The rules; the first that holds answers.</summary>
    public IReadOnlyList<RehearsalRule> Rules { get; init; } = [];
}
