using System.Collections.Concurrent;
using System.Diagnostics;

namespace Alai.Processes;

/// <summary>
/// The one thread that forks. A parent-death signal (prctl(2), PR_SET_PDEATHSIG) follows the thread that forked, not
/// the process: a pool thread that retires would kill healthy children.
/// </summary>
internal sealed class SpawningThread : IDisposable
{
    private readonly BlockingCollection<Action> orders = [];
    private readonly Thread thread;

    internal SpawningThread()
    {
        thread = new Thread(Work) { IsBackground = true, Name = "alai-spawn" };
        thread.Start();
    }

    /// <summary>Starts a process on the thread; the task fails as the start does.</summary>
    internal Task StartAsync(Process process, CancellationToken cancellationToken)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        orders.Add(
            () =>
            {
                try
                {
#pragma warning disable RS0030 // This room is the one that may.
                    process.Start();
#pragma warning restore RS0030
                    done.SetResult();
                }
                catch (Exception failure)
                {
                    done.SetException(failure);
                }
            },
            cancellationToken);
        return done.Task;
    }

    public void Dispose()
    {
        orders.CompleteAdding();
        thread.Join();
        orders.Dispose();
    }

    private void Work()
    {
        foreach (var order in orders.GetConsumingEnumerable())
            order();
    }
}
