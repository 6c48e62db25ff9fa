using Microsoft.Extensions.Logging;

namespace Alai.MissionControl;

internal static partial class Log
{
    [LoggerMessage(1000, LogLevel.Critical, "the store is opened for reading only: {Alarm}")]
    public static partial void ReadOnly(ILogger logger, string alarm);
}
