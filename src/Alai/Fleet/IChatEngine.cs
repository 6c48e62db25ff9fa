namespace Alai.Fleet;

/// <summary>A client of one model server protocol.</summary>
public interface IChatEngine
{
    /// <summary>The protocol it speaks.</summary>
    EngineKind Kind { get; }

    /// <summary>Asks for one turn, streaming.</summary>
    /// <param name="host">Where.</param>
    /// <param name="request">What.</param>
    /// <param name="cancellationToken">Breaks off the call; the server stops generating.</param>
    Task<ChatAnswer> ChatAsync(FleetHost host, ChatRequest request, CancellationToken cancellationToken);
}
