using System.Text;
using System.Text.Json;
using Alai.Client;
using Alai.Client.Views;
using Alai.MissionControl;
using Alai.Tasks;

namespace Alai.Host.Api;

/// <summary>The transcripts of a task's runs, piece by piece: what <c>task log</c> and <c>run</c> follow.</summary>
internal static class TaskSteps
{
    // A line holds at most 64 k characters of detail, escaped.
    private const int LargestPiece = 1024 * 1024;

    public static async Task<Answer> Read(Call call)
    {
        var (task, refusal) = call.Task();
        if (task is null)
            return refusal!;
        var place = TranscriptPlace.Parse(call.Query("after"));
        var full = call.Query("full") == "true";
        var steps = new List<StepView>();
        var more = false;
        foreach (var run in RunsOf(task, call.Factory.Reader))
        {
            if (more)
                break;
            more = await ReadAsync(call, run, place, steps);
        }

        return Answer.Of(
            new StepListView { Steps = full ? steps : [.. steps.Select(step => step with { Detail = "" })], Next = place.ToString(), More = more },
            WireJson.Default.StepListView);
    }

    private static IEnumerable<RunRecord> RunsOf(FactoryTask task, IMissionControlReader reader) => task.IsRoot
        ? reader.Family(task.Id).SelectMany(stage => reader.Runs(stage.Id)).OrderBy(run => run.Key.Run.Value)
        : reader.Runs(task.Id);

    private static async Task<bool> ReadAsync(Call call, RunRecord run, TranscriptPlace place, List<StepView> steps)
    {
        var path = call.Factory.Parts.Home.TranscriptOf(run.Key.Task.Value, run.Key.Run.Value);
        if (!File.Exists(path))
            return false;
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var from = Math.Min(place[run.Key.Run.Value], file.Length);
        file.Position = from;
        var bytes = new byte[(int)Math.Min(LargestPiece, file.Length - from)];
        var read = await file.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, call.Stop);

        // Only whole lines: the last one may be half written.
        var whole = read == 0 ? 0 : Array.LastIndexOf(bytes, (byte)'\n', read - 1) + 1;
        foreach (var line in Encoding.UTF8.GetString(bytes, 0, whole).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            steps.Add(Step(run, line));
        place[run.Key.Run.Value] = from + whole;
        return read == LargestPiece && whole > 0;
    }

    private static StepView Step(RunRecord run, string line)
    {
        var step = new StepView { Run = run.Key.Run.Value, Task = run.Key.Task.Value, Stage = SnakeWord<Stage>.Of(run.Stage), Kind = "warning", Title = "" };
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            return step with
            {
                Number = root.GetProperty("n").GetInt64(),
                At = root.GetProperty("at").GetDateTimeOffset(),
                Kind = root.GetProperty("kind").GetString() ?? "",
                Title = root.GetProperty("title").GetString() ?? "",
                Detail = root.TryGetProperty("detail", out var detail) ? detail.GetString() ?? "" : "",
            };
        }
        catch (Exception broken) when (broken is JsonException or KeyNotFoundException or FormatException or InvalidOperationException)
        {
            // A power failure can leave half a line in the middle.
            return step with { Title = "a line of the transcript cannot be read", Detail = line };
        }
    }
}
