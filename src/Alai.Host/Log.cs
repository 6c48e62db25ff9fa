namespace Alai.Host;

internal static partial class Log
{
    [LoggerMessage(2400, LogLevel.Information, "Listening on {Socket} ({Mode}, version {Version})")]
    public static partial void Listening(this ILogger logger, string socket, string mode, string version);

    [LoggerMessage(2401, LogLevel.Information, "Ending ({Mode})")]
    public static partial void Stopping(this ILogger logger, string mode);

    [LoggerMessage(2402, LogLevel.Information, "Ended; the store is closed")]
    public static partial void Stopped(this ILogger logger);

    [LoggerMessage(2403, LogLevel.Error, "{Method} {Path} broke")]
    public static partial void RequestBroke(this ILogger logger, Exception exception, string method, string path);

    [LoggerMessage(2404, LogLevel.Critical, "THIS DAEMON ENDS ITSELF WITH SIGKILL: ALAI_FAIL_AT or ALAI_FAIL_POINTS is set, which is for tests only: {What}")]
    public static partial void FailPointsSet(this ILogger logger, string what);
}
