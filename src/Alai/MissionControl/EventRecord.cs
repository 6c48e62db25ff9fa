using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>One link of the event chain.</summary>
/// <param name="Sequence">1, 2, 3 ... without gaps.</param>
/// <param name="At">The wall clock when it was written; order is by sequence, never by this.</param>
/// <param name="Root">The root it belongs to, or null.</param>
/// <param name="Task">The task, or null.</param>
/// <param name="Run">The run, or null.</param>
/// <param name="Actor">Who: <c>daemon</c>, <c>human:NAME</c>, <c>run:N</c>.</param>
/// <param name="Kind">For example <c>filed</c>, <c>claimed</c>, <c>held</c>, <c>approved</c>, <c>stale</c>.</param>
/// <param name="Text">One line for people.</param>
/// <param name="Data">JSON with the figures.</param>
/// <param name="Hash">SHA-256 of this link, lower-case hex.</param>
public sealed record EventRecord(
    long Sequence,
    DateTimeOffset At,
    TaskId? Root,
    TaskId? Task,
    RunId? Run,
    string Actor,
    string Kind,
    string Text,
    string Data,
    string Hash);
