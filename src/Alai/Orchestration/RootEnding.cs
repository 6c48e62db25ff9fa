using System.Text.Json;
using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>What is written when a root ends well: a lesson for HiveMind, a page for the wiki, both as outbox rows.</summary>
internal sealed class RootEnding(FactoryParts parts)
{
    /// <summary>The root is done.</summary>
    public Following Done(FactoryTask root)
    {
        var stages = parts.Reader.Family(root.Id).Where(task => !task.IsRoot).ToList();
        var rounds = stages.Count == 0 ? 0 : stages.Max(task => task.Lineage.Round);
        var outcome = Sentence(root, rounds);
        var move = new TaskMove { To = TaskState.Done, Outcome = outcome };
        return new Following(move, [], Outbox(root, outcome), outcome);
    }

    private static string Sentence(FactoryTask root, int rounds)
    {
        if (root.ArtefactHash is null)
            return "answered";
        return rounds == 0 ? $"landed from {root.Branch}" : $"landed from {root.Branch} after {rounds + 1} rounds";
    }

    // Knowledge comes from proved changes alone; an answer that changed nothing proves nothing.
    private static OutboxItem[] Outbox(FactoryTask root, string outcome)
    {
        if (root.ArtefactHash is not { } hash)
            return [];
        var payload = JsonSerializer.Serialize(new RootEnded(root.Id.Value, root.Uid, hash, outcome), RootEnded.Json);
        var items = new List<OutboxItem> { new("hive", $"hive:{root.Uid}:{hash}", payload) };
        if (root.Docs)
            items.Add(new OutboxItem("wiki", $"wiki:{root.Uid}:{hash}", payload));
        return [.. items];
    }
}
