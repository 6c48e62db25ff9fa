using System.Net;
using Alai.Client;
using Alai.Client.Requests;
using Alai.Client.Views;
using Alai.Host.Wire;
using Alai.MissionControl;
using Alai.Orchestration;
using Alai.Tasks;

namespace Alai.Host.Api;

/// <summary>Filing and editing tasks.</summary>
internal static class TaskFiling
{
    public static async Task<Answer> FileAsync(Call call)
    {
        if (await call.BodyAsync(WireJson.Default.FileTask) is not { } words)
            return Answer.Bad("A task to file was expected.", "a JSON object with at least a title", "nothing");
        if (!SnakeWord<Priority>.TryParse(words.Priority, out var priority))
            return Words.Unknown<Priority>("priority", words.Priority);
        var answer = await call.Factory.Filing.FileAsync(Request(words, priority, call.Actor), call.Stop);
        return answer.Task is not null
            ? Answer.Of(
                Filed(answer),
                WireJson.Default.FiledView,
                answer.IsNew ? HttpStatusCode.Created : HttpStatusCode.OK)
            : Answer.Bad(answer.Refusal ?? "The task was not filed.");
    }

    /// <summary>A task that was filed, now or before.</summary>
    public static FiledView Filed(FilingAnswer answer)
    {
        var task = answer.Task!;
        return new FiledView { Task = TaskWire.Of(task), IsNew = answer.IsNew, Said = $"{task.Id} {(answer.IsNew ? "filed" : "was filed before")}: {task.Title}" };
    }

    public static async Task<Answer> EditAsync(Call call)
    {
        var (task, refusal) = call.Task();
        if (task is null)
            return refusal!;
        if (await call.BodyAsync(WireJson.Default.EditFields) is not { } fields)
            return Answer.Bad("New values were expected.", "a JSON object with the fields to change", "nothing");
        if (UnknownPriority(fields) is { } unknown)
            return unknown;
        var change = new EditTask(task.Lineage.Root, call.Actor, fields.Version, Edit(fields));
        return TaskVerbs.Told(await call.Factory.Filing.EditAsync(change, call.Stop), task, call);
    }

    public static FilingRequest Request(FileTask words, Priority priority, string actor) => new()
    {
        Title = words.Title,
        Body = words.Body,
        Product = words.Product,
        Priority = priority,
        Actor = actor,
        Owner = words.Owner,
        Due = words.Due,
        Criteria = words.Criteria,
        Verify = words.Verify,
        Deploy = words.Deploy,
        Docs = words.Docs,
        Labels = words.Labels,
        After = words.After,
        Parent = words.Parent,
        OneShot = words.OneShot,
        Tier = words.Tier,
        Key = words.Key,
    };

    /// <summary>Why these new values are not given to many tasks at once, or null.</summary>
    public static Answer? NotForMany(EditFields? fields)
    {
        if (fields is null || fields == new EditFields())
            return Answer.Bad("New values were expected.", "words.fields with the fields to change", "nothing");
        return fields.OfOneTask is { Count: > 0 } own ? Answer.Bad(EditFields.NotForMany(own)) : UnknownPriority(fields);
    }

    /// <summary>What the new values are to Mission Control; the priority is a known word.</summary>
    public static TaskEdit Edit(EditFields fields) => new()
    {
        Title = fields.Title,
        Body = fields.Body,
        Priority = fields.Priority is { } word ? SnakeWord<Priority>.Parse(word) : null,
        Product = fields.Product,
        Owner = fields.Owner,
        Criteria = fields.Criteria,
        Labels = fields.Labels,
        AddLabels = fields.AddLabels ?? [],
        RemoveLabels = fields.RemoveLabels ?? [],
        Verify = fields.Verify,
        Deploy = fields.Deploy,
        Docs = fields.Docs,
        Due = fields.NoDue ? TaskEdit.NoDay : fields.Due,
        After = fields.After is { } after ? [.. after.Select(id => new TaskId(id))] : null,
    };

    private static Answer? UnknownPriority(EditFields fields) =>
        fields.Priority is { } word && !SnakeWord<Priority>.TryParse(word, out _) ? Words.Unknown<Priority>("priority", word) : null;
}
