namespace Alai.Client.Views;

/// <summary>One product.</summary>
public sealed record ProductView
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>A path or URL.</summary>
    public required string Repository { get; init; }

    /// <summary>The folder inside it, or empty.</summary>
    public string Root { get; init; } = "";

    /// <summary>The branch results land on, or empty for the checkout's own.</summary>
    public string TargetBranch { get; init; } = "";

    /// <summary>Commands that restore packages.</summary>
    public IReadOnlyList<string> Setup { get; init; } = [];

    /// <summary>Commands that prove a change, in order.</summary>
    public IReadOnlyList<string> Verify { get; init; } = [];

    /// <summary>0 to 2.</summary>
    public int Sensitivity { get; init; }

    /// <summary>Who answers for it, or empty.</summary>
    public string Owner { get; init; } = "";

    /// <summary>The file that says so.</summary>
    public string File { get; init; } = "";

    /// <summary>What discovery saw.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
