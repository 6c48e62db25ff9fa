using Alai.Client.Views;
using Alai.MissionControl;
using Alai.Orchestration;
using Alai.Tasks;

namespace Alai.Host.Wire;

/// <summary>Tasks and what belongs to them, in the words of the wire.</summary>
internal static class TaskWire
{
    public static TaskView Of(FactoryTask task, string doing = "") => new()
    {
        Id = task.Id.Value,
        Uid = task.Uid,
        Title = task.Title,
        Body = task.Body,
        Product = task.Product,
        Priority = SnakeWord<Priority>.Of(task.Priority),
        Counts = SnakeWord<Priority>.Of(task.Counts),
        Due = task.DueAt,
        State = SnakeWord<TaskState>.Of(task.State),
        Hold = task.Hold is { } hold ? new HoldView { Code = SnakeWord<HoldCode>.Of(hold.Code), Text = hold.Text, LiftedBy = hold.LiftedBy } : null,
        Doing = doing,
        Kind = SnakeWord<TaskKind>.Of(task.Classification.Kind),
        Domain = SnakeWord<Domain>.Of(task.Classification.Domain),
        Complexity = task.Classification.Complexity,
        ClassifiedBy = task.Classification.By,
        ClassifiedWhy = task.Classification.Why,
        Filer = task.Filer,
        Owner = task.Owner,
        Assignee = task.Assignee,
        Criteria = task.Criteria,
        Verify = task.Verify,
        Deploy = task.Deploy,
        Docs = task.Docs,
        Labels = task.Labels,
        After = [.. task.After.Select(id => id.Value)],
        Root = task.Lineage.Root.Value,
        Parent = task.Lineage.Parent?.Value,
        Stage = task.Lineage.Stage is { } stage ? SnakeWord<Stage>.Of(stage) : null,
        Round = task.Lineage.Round,
        Sensitivity = task.Sensitivity,
        Tier = task.Progress.Tier,
        Attempts = task.Progress.Attempts,
        Company = task.Company,
        Branch = task.Branch,
        ArtefactHash = task.ArtefactHash,
        Outcome = task.Outcome,
        Version = task.Version,
        CreatedAt = task.CreatedAt,
        UpdatedAt = task.UpdatedAt,
        FinishedAt = task.FinishedAt,
    };

    public static WhyView Of(WhyAnswer why) => new()
    {
        Task = why.Task.Id.Value,
        State = SnakeWord<TaskState>.Of(why.Task.State),
        Reason = why.Reason,
        Sentence = why.Sentence,
        Facts = why.Facts,
        NextStep = why.NextStep,
    };

    public static EventView Of(EventRecord happened) => new()
    {
        Sequence = happened.Sequence,
        At = happened.At,
        Root = happened.Root?.Value,
        Task = happened.Task?.Value,
        Run = happened.Run?.Value,
        Actor = happened.Actor,
        Kind = happened.Kind,
        Text = happened.Text,
    };
}
