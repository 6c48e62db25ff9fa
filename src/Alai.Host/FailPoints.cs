using System.Globalization;
using System.Text;
using Alai.Orchestration;
using Alai.Tasks;
using Alai.Yaml;

namespace Alai.Host;

/// <summary>
/// For tests alone: ends this process with SIGKILL at a chosen point, and writes down the points it passes. Nothing of it is in
/// the way of a daemon that was not told so by its environment.
/// </summary>
/// <remarks>
/// <c>ALAI_FAIL_AT=land.after_move,apply.before.build</c>: whoever reaches one of them first is held there; when the last is
/// reached, the process dies, with work at each of them. <c>ALAI_FAIL_AT=land.before_intent+12</c>: dies at the 12th step of the
/// store after that point was first reached; before and after each statement of its writer is a step. With
/// <c>land.before_intent+after COMMIT#2</c> only steps of these words count. <c>start</c> is a point too.
/// <c>ALAI_FAIL_POINTS=FILE</c>: each point and step, a line each, written before it is passed.
/// </remarks>
internal sealed class FailPoints : IDisposable
{
    public const string AtVariable = "ALAI_FAIL_AT";
    public const string RecordVariable = "ALAI_FAIL_POINTS";

    private const string Start = "start";
    private const int Longest = 200;

    private readonly Lock door = new();
    private readonly HashSet<string> awaited;
    private readonly int steps;
    private readonly string? words;
    private readonly FileStream? record;

    // The store writes and flushes by threads of its own: what one begins, it ends.
    private readonly ThreadLocal<Stack<string>> begun = new(() => new Stack<string>());
    private int left;

    private FailPoints(HashSet<string> awaited, (int Steps, string? Words) after, string? file)
    {
        this.awaited = awaited;
        (steps, words) = after;

        // Unbuffered: what was passed is in the file although the process ends there.
        record = string.IsNullOrEmpty(file) ? null : new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        Told = Tell(file);
    }

    /// <summary>What was asked for, in words.</summary>
    public string Told { get; }

    /// <summary>What the environment asks for, null when nothing.</summary>
    /// <param name="at">The value of <c>ALAI_FAIL_AT</c>.</param>
    /// <param name="file">The value of <c>ALAI_FAIL_POINTS</c>.</param>
    /// <exception cref="FactoryException">There is no such point.</exception>
    public static FailPoints? Of(string? at, string? file)
    {
        if (string.IsNullOrEmpty(at) && string.IsNullOrEmpty(file))
            return null;
        if (OperatingSystem.IsWindows())
            throw new FactoryException($"{AtVariable} and {RecordVariable} need signals, which Windows has not.", "Unset them.");
        var halves = (at ?? "").Split('+', 2);
        var names = halves[0].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var name in names.Where(name => name != Start && !KillPoints.All.Contains(name)))
            throw Unknown(name);
        var after = halves.Length == 1 ? (0, null) : After(halves[1]);
        if (halves.Length == 2 && (names.Length != 1 || after.Item1 == 0))
            throw new FactoryException($"{AtVariable}={at}: expected POINT+STEPS or POINT+STEP#TIMES, one point and a number from 1.", $"For example {AtVariable}={KillPoints.LandBeforeIntent}+12.");
        return new FailPoints(names.ToHashSet(StringComparer.Ordinal), after, file);
    }

    /// <summary>The process begins.</summary>
    public void Begin() => _ = ReachedAsync(Start);

    /// <summary>A named point is reached. Does not return where the process ends or the caller is held.</summary>
    public Task ReachedAsync(string name)
    {
        lock (door)
        {
            Write("point " + name);
            if (!awaited.Remove(name))
                return Task.CompletedTask;
            if (steps > 0)
                left = steps;
            else if (awaited.Count == 0)
                NativeMethods.KillSelf();
            return steps > 0 ? Task.CompletedTask : new TaskCompletionSource().Task;
        }
    }

    /// <summary>A statement of the store's writer begins, or ends: told twice, with the same words.</summary>
    public void Step(string statement)
    {
        lock (door)
        {
            var open = begun.Value!;
            var ends = open.TryPeek(out var newest) && newest == statement;
            if (ends)
                open.Pop();
            else
                open.Push(statement);
            var step = (ends ? "after " : "before ") + OneLine(statement);
            Write(step);
            if (left > 0 && (words is null || words == step) && --left == 0)
                NativeMethods.KillSelf();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        record?.Dispose();
        begun.Dispose();
    }

    // "12", or "after COMMIT#2"; zero when it is neither.
    private static (int Steps, string? Words) After(string text)
    {
        var mark = text.LastIndexOf('#');
        return int.TryParse(text[(mark + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var times) ? (times, mark < 0 ? null : text[..mark]) : (0, null);
    }

    private static FactoryException Unknown(string name) => new(
        $"{AtVariable}: there is no point {name}" + (Suggest.Nearest(name, KillPoints.All) is { } near ? $"; did you mean {near}?" : "."),
        "There are: " + string.Join(", ", KillPoints.All.Prepend(Start)));

    private static string OneLine(string statement)
    {
        var text = string.Join(' ', statement.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length > Longest ? text[..Longest] : text;
    }

    private string Tell(string? file)
    {
        var at = awaited.Count == 0 ? "" : "it dies at " + string.Join(", ", awaited);
        var later = steps == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" and {steps} times {words ?? "a step of the store"} later");
        return at + later + (record is null ? "" : $"{(at.Length > 0 ? "; " : "")}each point is written to {file}");
    }

    private void Write(string line) => record?.Write(Encoding.UTF8.GetBytes(line + "\n"));
}
