using Alai.Client.Views;
using Alai.MissionControl;
using Alai.Orchestration;

namespace Alai.Host.Wire;

/// <summary>Care in the words of the wire.</summary>
internal static class CareWire
{
    public static IReadOnlyList<StoreFindingView> Of(IReadOnlyList<StoreFinding> findings) =>
        [.. findings.Select(finding => new StoreFindingView { Check = finding.Check, Passed = finding.Passed, Seen = finding.Seen })];

    public static BackupView Of(BackupRecord made) => new() { File = made.File, At = made.At, Sequence = made.Sequence, Bytes = made.Bytes, Sha256 = made.Sha256, Lacks = made.Lacks };

    public static ImportView Of(ImportReport report) => new()
    {
        Taken = report.Taken,
        Rows = report.Rows,
        Known = report.Known,
        GivenBack = report.GivenBack,
        Held = report.Held,
        LeftOut = report.LeftOut,
        Refused = report.Refused,
    };

    public static RestoreView Of(RestoreReport report, string outcome) => new()
    {
        File = report.File,
        Outcome = outcome,
        At = report.At,
        Sequence = report.Sequence,
        Tasks = report.Tasks.Roots,
        Open = report.Tasks.Open,
        Findings = Of(report.Findings),
        Lost = report.Lost,
        Replaced = report.Replaced ?? "",
        Written = report.Written,
        Kept = report.Kept,
    };
}
