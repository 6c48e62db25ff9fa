using Alai.Tasks;

namespace Alai.Quality;

/// <summary>How results of a product are verified.</summary>
public sealed record VerificationPlan
{
    /// <summary>In order; the product's first, then a person's on the task. Empty means nothing can be proved by itself.</summary>
    public IReadOnlyList<VerifyCommand> Commands { get; init; } = [];

    /// <summary>Commands of set-up and deployment: the files they name are protected too.</summary>
    public IReadOnlyList<string> OtherCommands { get; init; } = [];

    /// <summary>The folder the commands run in, relative to the repository; empty is its top.</summary>
    public string Root { get; init; } = "";

    /// <summary>Patterns of the product's test files beside the known ones, from the product's folder.</summary>
    public IReadOnlyList<string> TestPaths { get; init; } = [];

    /// <summary>What set-up prepared, mounted read-only; null when there is no set-up.</summary>
    public PreparedSetup? Setup { get; init; }

    /// <summary>How long one command may take.</summary>
    public TimeSpan CommandLimit { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Whether the product says a file, from the repository's top, is a test.</summary>
    /// <param name="path">The path.</param>
    public bool IsTest(string path) => PathLimits.Below(Root, path) is { } below && PathGlob.MatchesAny(TestPaths, below);

    /// <summary>The product's commands followed by a person's own; the latter add, they never replace.</summary>
    public static IReadOnlyList<VerifyCommand> Join(IEnumerable<string> product, string? task) =>
    [
        .. product.Where(text => !string.IsNullOrWhiteSpace(text)).Select(text => new VerifyCommand(text)),
        .. string.IsNullOrWhiteSpace(task) ? Array.Empty<VerifyCommand>() : [new VerifyCommand(task, "task")],
    ];
}
