using Microsoft.Extensions.Logging;

namespace Alai.Fleet;

internal static partial class Log
{
    [LoggerMessage(1400, LogLevel.Warning, "Host {Host} is down: {Reason}")]
    public static partial void HostDown(this ILogger logger, string host, string reason);

    [LoggerMessage(1401, LogLevel.Information, "Host {Host} is up: version {Version}, {Models} models")]
    public static partial void HostUp(this ILogger logger, string host, string version, int models);
}
