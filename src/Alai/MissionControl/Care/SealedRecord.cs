using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>A run's record as the chain knows it.</summary>
/// <param name="Task">The task of the run.</param>
/// <param name="Root">The task a person filed.</param>
/// <param name="Run">The run.</param>
/// <param name="Seal">What its record was, or what a person accepted of it since.</param>
public sealed record SealedRecord(TaskId Task, TaskId Root, RunId Run, RecordSeal Seal);
