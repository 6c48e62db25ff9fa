using Alai.MissionControl;
using Alai.Processes;
using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>
/// Keeps one eye on a run: tells Mission Control its phase, and stops the run within a second when a person stopped the
/// task or the run was taken away.
/// </summary>
internal sealed class RunWatch : IAsyncDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(500);

    private readonly FactoryParts parts;
    private readonly RunKey key;
    private readonly CancellationTokenSource stop;
    private readonly CancellationTokenSource end = new();
    private readonly Task loop;
    private readonly Lock gate = new();
    private readonly List<ProcessIdentity> processes = [];
    private volatile RunPulse pulse = new("starting", "");
    private volatile RunPulse? told;

    public RunWatch(FactoryParts parts, RunKey key, CancellationToken cancellationToken)
    {
        this.parts = parts;
        this.key = key;
        stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        loop = Task.Run(LoopAsync, CancellationToken.None);
    }

    /// <summary>Cancelled when the run must stop.</summary>
    public CancellationToken Token => stop.Token;

    /// <summary>Why it must stop; continue while it may go on.</summary>
    public PulseAnswer Answer { get; private set; } = PulseAnswer.Continue;

    /// <summary>Notes what the run does now.</summary>
    public void Phase(string phase, string note = "", string? workspace = null)
    {
        lock (gate)
            pulse = pulse with { Phase = phase, Note = note, Workspace = workspace ?? pulse.Workspace };
    }

    /// <summary>Notes a process started for the run; it is recorded with the next beat.</summary>
    public void Started(ProcessIdentity process)
    {
        lock (gate)
        {
            processes.Add(process);
            pulse = pulse with { Processes = string.Join(' ', processes) };
        }
    }

    /// <summary>Notes that a process is gone with its whole tree.</summary>
    public void Ended(ProcessIdentity process)
    {
        lock (gate)
        {
            processes.Remove(process);
            pulse = pulse with { Processes = string.Join(' ', processes) };
        }
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await loop;
        end.Dispose();
        stop.Dispose();
    }

    private async Task LoopAsync()
    {
        try
        {
            while (!end.IsCancellationRequested)
            {
                await BeatAsync();
                await Task.Delay(Beat, parts.Time, end.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The run ended.
        }
    }

    // Reading is free; a write costs a disk flush, so only news is written.
    private async Task BeatAsync()
    {
        var now = pulse;
        if (ReferenceEquals(now, told) && StillOurs())
            return;
        var answer = await parts.Store.PulseAsync(key, now, end.Token);
        told = now;
        if (answer == PulseAnswer.Continue)
            return;
        Answer = answer;
        await stop.CancelAsync();
    }

    private bool StillOurs() =>
        parts.Reader.FindRun(key.Run) is { EndedAt: null } run && run.Key.Fence == key.Fence
        && parts.Reader.Find(key.Task) is { State: TaskState.Running };
}
