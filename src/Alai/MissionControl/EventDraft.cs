using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>An event about to be linked into the chain.</summary>
internal sealed record EventDraft(string Kind, string Actor, string Text)
{
    public TaskId? Task { get; init; }

    public TaskId? Root { get; init; }

    public RunId? Run { get; init; }

    public string Data { get; init; } = "{}";

    public static EventDraft Of(FactoryTask task, string kind, string actor, string text) =>
        new(kind, actor, text) { Task = task.Id, Root = task.Lineage.Root };
}
