using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>A root, the stages of it that still live, and the one that was asked for.</summary>
internal sealed record TaskFamily(StoreWrite Write, FactoryTask Asked, FactoryTask Root, IReadOnlyList<FactoryTask> Live)
{
    /// <summary>Whether the root is done or cancelled.</summary>
    public bool IsOver => Root.State is TaskState.Done or TaskState.Cancelled;

    /// <summary>The hold a verb means: of the task asked for, else the root's, else the first held stage's.</summary>
    public FactoryTask? Held => new[] { Asked, Root }.Concat(Live).FirstOrDefault(task => task.State == TaskState.Held);

    /// <summary>Everything that may still change, the root first.</summary>
    public IEnumerable<FactoryTask> All => IsOver ? Live : Live.Prepend(Root);

    /// <summary>Takes running stages away from their workers: the fence rises now, so a late result changes nothing.</summary>
    public void StopRuns(string actor, string why, TaskMove? then = null)
    {
        foreach (var stage in Live.Where(stage => stage.State == TaskState.Running))
        {
            RunRows.Stop(Write, stage, why);
            TaskMoves.Make(Write, stage, then ?? new TaskMove { To = TaskState.Open, RunAt = Write.Now }, actor);
        }
    }

    /// <summary>Writes whose hands the root is in and when a person last touched it.</summary>
    public void Touch(string? assignee) => Write.Sql.Run(
        "UPDATE task SET assignee=$2, touched_at=$3, version=version+1, updated_at=$4 WHERE id=$1",
        Root.Id.Value, assignee, assignee is null ? null : (object)Write.Now, Write.Now);

    /// <summary>Appends an event of the root.</summary>
    public void Tell(string kind, string actor, string text, string data = "{}") => Write.Append(EventDraft.Of(Root, kind, actor, text) with { Data = data });

    /// <summary>The answer after everything is written.</summary>
    public ChangeAnswer Done(string said) => new(Write.Find(Root.Id), null, said);

    /// <summary>What the root was before, for the line a person reads.</summary>
    public string Was => "was " + SnakeWord<TaskState>.Of(Root.State);
}
