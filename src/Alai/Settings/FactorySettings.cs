namespace Alai.Settings;

/// <summary>The whole <c>alai.yaml</c>, immutable; an edit makes a new one.</summary>
public sealed record FactorySettings
{
    /// <summary>What holds with no file at all.</summary>
    public static FactorySettings Default { get; } = new();

    /// <summary>The machines that serve models.</summary>
    public FleetSettings Fleet { get; init; } = new();

    /// <summary>The tiers by number 1 to 5; null when the file names none: they are derived from what is served.</summary>
    public IReadOnlyDictionary<int, TierSettings>? Tiers { get; init; }

    /// <summary>An IANA name, or <c>local</c>; <see cref="Zone"/> is what it means.</summary>
    public string TimeZone { get; init; } = "local";

    /// <summary>The zone of budgets' days and of hours.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Local;

    /// <summary>The tick and its caps.</summary>
    public OrchestratorSettings Orchestrator { get; init; } = new();

    /// <summary>What paid calls may cost.</summary>
    public BudgetSettings Budgets { get; init; } = new();

    /// <summary>The rail and the sandbox.</summary>
    public SafetySettings Safety { get; init; } = new();

    /// <summary>Who moves the target branch.</summary>
    public LandingPolicy Landing { get; init; } = LandingPolicy.Ask;

    /// <summary>Where pages go.</summary>
    public WikiSettings Wiki { get; init; } = new();

    /// <summary>How lessons are found again.</summary>
    public HiveSettings Hive { get; init; } = new();

    /// <summary>When the daemon backs itself up.</summary>
    public BackupSettings Backup { get; init; } = new();

    /// <summary>How much of the disk stays free.</summary>
    public DiskSettings Disk { get; init; } = new();

    /// <summary>How long leftovers are kept.</summary>
    public RetentionSettings Retention { get; init; } = new();

    /// <summary>The page for people.</summary>
    public DashboardSettings Dashboard { get; init; } = new();

    /// <summary>The defaults with the one host where the environment says Ollama listens.</summary>
    /// <param name="ollamaHost">The value of <c>OLLAMA_HOST</c> (<c>host</c>, <c>host:port</c> or a URL), or null.</param>
    public static FactorySettings WithHostAt(string? ollamaHost) =>
        Default with { Fleet = new FleetSettings { Hosts = [HostSettings.Local(ollamaHost)] } };
}
