using Alai.Budgets;
using Alai.Companies;
using Alai.Fleet;
using Alai.MissionControl;
using Alai.Products;
using Alai.Redaction;
using Alai.Settings;
using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>
/// What every step of the line may look at. Everything reachable is immutable, atomically swapped or thread-safe:
/// catalogues and settings are snapshots replaced whole when a file changes.
/// </summary>
internal sealed class FactoryParts
{
    private Snapshot snapshot;

    public FactoryParts(Snapshot first) => snapshot = first;

    public required FactoryOptions Options { get; init; }

    public required FactoryHome Home { get; init; }

    public required IMissionControl Store { get; init; }

    public required IMissionControlReader Reader { get; init; }

    public required FleetMonitor Fleet { get; init; }

    public required Redactor Redactor { get; init; }

    public required MachineFeeds Feeds { get; init; }

    public required string Owner { get; init; }

    public UnderWay<RunId> Runs { get; } = new();

    /// <summary>One landing at a time per product, by its name; a proof may take minutes, so no tick waits for it.</summary>
    public UnderWay<string> Landings { get; } = new();

    public Slots Slots { get; } = new();

    public required QuotaPauses Quotas { get; init; }

    public CareAlarms Care { get; } = new();

    public required DiskWatch Disk { get; init; }

    public TimeProvider Time => Options.Time;

    public Snapshot Now => Volatile.Read(ref snapshot);

    public FactorySettings Settings => Now.Settings;

    /// <summary>What may be spent, by the settings in force now.</summary>
    public BudgetPolicy Budget => new(
        PriceTable.Shipped, BudgetLimits.OfDollars(Settings.Budgets.PaidUsdPerDay, Settings.Budgets.PaidUsdPerTask, Settings.Zone));

    /// <summary>What is already gone today and for a root.</summary>
    public BudgetUse Used(TaskId root)
    {
        var used = Reader.Paid(Budget.DayStart(Time.GetUtcNow()), root);
        return new BudgetUse(used.DayMicroUsd, used.TaskMicroUsd);
    }

    public void Swap(Snapshot next) => Volatile.Write(ref snapshot, next);

    /// <summary>The files a person edits, as last read without a problem. The pipeline stays text: each root copies it.</summary>
    internal sealed record Snapshot(
        FactorySettings Settings,
        ISafetyRules Rules,
        CompanyCatalogue Companies,
        ProductCatalogue Products,
        string PipelineText)
    {
        /// <summary>Files that are broken and never were good here, one sentence each: defaults stand in, and nothing starts by them.</summary>
        public IReadOnlyList<string> Guessed { get; init; } = [];
    }
}
