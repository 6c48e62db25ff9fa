namespace Alai.MissionControl;

/// <summary>Whether dispatch is halted.</summary>
/// <param name="Halted">True after <c>alai halt</c>.</param>
/// <param name="By">Who.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When, or null when never.</param>
public sealed record HaltState(bool Halted, string By, string Reason, DateTimeOffset? At);
