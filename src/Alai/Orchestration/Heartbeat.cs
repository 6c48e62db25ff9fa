using Alai.MissionControl;

namespace Alai.Orchestration;

/// <summary>Counts one tick as it goes and becomes its heartbeat row.</summary>
internal sealed class Heartbeat(DateTimeOffset at)
{
    private readonly Dictionary<string, int> skipped = new(StringComparer.Ordinal);
    private readonly List<string> alarms = [];

    public int Seen { get; set; }

    public int Claimed { get; set; }

    public void Skip(SkipReason reason)
    {
        var word = Alai.Tasks.SnakeWord<SkipReason>.Of(reason);
        skipped[word] = skipped.GetValueOrDefault(word) + 1;
    }

    public void Alarm(string text) => alarms.Add(text);

    public TickRecord ToRecord(TimeSpan took, int done, bool slotsFree) => new()
    {
        At = at,
        Milliseconds = took.TotalMilliseconds,
        Seen = Seen,
        Claimed = Claimed,
        Done = done,
        // Only work that nothing explains counts as unclaimed: that is what "broken" looks like.
        Unclaimed = slotsFree ? Math.Max(0, Seen - Claimed - skipped.Values.Sum()) : 0,
        Skipped = skipped,
        Alarms = alarms,
    };
}
