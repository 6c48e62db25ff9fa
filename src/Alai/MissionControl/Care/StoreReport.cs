namespace Alai.MissionControl;

/// <summary>What a check of a store found.</summary>
/// <param name="Findings">Every check, in order.</param>
/// <param name="Chain">The chain's own report.</param>
public sealed record StoreReport(IReadOnlyList<StoreFinding> Findings, ChainReport Chain)
{
    /// <summary>Whether everything held.</summary>
    public bool IsSound => Findings.All(finding => finding.Passed);

    /// <summary>What did not hold, in one line.</summary>
    public string Problem => string.Join("; ", Findings.Where(finding => !finding.Passed).Select(finding => $"{finding.Check}: {finding.Seen}"));
}
