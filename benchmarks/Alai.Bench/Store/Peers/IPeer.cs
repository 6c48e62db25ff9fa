namespace Alai.Bench.Store.Peers;

/// <summary>Another queue that does the same work on the same machine.</summary>
internal interface IPeer : IAsyncDisposable
{
    /// <summary>Its key in the JSON.</summary>
    string Key { get; }

    /// <summary>What it is and how it is used, for the table.</summary>
    string Name { get; }

    /// <summary>Fills a queue, then works through it with eight workers.</summary>
    /// <returns>Jobs claimed and completed a second.</returns>
    Task<double> RoundAsync(CancellationToken cancellationToken);
}
