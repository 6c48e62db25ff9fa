namespace Alai.Settings;

/// <summary>The tick and its caps.</summary>
public sealed record OrchestratorSettings
{
    /// <summary>When work may start by itself.</summary>
    public WorkingHours Hours { get; init; } = WorkingHours.Always;

    /// <summary>The longest pause between two ticks.</summary>
    public TimeSpan Tick { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Most runs at once in the whole factory.</summary>
    public int MaxRuns { get; init; } = 6;

    /// <summary>Most attempts of a task.</summary>
    public int Attempts { get; init; } = 3;

    /// <summary>Most rounds of rework of a root.</summary>
    public int Rounds { get; init; } = 2;

    /// <summary>Most climbs to a higher tier of a task.</summary>
    public int Escalations { get; init; } = 1;

    /// <summary>How long a task stays a person's after they took or edited it.</summary>
    public TimeSpan PersonGrace { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary>Open work that has waited this long rises by one priority, and again; zero lets nothing rise.</summary>
    public TimeSpan Ageing { get; init; } = TimeSpan.FromHours(72);
}
