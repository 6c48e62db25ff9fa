namespace Alai.Client.Views;

/// <summary>One screen: is it healthy, what runs, what waits, what was done.</summary>
public sealed record StatusView
{
    /// <summary>The home.</summary>
    public required string Home { get; init; }

    /// <summary>The daemon's version.</summary>
    public required string Version { get; init; }

    /// <summary><c>up</c>, or <c>once</c> when no daemon runs.</summary>
    public required string Mode { get; init; }

    /// <summary>The daemon's process.</summary>
    public int Pid { get; init; }

    /// <summary>When it started.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>The daemon's clock.</summary>
    public DateTimeOffset Now { get; init; }

    /// <summary>Whether nothing is wrong.</summary>
    public bool Healthy { get; init; }

    /// <summary>What is wrong, one line each.</summary>
    public IReadOnlyList<string> Alarms { get; init; } = [];

    /// <summary>Whether dispatch is halted.</summary>
    public required HaltView Halt { get; init; }

    /// <summary>When the last heartbeat came, or null.</summary>
    public DateTimeOffset? LastTick { get; init; }

    /// <summary>The interval of heartbeats.</summary>
    public double TickSeconds { get; init; }

    /// <summary>Tasks the last look left where they are, by reason; a look is at most 500 tasks.</summary>
    public IReadOnlyDictionary<string, long> Skipped { get; init; } = new Dictionary<string, long>();

    /// <summary>Tasks that may start at a later time, after a failure or a stage's pause; at most 500 are counted.</summary>
    public long Later { get; init; }

    /// <summary>When the next of them may start, or null.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>What runs now.</summary>
    public IReadOnlyList<RunView> Runs { get; init; } = [];

    /// <summary>What people are working on, most urgent first; at most 500.</summary>
    public IReadOnlyList<TaskView> Assigned { get; init; } = [];

    /// <summary>What waits for people; at most 10.</summary>
    public IReadOnlyList<InboxEntryView> Inbox { get; init; } = [];

    /// <summary>How much waits in all.</summary>
    public long InboxTotal { get; init; }

    /// <summary>What was wanted before now and is not done; at most 5.</summary>
    public IReadOnlyList<TaskView> Late { get; init; } = [];

    /// <summary>How much is late in all; at most 500 are counted.</summary>
    public long LateTotal { get; init; }

    /// <summary>Since midnight of the factory's time zone.</summary>
    public required StatsView Today { get; init; }
}
