using Alai.Processes;
using Alai.Sandbox;

namespace Alai.Orchestration;

/// <summary>
/// The sandbox of one run: whatever is started in it is recorded with the run, so that a later daemon can kill by identity
/// what this one could not.
/// </summary>
internal sealed class WatchedSandbox(ISandbox inner, RunWatch watch) : ISandbox
{
    public string Name => inner.Name;

    public SandboxLevel Ceiling => inner.Ceiling;

    public IReadOnlyList<string> Wrap(SandboxSpec spec) => inner.Wrap(spec);

    public async Task<ChildProcessResult> RunAsync(SandboxSpec spec, CancellationToken cancellationToken)
    {
        ProcessIdentity? started = null;
        var heard = spec.OnStarted;
        try
        {
            return await inner.RunAsync(spec with { OnStarted = Note }, cancellationToken);
        }
        finally
        {
            if (started is { } ended)
                watch.Ended(ended);
        }

        void Note(ProcessIdentity identity)
        {
            started = identity;
            watch.Started(identity);
            heard?.Invoke(identity);
        }
    }
}
