namespace Alai.Client.Views;

/// <summary>What <c>alai doctor</c> found.</summary>
public sealed record DoctorView
{
    /// <summary>Whether no check failed.</summary>
    public bool Healthy { get; init; }

    /// <summary>Every check, in order.</summary>
    public IReadOnlyList<DoctorCheckView> Checks { get; init; } = [];
}
