using Alai.Storage;
using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>What a write works with: the transaction, the chain, one reading of the clock.</summary>
internal sealed record StoreWrite(SqlSession Sql, EventLog Events, FreshRoots Fresh, MissionControlOptions Options, DateTimeOffset Now)
{
    /// <summary>Appends an event; its text is redacted and kept to one line.</summary>
    public void Append(EventDraft draft) =>
        Events.Append(Sql, Now, draft with { Text = Clean(draft.Text) });

    /// <summary>The task as this transaction sees it, with its body.</summary>
    public FactoryTask? Find(TaskId id) => TaskRows.Find(Sql, id);

    /// <summary>Stages of a root that may still change.</summary>
    public List<FactoryTask> LiveStages(TaskId root) => Sql.Rows(
        $"SELECT {TaskRows.Columns} FROM {TaskRows.From} WHERE t.root_id=$1 AND t.stage IS NOT NULL AND t.state IN('open','running','held') ORDER BY t.id",
        TaskRows.Read, root.Value);

    public string Clean(string text) => Options.Redact(text).ReplaceLineEndings(" ").Trim();
}
