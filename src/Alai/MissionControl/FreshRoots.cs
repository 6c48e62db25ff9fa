using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>The roots of the group that is being written: told of when it is committed, forgotten when it is not. The writer's alone.</summary>
internal sealed class FreshRoots(Action<FreshRoot>? told)
{
    // The first of many are enough to begin with; the rest is found by who looks.
    private const int MostWhole = 8;

    private readonly List<FreshRoot> _roots = [];

    public int Count => _roots.Count;

    /// <summary>Notes a root; its stage is read now, while its pages are at hand.</summary>
    public void Add(StoreWrite write, FactoryTask root, TaskId? stage, bool waits)
    {
        if (told is not null && root.State == TaskState.Open)
            _roots.Add(new FreshRoot(root, stage is { } id && !waits && _roots.Count < MostWhole ? write.Find(id) : null) { IsNew = true });
    }

    /// <summary>Notes that a stage of a root became open, or was filed; whoever is told looks for it.</summary>
    public void Add(StoreWrite write, TaskId root)
    {
        if (told is not null && !_roots.Exists(one => one.Root.Id == root) && write.Find(root) is { State: TaskState.Open } open)
            _roots.Add(new FreshRoot(open, null) { IsNew = false });
    }

    /// <summary>Goes back to where a write began that is rolled back alone.</summary>
    public void GoBack(int count) => _roots.RemoveRange(count, _roots.Count - count);

    public void Forget() => _roots.Clear();

    public void Tell()
    {
        foreach (var root in _roots)
            told!(root);
        _roots.Clear();
    }
}
