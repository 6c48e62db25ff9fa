using Alai.Tasks;

namespace Alai.Quality;

/// <summary>How a series of commands ended.</summary>
/// <param name="Word">In one word.</param>
/// <param name="Results">One a command that ran.</param>
/// <param name="Reason">One line; empty when passed.</param>
internal sealed record SeriesEnd(SeriesWord Word, IReadOnlyList<CheckResult> Results, string Reason)
{
    /// <summary>What was missing, or null.</summary>
    public MissingThing? Thing { get; init; }
}
