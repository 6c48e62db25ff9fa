namespace Alai.Tasks;

/// <summary>What a run used.</summary>
public sealed record RunFigures
{
    /// <summary>Prompt tokens, by the server's own count.</summary>
    public long TokensIn { get; init; }

    /// <summary>Generated tokens, by the server's own count.</summary>
    public long TokensOut { get; init; }

    /// <summary>Millionths of a US dollar; 0 for local models.</summary>
    public long CostMicroUsd { get; init; }

    /// <summary>Model calls.</summary>
    public int ModelCalls { get; init; }

    /// <summary>Tool calls.</summary>
    public int ToolCalls { get; init; }

    /// <summary>The executor that did it.</summary>
    public string Executor { get; init; } = "";

    /// <summary>The model, as the host calls it.</summary>
    public string Model { get; init; } = "";

    /// <summary>The model's digest, when the host gives one.</summary>
    public string ModelDigest { get; init; } = "";

    /// <summary>The host's name.</summary>
    public string Host { get; init; } = "";

    /// <summary>SHA-256 of the first prompt.</summary>
    public string PromptHash { get; init; } = "";

    /// <summary>The sandbox level, for example <c>S2</c>; <c>S0</c> is unsandboxed.</summary>
    public string Sandbox { get; init; } = "";

    /// <summary>Whether the same model built and judged.</summary>
    public bool SameModel { get; init; }
}
