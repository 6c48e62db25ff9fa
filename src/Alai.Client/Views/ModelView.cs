namespace Alai.Client.Views;

/// <summary>A model a host serves.</summary>
public sealed record ModelView
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Billions of parameters; 0 when unknown.</summary>
    public double Billions { get; init; }

    /// <summary>Bytes on disk; 0 when unknown.</summary>
    public long Bytes { get; init; }

    /// <summary>Tokens it was trained for; 0 when unknown.</summary>
    public int ContextLength { get; init; }

    /// <summary>Whether it is in memory now.</summary>
    public bool Loaded { get; init; }

    /// <summary>Whether it answers on that machine and passes nothing on.</summary>
    public bool IsLocal { get; init; }

    /// <summary>Whether it only makes vectors.</summary>
    public bool IsEmbedding { get; init; }
}
