namespace Alai.Tasks;

/// <summary>The legal moves between states, as data. <c>docs/state-machine.md</c> prints the same table.</summary>
public static class TaskStateTable
{
    /// <summary>Every legal move, in the order of a task's life.</summary>
    public static IReadOnlyList<TaskStateMove> Moves { get; } =
    [
        new(TaskState.Open, TaskState.Running, false, "claimed by a run"),
        new(TaskState.Open, TaskState.Held, false, "a rule, a limit or a person holds it"),
        new(TaskState.Open, TaskState.Done, false, "its last stage ended, or a person finished it"),
        new(TaskState.Open, TaskState.Cancelled, true, "a person gave it up"),
        new(TaskState.Running, TaskState.Open, false, "given back: retry, escalation, or its worker died"),
        new(TaskState.Running, TaskState.Held, false, "needs a person"),
        new(TaskState.Running, TaskState.Done, false, "the gate accepted the run"),
        new(TaskState.Running, TaskState.Cancelled, true, "a person gave it up"),
        new(TaskState.Held, TaskState.Open, false, "the hold was lifted"),
        new(TaskState.Held, TaskState.Done, false, "landing was proved, or a person finished it"),
        new(TaskState.Held, TaskState.Cancelled, true, "a person gave it up"),
        new(TaskState.Done, TaskState.Open, true, "a person reopened it"),
        new(TaskState.Cancelled, TaskState.Open, true, "a person reopened it"),
    ];

    /// <summary>Whether a task may go from one state to another.</summary>
    /// <param name="from">The state it is in.</param>
    /// <param name="to">The state it would have.</param>
    /// <param name="byPerson">Whether a person makes the move.</param>
    public static bool Allows(TaskState from, TaskState to, bool byPerson) =>
        Moves.Any(move => move.From == from && move.To == to && (byPerson || !move.PersonOnly));

    /// <summary>The states a task may go to, for error texts.</summary>
    /// <param name="from">The state it is in.</param>
    public static IReadOnlyList<TaskState> Next(TaskState from) =>
        [.. Moves.Where(move => move.From == from).Select(move => move.To)];
}
