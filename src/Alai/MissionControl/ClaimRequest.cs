using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>What the dispatcher wants to claim, and for whom.</summary>
/// <param name="Task">The stage task.</param>
/// <param name="Version">The version the dispatcher read; a task changed since is not claimed.</param>
/// <param name="Owner">The worker process.</param>
/// <param name="Route">Where it is going; company and tier are written on the row.</param>
public sealed record ClaimRequest(TaskId Task, long Version, string Owner, Route Route);
