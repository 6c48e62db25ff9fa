namespace Alai.Client.Views;

/// <summary>How <c>alai run</c> ended: the one object of its <c>--json</c>.</summary>
public sealed record RunEndView
{
    /// <summary>The root.</summary>
    public long Task { get; init; }

    /// <summary>Its state.</summary>
    public required string State { get; init; }

    /// <summary>The hold code, or null.</summary>
    public string? Hold { get; init; }

    /// <summary>The branch of the result, or null.</summary>
    public string? Branch { get; init; }

    /// <summary>Every attempt.</summary>
    public IReadOnlyList<RunLineView> Runs { get; init; } = [];

    /// <summary>Whether the daemon's own checks passed on the result.</summary>
    public bool Verified { get; init; }

    /// <summary>How long it took.</summary>
    public double Seconds { get; init; }
}
