using Microsoft.Extensions.Logging;

namespace Alai.HiveMind;

internal static partial class Log
{
    [LoggerMessage(1900, LogLevel.Information, "HiveMind refused an entry by {By}: {Problem}")]
    public static partial void Refused(this ILogger logger, string by, string problem);

    [LoggerMessage(1901, LogLevel.Information, "HiveMind entry {Id} retracted by {By}")]
    public static partial void Retracted(this ILogger logger, long id, string by);
}
