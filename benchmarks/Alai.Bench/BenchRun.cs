namespace Alai.Bench;

/// <summary>What a benchmark is given.</summary>
/// <param name="Sheet">Where its figures go.</param>
/// <param name="Words">The words after its name, switches of the program taken out.</param>
/// <param name="Folder">A temporary folder of its own; deleted afterwards.</param>
internal sealed record BenchRun(FigureSheet Sheet, IReadOnlyList<string> Words, string Folder)
{
    /// <summary>Smaller sizes for a quick look; its figures are no evidence.</summary>
    public bool Quick => Words.Contains("--quick");
}
