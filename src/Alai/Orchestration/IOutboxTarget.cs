using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>Where the rows of one outbox topic go.</summary>
internal interface IOutboxTarget
{
    /// <summary>The topic it takes.</summary>
    string Topic { get; }

    /// <summary>Sends one row; a repeat is recognised by the row's key. Throws when it could not.</summary>
    /// <returns>Where it went, in one line.</returns>
    Task<string> SendAsync(OutboxItem item, CancellationToken cancellationToken);
}
