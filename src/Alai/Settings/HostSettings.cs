namespace Alai.Settings;

/// <summary>One model server.</summary>
public sealed record HostSettings
{
    /// <summary>Its name, unique in the file.</summary>
    public required string Name { get; init; }

    /// <summary>Its address, http or https, without a path.</summary>
    public required Uri Url { get; init; }

    /// <summary>What it speaks: <c>ollama</c> or <c>llama-server</c>.</summary>
    public string Engine { get; init; } = "ollama";

    /// <summary>The machine it runs on: hosts of one machine share its memory. Its own name when the file gives none.</summary>
    public required string Machine { get; init; }

    /// <summary>Memory for models in gigabytes, or null when unknown.</summary>
    public int? MemoryGb { get; init; }

    /// <summary>Most runs at once on it.</summary>
    public int MaxRuns { get; init; } = 2;

    /// <summary>The host <c>local</c> of a factory without a file.</summary>
    /// <param name="ollamaHost">As <c>OLLAMA_HOST</c> writes it, or null for 127.0.0.1:11434.</param>
    public static HostSettings Local(string? ollamaHost) =>
        new() { Name = "local", Machine = "local", Url = OllamaAddress.Parse(ollamaHost) };
}
