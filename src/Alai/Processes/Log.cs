using Microsoft.Extensions.Logging;

namespace Alai.Processes;

/// <summary>What the room says to the operator; event ids 2300 to 2399.</summary>
internal static partial class Log
{
    [LoggerMessage(2300, LogLevel.Warning, "Children of a killed daemon may outlive it: {Gap}")]
    internal static partial void NoLifeline(ILogger logger, string gap);
}
