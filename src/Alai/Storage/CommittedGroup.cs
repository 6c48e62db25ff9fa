namespace Alai.Storage;

/// <summary>Writes that were committed together, or failed, and that nobody was told of yet.</summary>
internal sealed class CommittedGroup
{
    /// <summary>In the order they were written.</summary>
    public List<WriteRequest> Requests { get; } = [];

    /// <summary>What follows once the disk has the commits, one for each, in their order.</summary>
    public List<Action> Kept { get; } = [];
}
