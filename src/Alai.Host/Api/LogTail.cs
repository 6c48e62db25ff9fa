using System.Text;
using Alai.Client;
using Alai.Client.Views;

namespace Alai.Host.Api;

/// <summary>Pieces of the daemon's own log.</summary>
internal static class LogTail
{
    private const int LargestPiece = 1024 * 1024;

    public static async Task<Answer> Read(Call call)
    {
        var path = Path.Combine(HomeFolder.Logs(call.Daemon.Home), "alaid.log");
        await using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var after = call.Place("after");

        // A place behind the end belongs to the file before this one.
        var from = after is { } place ? (place <= file.Length ? place : 0) : Math.Max(0, file.Length - LargestPiece);
        file.Position = from;
        var bytes = new byte[(int)Math.Min(LargestPiece, file.Length - from)];
        var read = await file.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, call.Stop);

        // Only whole lines; the rest comes with the next piece.
        var whole = Array.LastIndexOf(bytes, (byte)'\n', Math.Max(0, read - 1)) + 1;
        var lines = Encoding.UTF8.GetString(bytes, 0, whole).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var shown = after is null ? lines.TakeLast(Math.Clamp(call.Number("lines", 50), 1, 10_000)) : lines;
        return Answer.Of(
            new LogView { Lines = [.. shown.Select(call.Factory.Parts.Redactor.Redact)], Next = from + whole, File = path },
            WireJson.Default.LogView);
    }
}
