namespace Alai.Fleet;

/// <summary>A model a host serves, as it said itself.</summary>
public sealed record ServedModel
{
    /// <summary>The name as the host calls it, for example <c>qwen3:8b</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Its digest; the same model under two names has one digest. Empty when the host gives none.</summary>
    public string Digest { get; init; } = "";

    /// <summary>Bytes on disk.</summary>
    public long Bytes { get; init; }

    /// <summary>Billions of parameters; 0 when unknown.</summary>
    public double Billions { get; init; }

    /// <summary>Family, for example <c>qwen3</c>.</summary>
    public string Family { get; init; } = "";

    /// <summary>Tokens the model was trained for; 0 when unknown.</summary>
    public int ContextLength { get; init; }

    /// <summary>For example <c>completion</c>, <c>tools</c>, <c>thinking</c>, <c>embedding</c>.</summary>
    public IReadOnlyList<string> Capabilities { get; init; } = [];

    /// <summary>Where the words really go when the host only passes them on; empty for a local model.</summary>
    public string RemoteHost { get; init; } = "";

    /// <summary>Whether it answers on the person's own machine.</summary>
    public bool IsLocal => RemoteHost.Length == 0;

    /// <summary>Whether it only makes vectors.</summary>
    public bool IsEmbedding =>
        (Capabilities.Contains("embedding") && !Capabilities.Contains("completion"))
        || Family.Contains("bert", StringComparison.OrdinalIgnoreCase)
        || Name.Contains("embed", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether <paramref name="name"/> means this model: a missing tag is <c>latest</c>.</summary>
    public bool Answers(string name) => string.Equals(Tagged(Name), Tagged(name), StringComparison.OrdinalIgnoreCase);

    private static string Tagged(string name) =>
        name.LastIndexOf(':') > name.LastIndexOf('/') ? name : name + ":latest";
}
