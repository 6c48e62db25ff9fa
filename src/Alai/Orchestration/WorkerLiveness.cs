namespace Alai.Orchestration;

/// <summary>What the kernel knows of worker processes.</summary>
/// <param name="IsDead">Whether the process of an owner is provably dead: its lock file can be taken.</param>
/// <param name="Forget">Removes the lock file of a dead owner whose runs are settled.</param>
internal sealed record WorkerLiveness(Func<string, bool> IsDead, Action<string> Forget);
