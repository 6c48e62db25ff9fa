using Alai.Storage;

namespace Alai.MissionControl;

/// <summary>What triggers count, counted anew where rows came in as they are: their triggers counted them a second time.</summary>
internal static class TaskCounts
{
    /// <summary>Counts the stages in hand of every root; nothing where the schema has no such count yet.</summary>
    public static void Mend(SqlSession sql)
    {
        if (sql.Number("SELECT count(*) FROM pragma_table_info('task') WHERE name='live'") is not > 0)
            return;
        sql.Run(
            """
            UPDATE task SET live=(SELECT count(*) FROM task s
              WHERE s.root_id=task.id AND s.stage IS NOT NULL AND s.state IN('open','running','held')) WHERE stage IS NULL
            """);
    }
}
