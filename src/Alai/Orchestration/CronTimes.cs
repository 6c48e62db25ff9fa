using Cronos;

namespace Alai.Orchestration;

/// <summary>
/// The moments a schedule names. Daylight saving: a time in an hour that does not exist comes at the first moment after it, a
/// time in an hour that comes twice comes at its first; only "every hour" or "every n minutes" go on through both.
/// </summary>
internal sealed class CronTimes
{
    private readonly CronExpression expression;
    private readonly TimeZoneInfo zone;

    private CronTimes(CronExpression expression, TimeZoneInfo zone) => (this.expression, this.zone) = (expression, zone);

    /// <summary>Reads five fields or a word such as <c>@daily</c>, and a zone; or says what is wrong.</summary>
    public static (CronTimes? Times, string? Problem) Read(string cron, string zone)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found))
            return (null, $"there is no time zone '{zone}'; expected an IANA name such as Europe/Oslo");
        try
        {
            var read = CronExpression.Parse(cron, CronFormat.Standard);
            return read.GetNextOccurrence(DateTimeOffset.UnixEpoch, TimeZoneInfo.Utc) is null
                ? (null, $"'{cron}' names no moment at all")
                : (new CronTimes(read, found), null);
        }
        catch (CronFormatException problem)
        {
            return (null, $"'{cron}' cannot be read: {problem.Message} Expected minute, hour, day, month, weekday, for example \"30 7 * * mon-fri\", or @hourly, @daily, @weekly, @monthly, @yearly.");
        }
    }

    /// <summary>The first moment after another, or null.</summary>
    public DateTimeOffset? After(DateTimeOffset moment) => expression.GetNextOccurrence(moment, zone)?.ToUniversalTime();

    /// <summary>The next moments.</summary>
    public IReadOnlyList<DateTimeOffset> Next(DateTimeOffset moment, int count)
    {
        var moments = new List<DateTimeOffset>();
        for (var next = After(moment); next is { } at && moments.Count < count; next = After(at))
            moments.Add(at);
        return moments;
    }

    /// <summary>The newest moments after one and up to another, oldest first, and how many there were in all.</summary>
    public (IReadOnlyList<DateTimeOffset> Newest, long All) Between(DateTimeOffset after, DateTimeOffset until, int most)
    {
        var newest = new Queue<DateTimeOffset>();
        var all = 0L;
        for (var next = After(after); next is { } at && at <= until; next = After(at))
        {
            newest.Enqueue(at);
            all++;
            if (newest.Count > most)
                newest.Dequeue();
        }

        return ([.. newest], all);
    }
}
