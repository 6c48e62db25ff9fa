namespace Alai.Client.Views;

/// <summary>One check of the doctor.</summary>
public sealed record DoctorCheckView
{
    /// <summary>What was checked.</summary>
    public required string Name { get; init; }

    /// <summary><c>ok</c>, <c>warning</c> or <c>failed</c>.</summary>
    public required string Verdict { get; init; }

    /// <summary>What was seen.</summary>
    public required string Seen { get; init; }

    /// <summary>What to do, or empty.</summary>
    public string Fix { get; init; } = "";
}
