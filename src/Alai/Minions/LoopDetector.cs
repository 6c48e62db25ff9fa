using System.Text.RegularExpressions;

namespace Alai.Minions;

/// <summary>
/// Notices a model that goes in circles, across turns. The result is part of what is compared, so that waiting for a changing
/// output is no loop; times, pids, addresses and temporary paths in it do not count.
/// </summary>
internal sealed partial class LoopDetector
{
    private const int Window = 12;
    private const int Times = 3;
    private const int LongestPeriod = 4;
    private const int SameFileTimes = 8;
    private const int NothingNew = 10;
    private const int ShortestText = 20;
    private readonly List<LoopStep> _steps = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private int _sinceNew;

    /// <summary>Takes a step; returns what repeats, in words, or empty.</summary>
    public string Observe(LoopStep step)
    {
        var folded = step with { Result = Fold(step.Result) };
        _sinceNew = _known.Add(Pair(folded)) || folded.Changed ? 0 : _sinceNew + 1;
        _steps.Add(folded);
        if (_steps.Count > Window)
            _steps.RemoveAt(0);
        return Sign(folded);
    }

    /// <summary>Forgets the window, after the model was told once.</summary>
    public void Forgive()
    {
        _steps.Clear();
        _sinceNew = 0;
    }

    private string Sign(LoopStep last)
    {
        var sinceChange = _steps.AsEnumerable().Reverse().TakeWhile(step => !step.Changed).ToList();
        if (sinceChange.Count(step => Pair(step) == Pair(last)) >= Times)
            return $"the same step with the same result {Times} times";
        if (last.Failed && _steps.Count(step => step.Failed && step.Call == last.Call) >= Times && sinceChange.Count(step => step.Call == last.Call) >= Times)
            return $"the same failing step {Times} times";
        if (Period() is var period and > 0)
            return $"the same {period} steps in turn {Times} times";
        if (last.Said.Length >= ShortestText && _steps.Count(step => step.Said == last.Said) >= Times)
            return $"the same words {Times} times";
        if (last.Subject.Length > 0 && sinceChange.Count(step => step.Subject == last.Subject) >= SameFileTimes)
            return $"{SameFileTimes} times {last.Subject} without a change";
        return _sinceNew >= NothingNew ? $"{NothingNew} steps without anything new" : "";
    }

    // A period of one is the same step, which has its own rule.
    private int Period()
    {
        for (var period = 2; period <= LongestPeriod; period++)
        {
            var needed = period * Times;
            if (_steps.Count < needed)
                break;
            var tail = _steps.Skip(_steps.Count - needed).Select(Pair).ToList();
            if (Enumerable.Range(period, needed - period).All(index => tail[index] == tail[index - period]) && tail.Distinct(StringComparer.Ordinal).Count() > 1)
                return period;
        }

        return 0;
    }

    private static string Pair(LoopStep step) => step.Call + "\n" + step.Result;

    /// <summary>A result without what changes from run to run.</summary>
    internal static string Fold(string result) => Volatile().Replace(result, "~");

    [GeneratedRegex(
        @"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d[.,\d]*Z?|\d\d:\d\d:\d\d([.,]\d+)?|0x[0-9a-fA-F]+|\d+([.,]\d+)?\s?(ms|µs|us|ns|s|sec|secs|seconds|minutes|min)\b|(/private)?/(tmp|var/folders)/\S+|\b[pP][iI][dD][ :=]+\d+",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Volatile();
}
