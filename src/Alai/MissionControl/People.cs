using Alai.Storage;

namespace Alai.MissionControl;

/// <summary>The people the factory has met.</summary>
internal static class People
{
    /// <summary>Remembers somebody; anything but a person is left out.</summary>
    public static void Meet(StoreWrite write, string? actor)
    {
        if (actor?.StartsWith("human:", StringComparison.Ordinal) == true && actor.Length > 6)
            write.Sql.Run("INSERT OR IGNORE INTO person(name) VALUES($1)", actor);
    }

    /// <summary>Everybody, as <c>human:NAME</c>.</summary>
    public static IReadOnlyList<string> All(SqlSession sql) => sql.Rows("SELECT name FROM person ORDER BY name LIMIT 1000", row => row.GetString(0));
}
