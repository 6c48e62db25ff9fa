namespace Alai.Client.Views;

/// <summary>One model server.</summary>
public sealed record HostView
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its address.</summary>
    public required string Url { get; init; }

    /// <summary><c>ollama</c> or <c>llama-server</c>.</summary>
    public required string Engine { get; init; }

    /// <summary>Whether it answered the last probe.</summary>
    public bool Up { get; init; }

    /// <summary>Why it is down, or empty.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The server's version, or empty.</summary>
    public string Version { get; init; } = "";

    /// <summary>Memory for models in gigabytes, or null.</summary>
    public double? MemoryGb { get; init; }

    /// <summary>Most runs at once.</summary>
    public int MaxRuns { get; init; }

    /// <summary>What it serves.</summary>
    public IReadOnlyList<ModelView> Models { get; init; } = [];
}
