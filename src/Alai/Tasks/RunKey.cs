namespace Alai.Tasks;

/// <summary>What every write of a run must carry. A write whose fence or owner is no longer the row's changes nothing.</summary>
/// <param name="Task">The stage task that runs.</param>
/// <param name="Run">The run.</param>
/// <param name="Fence">Grows on every claim, rescue and cancel of the task.</param>
/// <param name="Owner">The worker process: boot id, pid, process start time and a nonce.</param>
public readonly record struct RunKey(TaskId Task, RunId Run, long Fence, string Owner)
{
    /// <summary>Returns the form of logs, for example <c>#12 run 34</c>.</summary>
    public override string ToString() => $"{Task} run {Run}";
}
