namespace Alai.Client.Views;

/// <summary>Where pages go, and which wait.</summary>
public sealed record WikiStatusView
{
    /// <summary><c>folder</c> or <c>bookstack</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The folder or the address.</summary>
    public required string Location { get; init; }

    /// <summary>Pages of the folder wiki; null for another kind.</summary>
    public long? Pages { get; init; }

    /// <summary>Pages that were not put yet, one line each.</summary>
    public IReadOnlyList<string> Waiting { get; init; } = [];

    /// <summary>Pages just put; after a sync.</summary>
    public IReadOnlyList<string> Sent { get; init; } = [];

    /// <summary>Pages that could not be put just now, and why; after a sync.</summary>
    public IReadOnlyList<string> Failed { get; init; } = [];
}
