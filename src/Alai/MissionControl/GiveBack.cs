namespace Alai.MissionControl;

/// <summary>How a claim is given back without an attempt.</summary>
/// <param name="Reason">One line.</param>
/// <param name="RunAt">Not claimed before this time, or null for at once.</param>
/// <param name="Tier">The tier a refined route wants, or null to leave it.</param>
/// <param name="Classification">The refined classification to keep, or null.</param>
public sealed record GiveBack(
    string Reason,
    DateTimeOffset? RunAt = null,
    int? Tier = null,
    Alai.Tasks.Classification? Classification = null);
