using Alai.Redaction;

namespace Alai.Host.Logs;

/// <summary>Logs as lines of one file; secrets are taken out before a line is written.</summary>
internal sealed class FileLogProvider(RollingFile file, Redactor redactor, TimeProvider time) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new FileLog(this, Short(categoryName));

    public void Dispose()
    {
        // The file belongs to the process.
    }

    private static string Short(string category) =>
        category.StartsWith("Alai.", StringComparison.Ordinal) ? category["Alai.".Length..] : category;

    private sealed class FileLog(FileLogProvider owner, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        // Explicit: the shape is the interface's, not ours.
        void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var text = formatter(state, exception) + (exception is null ? "" : " | " + exception);
            var line = $"{owner.Now} {Word(logLevel)} {eventId.Id} {category}: {text.ReplaceLineEndings(" | ")}";
            owner.Write(line);
        }

        private static string Word(LogLevel level) => level switch
        {
            LogLevel.Trace => "trace",
            LogLevel.Debug => "debug",
            LogLevel.Information => "info",
            LogLevel.Warning => "warning",
            _ => "error",
        };
    }

    private string Now => time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private void Write(string line) => file.Write(redactor.Redact(line));
}
