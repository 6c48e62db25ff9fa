namespace Alai.Minions;

/// <summary>What is known of a model family; one row a family, the first that matches counts.</summary>
public sealed record ModelProfile
{
    /// <summary>Beginnings of names that belong to it; empty matches every model.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>How it calls tools.</summary>
    public ModelProtocol Protocol { get; init; } = ModelProtocol.Native;

    /// <summary>Whether it should think at agent work; null leaves it alone.</summary>
    public bool? Think { get; init; }

    /// <summary>Whether its reasoning is sent back with its calls.</summary>
    public bool KeepsThinking { get; init; }

    /// <summary>Whether it writes whole files better than passages.</summary>
    public bool PrefersWholeFiles { get; init; }

    /// <summary>The window asked for; one value per model, or the server reloads it.</summary>
    public int NumCtx { get; init; } = 16384;

    /// <summary>Most tools offered.</summary>
    public int MaxTools { get; init; } = 7;

    /// <summary>Sampling temperature, or null for the model's own.</summary>
    public double? Temperature { get; init; }

    /// <summary>Most tokens a turn.</summary>
    public int MaxOutput { get; init; } = 4096;

    /// <summary>The shipped rows. Sources: facts on local models and tool calling; qwen2.5-coder makes no native calls on Ollama.</summary>
    public static IReadOnlyList<ModelProfile> Shipped { get; } =
    [
        new() { Names = ["qwen2.5-coder", "qwen2.5coder"], Protocol = ModelProtocol.Fenced, PrefersWholeFiles = true, Temperature = 0.2 },
        new() { Names = ["qwen3-coder"], NumCtx = 32768, Temperature = 0.7, MaxOutput = 8192 },
        new() { Names = ["qwen3"], Think = true, Temperature = 0.6, MaxOutput = 6144 },
        new() { Names = ["kimi"], KeepsThinking = true, Temperature = 1.0, NumCtx = 65536, MaxOutput = 16384 },
        new() { Names = ["gpt-oss"], KeepsThinking = true, NumCtx = 32768, MaxOutput = 8192 },
        new() { Names = ["llama"], Temperature = 0.3, PrefersWholeFiles = true },
        new() { Names = ["codellama", "deepseek-coder", "starcoder", "codestral", "gemma"], Protocol = ModelProtocol.Fenced, PrefersWholeFiles = true, Temperature = 0.2 },
        new() { Names = [] },
    ];

    /// <summary>The row of a model.</summary>
    /// <param name="model">The name as a host serves it; a publisher before a slash is ignored.</param>
    public static ModelProfile For(string model)
    {
        var name = model[(model.LastIndexOf('/') + 1)..];
        return Shipped.First(row => row.Names.Count == 0
            || row.Names.Any(start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase)));
    }
}
