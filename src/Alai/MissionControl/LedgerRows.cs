using Alai.Storage;
using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>Money of paid calls. A reservation that is never settled stays counted: it may have been spent.</summary>
internal static class LedgerRows
{
    private const long Quarter = 900_000;

    public static PaidReservation? Reserve(StoreWrite write, RunKey key, long microUsd)
    {
        if (microUsd < 0)
            throw new FactoryException($"A reservation of {microUsd} micro dollars was asked for.", "Reserve zero or more.");
        if (RunRows.RootOf(write.Sql, key) is not { } root)
            return null;
        var ceilings = write.Options.Ceilings();
        var used = Used(write.Sql, DayStart(write.Now, ceilings.Zone), root);
        if (used.DayMicroUsd + microUsd > ceilings.DayMicroUsd || used.TaskMicroUsd + microUsd > ceilings.TaskMicroUsd)
            return null;
        write.Sql.Run(
            "INSERT OR ROLLBACK INTO ledger(task_id,root_id,run_id,reserved_micro,at) VALUES($1,$2,$3,$4,$5)",
            key.Task.Value, root.Value, key.Run.Value, microUsd, write.Now);
        return new PaidReservation(write.Sql.Inserted(), key, microUsd);
    }

    public static bool Settle(StoreWrite write, PaidReservation reservation, long microUsd) => write.Sql.Run(
        "UPDATE OR ROLLBACK ledger SET settled_micro=$2, settled_at=$3 WHERE id=$1 AND settled_micro IS NULL",
        reservation.Id, Math.Max(0, microUsd), write.Now) == 1;

    // Days begin on a quarter of an hour in every zone there is; what asks from another moment reads the rows.
    public static PaidFigures Used(SqlSession sql, DateTimeOffset dayStart, TaskId? root) => new(
        (dayStart.ToUnixTimeMilliseconds() % Quarter == 0
            ? sql.Number("SELECT sum(micro) FROM ledger_sum WHERE quarter>=$1", dayStart.ToUnixTimeMilliseconds() / Quarter)
            : sql.Number("SELECT sum(coalesce(settled_micro,reserved_micro)) FROM ledger WHERE at>=$1", dayStart)) ?? 0,
        root is { } id
            ? sql.Number("SELECT sum(coalesce(settled_micro,reserved_micro)) FROM ledger WHERE root_id=$1", id.Value) ?? 0
            : 0);

    public static IReadOnlyList<LedgerRow> Since(SqlSession sql, DateTimeOffset since, int limit) => sql.Rows(
        "SELECT root_id,run_id,reserved_micro,settled_micro,at FROM ledger WHERE at>=$1 ORDER BY id LIMIT $2",
        row => new LedgerRow(
            new TaskId(row.GetInt64(0)), new RunId(row.GetInt64(1)), row.GetInt64(2), row.IsNull(3) ? null : row.GetInt64(3), TaskRows.Time(row, 4)!.Value),
        since, limit);

    public static DateTimeOffset DayStart(DateTimeOffset now, TimeZoneInfo zone)
    {
        var midnight = TimeZoneInfo.ConvertTime(now, zone).Date;

        // Where the clock skips midnight the day begins an hour later.
        while (zone.IsInvalidTime(midnight))
            midnight = midnight.AddMinutes(30);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight));
    }
}
