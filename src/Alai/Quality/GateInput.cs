using Alai.Tasks;

namespace Alai.Quality;

/// <summary>What the gate judges: the task, the change, and where base and result can be checked out.</summary>
public sealed record GateInput
{
    /// <summary>The product's own patterns of files that a person must approve, from the product's folder.</summary>
    public IReadOnlyList<string> ProtectedPaths { get; init; } = [];

    /// <summary>The task as filed.</summary>
    public required FactoryTask Task { get; init; }

    /// <summary>What the run changed against <see cref="BaseCommit"/>.</summary>
    public required Change Change { get; init; }

    /// <summary>The commit the run started from.</summary>
    public string BaseCommit { get; init; } = "";

    /// <summary>The commit that holds the result; equal to the base when nothing changed.</summary>
    public string ResultCommit { get; init; } = "";

    /// <summary>The git tree of the result.</summary>
    public string TreeHash { get; init; } = "";

    /// <summary>The answer of a task that changes no file.</summary>
    public string Answer { get; init; } = "";

    /// <summary>Where the change must stay.</summary>
    public PathLimits Paths { get; init; } = new();

    /// <summary>How many lines each changed file had at the base; a file that is not listed is not measured.</summary>
    public IReadOnlyDictionary<string, int> LinesBefore { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>How the result is verified; null when the task needs no verification (a question, an errand).</summary>
    public VerificationPlan? Verification { get; init; }

    /// <summary>Writes a commit's files into a folder; needed whenever <see cref="Verification"/> has commands.</summary>
    public TreeExport? Export { get; init; }

    /// <summary>At most so many files and lines before a person looks at it.</summary>
    public SizeLimits Size { get; init; } = new();
}
