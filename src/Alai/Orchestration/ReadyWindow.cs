using Alai.MissionControl;
using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>
/// Which ready tasks one tick looks at, however many there are: the most urgent, what was filed a moment ago, and a
/// stretch that goes on where the last tick stopped. So a tick stays short, and no task is passed over for good because
/// many before it cannot run.
/// </summary>
internal sealed class ReadyWindow(FactoryParts parts, Wake wake)
{
    private const int Top = 100;
    private const int Stretch = 400;

    private ReadyCursor? resume;

    /// <summary>Whether the last stretch ended before the list did, so that the next tick should come soon.</summary>
    public bool IsCut => resume is not null;

    /// <summary>Whether the list was seen to its end since the start: until then nobody knows what of it can run.</summary>
    public bool IsSeenWhole { get; private set; }

    /// <summary>Begins at the top again; nothing is left over.</summary>
    public void Restart() => resume = null;

    /// <summary>The candidates of this tick, each once; read as far as slots last.</summary>
    public IEnumerable<FactoryTask> Candidates()
    {
        var seen = new HashSet<TaskId>();
        var now = parts.Time.GetUtcNow();
        var top = parts.Reader.Ready(now, null, Top);
        return top.Concat(wake.TakeFiled().SelectMany(root => Of(root, now))).Concat(NextStretch(now, top)).Where(task => seen.Add(task.Id));
    }

    /// <summary>What was filed since the last look.</summary>
    public IReadOnlyList<FreshRoot> Filed() => wake.TakeFiled();

    /// <summary>The stages of a root that was filed, as far as they are ready now.</summary>
    public IEnumerable<FactoryTask> Of(FreshRoot filed, DateTimeOffset now) =>
        (parts.Reader.Unmet(filed.Root.Id).Count == 0 ? parts.Reader.Family(filed.Root.Id) : [])
        .Where(task => task is { IsRoot: false, State: TaskState.Open } && task.Progress.RunAt <= now);

    private IEnumerable<FactoryTask> NextStretch(DateTimeOffset now, IReadOnlyList<FactoryTask> top)
    {
        if (top.Count < Top)
        {
            resume = null;
            IsSeenWhole = true;
            yield break;
        }

        var page = parts.Reader.Ready(now, resume ?? After(top[^1]), Stretch);
        resume = page.Count < Stretch ? null : After(page[^1]);
        IsSeenWhole |= resume is null;
        foreach (var task in page)
            yield return task;
    }

    private static ReadyCursor After(FactoryTask task) => new(task.Counts, task.Progress.RunAt, task.Id);
}
