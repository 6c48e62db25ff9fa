using Alai.Products;
using Alai.Quality;
using Alai.Sandbox;
using Alai.Tasks;
using Alai.Workspaces;

namespace Alai.Orchestration;

/// <summary>What a stage that works on a product stands on.</summary>
internal sealed record Ground
{
    /// <summary>The product.</summary>
    public required Product Product { get; init; }

    /// <summary>Its bare repository.</summary>
    public required ProductRepository Repository { get; init; }

    /// <summary>The commit work is compared with.</summary>
    public required BaseCommit Base { get; init; }

    /// <summary>Where commands run.</summary>
    public required ISandbox Sandbox { get; init; }

    /// <summary>What the sandbox is worth.</summary>
    public required SandboxLevel Level { get; init; }

    /// <summary>How results are proved, set-up included.</summary>
    public required VerificationPlan Plan { get; init; }

    /// <summary>What set-up and the look at the base saw.</summary>
    public IReadOnlyList<CheckResult> Checks { get; init; } = [];

    /// <summary>The level as runs record it.</summary>
    public string LevelWord => Level.ToString();
}
