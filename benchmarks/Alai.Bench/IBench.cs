namespace Alai.Bench;

/// <summary>One benchmark: <c>./bench NAME</c>.</summary>
internal interface IBench
{
    /// <summary>The word that starts it.</summary>
    string Name { get; }

    /// <summary>What it measures, in one line.</summary>
    string About { get; }

    /// <summary>Measures, and adds each figure to the sheet.</summary>
    Task RunAsync(BenchRun run, CancellationToken cancellationToken);
}
