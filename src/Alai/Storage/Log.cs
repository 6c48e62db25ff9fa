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

    [LoggerMessage(2503, LogLevel.Critical, "{Path} is closed for writing: {Reason}")]
    public static partial void FlushFailed(ILogger logger, string path, string reason);

    /// <summary>Runs a hook of a database's threads: what it throws must not end them.</summary>
    public static void Guard(DatabaseOptions options, Action? hook)
    {
        try
        {
            hook?.Invoke();
        }
        catch (Exception problem)
        {
            HookFailed(options.Logger, options.Path, problem);
        }
    }
}
