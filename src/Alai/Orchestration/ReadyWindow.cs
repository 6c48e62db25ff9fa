using Alai.MissionControl;
using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>
/// Which ready tasks one tick looks at, however many there are: the most urgent, those that only lacked a slot, and a stretch that
/// goes on where the last tick stopped; what was filed a moment ago is looked at before. So a tick stays short, and no task is
/// passed over for good because many before it cannot run.
/// </summary>
internal sealed class ReadyWindow(FactoryParts parts, Wake wake)
{
    private const int Top = 100;
    private const int Stretch = 400;
    private const int MostSlotless = 50;
    private const int AtOnce = 50;

    private readonly List<TaskId> slotless = [];
    private HashSet<TaskId> urgent = [];
    private ReadyCursor? resume;
    private bool goesOn;

    /// <summary>Whether the last stretch ended before the list did, so that the next tick should come soon.</summary>
    public bool IsCut => resume is not null;

    /// <summary>Whether the list was seen to its end since the start: until then nobody knows what of it can run.</summary>
    public bool IsSeenWhole { get; private set; }

    /// <summary>Begins at the top again; nothing is left over.</summary>
    public void Restart() => resume = null;

    /// <summary>The candidates of this tick, each once; read some at a time, as far as slots last.</summary>
    public IEnumerable<StageOfRoot> Candidates()
    {
        var seen = new HashSet<TaskId>();
        var now = parts.Time.GetUtcNow();

        // On the way through a whole list the most urgent were looked at a moment ago, unless slots were full before its end.
        var top = goesOn && !IsSeenWhole ? [] : parts.Reader.Line(now, null, Top);
        goesOn = false;
        urgent = [.. top.Select(place => place.Id)];
        return top.Select(place => place.Id).Concat(Slotless()).Concat(NextStretch(now, top)).Where(seen.Add)
            .Chunk(AtOnce).SelectMany(parts.Reader.WithRoots).Where(found => found.Stage.State == TaskState.Open);
    }

    /// <summary>What was filed since the last look.</summary>
    public IReadOnlyList<FreshRoot> Filed() => wake.TakeFiled();

    /// <summary>The stages of a root that was filed or opened, as far as they are ready now.</summary>
    public IReadOnlyList<StageOfRoot> Of(FreshRoot filed)
    {
        var now = parts.Time.GetUtcNow();
        if (parts.Reader.Unmet(filed.Root.Id).Count > 0)
            return [];
        var ready = parts.Reader.Family(filed.Root.Id).Where(task => task is { IsRoot: false, State: TaskState.Open } && task.Progress.RunAt <= now);
        return parts.Reader.WithRoots([.. ready.Select(task => task.Id)]);
    }

    /// <summary>Keeps in sight what lacked nothing but a slot: when one is free, nobody should have to find it again far back in the line.</summary>
    /// <param name="task">The stage.</param>
    /// <param name="isNew">Whether it was filed a moment ago: of those the newest are kept, of others the most urgent.</param>
    public void Lacked(TaskId task, bool isNew)
    {
        if (urgent.Contains(task) || slotless.Contains(task) || (!isNew && slotless.Count >= MostSlotless / 2))
            return;
        if (slotless.Count == MostSlotless)
            slotless.RemoveAt(0);
        slotless.Add(task);
    }

    /// <summary>Forgets that a task lacked a slot: it is looked at now.</summary>
    public void Looked(TaskId task) => slotless.Remove(task);

    // What was ended meanwhile is nobody's any more.
    private List<TaskId> Slotless()
    {
        if (slotless.Count == 0)
            return [];
        var open = parts.Reader.WithRoots(slotless).Where(found => found.Stage.State == TaskState.Open).Select(found => found.Stage.Id).ToHashSet();
        slotless.RemoveAll(id => !open.Contains(id));
        return [.. slotless];
    }

    private IEnumerable<TaskId> NextStretch(DateTimeOffset now, IReadOnlyList<ReadyCursor> top)
    {
        if (resume is null && top.Count < Top)
        {
            IsSeenWhole = true;
            yield break;
        }

        var most = Stretch + Top - top.Count;
        var page = parts.Reader.Line(now, resume ?? top[^1], most);
        resume = page.Count < most ? null : page[^1];
        IsSeenWhole |= resume is null;
        foreach (var place in page)
            yield return place.Id;
        goesOn = resume is not null;
    }
}
