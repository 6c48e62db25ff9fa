using System.Globalization;
using Alai.Storage;
using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>What belongs to the factory and to no task: halt, heartbeats, notes.</summary>
internal static class FactoryRows
{
    private const int TicksKept = 20_000;
    private const string RestPrefix = "rest:";

    public static bool SetHalt(StoreWrite write, bool halted, string actor, string reason)
    {
        write.Sql.Run(
            """
            INSERT INTO flag(name,actor,reason,at,is_on) VALUES('halt',$1,$2,$3,$4)
            ON CONFLICT(name) DO UPDATE SET actor=$1, reason=$2, at=$3, is_on=$4
            """,
            actor, write.Clean(reason), write.Now, halted);
        write.Append(new EventDraft(halted ? "halted" : "resumed", actor, (halted ? "dispatch halted: " : "dispatch resumed: ") + reason));
        return true;
    }

    public static HaltState Halt(SqlSession sql) => sql.Row(
        "SELECT is_on,actor,reason,at FROM flag WHERE name='halt'",
        row => new HaltState(row.GetBoolean(0), row.GetString(1), row.GetString(2), TaskRows.Time(row, 3)))
        ?? new HaltState(false, "", "", null);

    /// <summary>Lets a tier rest; the later of two times counts.</summary>
    public static void Rest(StoreWrite write, TierRest rest, string reason)
    {
        write.Sql.Run(
            """
            INSERT INTO flag(name,actor,reason,at,is_on) VALUES($1,'daemon',$2,$3,1)
            ON CONFLICT(name) DO UPDATE SET reason=$2, at=$3 WHERE at<$3
            """,
            RestPrefix + rest.Tier.ToString(CultureInfo.InvariantCulture), write.Clean(reason), rest.Until);
        write.Append(new EventDraft("quota", "daemon", $"tier {rest.Tier} rests until {rest.Until:yyyy-MM-dd HH:mm:ss} UTC: {reason}"));
    }

    public static IReadOnlyList<TierRest> Rests(SqlSession sql) => sql.Rows(
        "SELECT name,at FROM flag WHERE name LIKE 'rest:%' ORDER BY name",
        row => new TierRest(int.Parse(row.GetString(0).AsSpan(RestPrefix.Length), CultureInfo.InvariantCulture), TaskRows.Time(row, 1)!.Value));

    public static bool Note(StoreWrite write, string kind, string actor, string text)
    {
        write.Append(new EventDraft(kind, actor, text));
        return true;
    }

    public static bool Tick(StoreWrite write, TickRecord tick)
    {
        var id = write.Sql.Number("INSERT INTO tick(at,data) VALUES($1,$2) RETURNING id", tick.At, StoreJson.Write(tick));
        write.Sql.Run("DELETE FROM tick WHERE id<=$1", id - TicksKept);
        return true;
    }

    public static IReadOnlyList<TickRecord> Ticks(SqlSession sql, int limit) =>
        sql.Rows("SELECT data FROM tick ORDER BY id DESC LIMIT $1", row => StoreJson.Read<TickRecord>(row.GetString(0)), limit);
}
