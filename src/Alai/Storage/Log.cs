using Microsoft.Extensions.Logging;

namespace Alai.Storage;

internal static partial class Log
{
    [LoggerMessage(2500, LogLevel.Warning, "a checkpoint of {Path} did not run: {Reason}")]
    public static partial void CheckpointFailed(ILogger logger, string path, string reason);

    [LoggerMessage(2501, LogLevel.Error, "a hook of the writer of {Path} failed")]
    public static partial void HookFailed(ILogger logger, string path, Exception problem);

    [LoggerMessage(2502, LogLevel.Warning, "a group of {Count} writes to {Path} did not commit and is run one by one: {Reason}")]
    public static partial void GroupFailed(ILogger logger, int count, string path, string reason);
}
