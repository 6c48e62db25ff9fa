namespace Alai.Rehearsal;

/// <summary>A model the fake server says it has.</summary>
public sealed record RehearsalModel
{
    /// <summary>Its name with tag.</summary>
    public required string Name { get; init; }

    /// <summary>Its digest; made from the name when empty.</summary>
    public string Digest { get; init; } = "";

    /// <summary>Its family; the name up to the colon when empty.</summary>
    public string Family { get; init; } = "";

    /// <summary>For example <c>8.2B</c>.</summary>
    public string Parameters { get; init; } = "8.2B";

    /// <summary>Tokens it was trained for.</summary>
    public int Context { get; init; } = 40960;

    /// <summary>What it can.</summary>
    public IReadOnlyList<string> Capabilities { get; init; } = ["completion", "tools", "thinking"];

    /// <summary>Where its words really go, or empty.</summary>
    public string RemoteHost { get; init; } = "";
}
