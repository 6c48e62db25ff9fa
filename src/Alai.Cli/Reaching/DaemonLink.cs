using Alai.Client;

namespace Alai.Cli.Reaching;

/// <summary>A way to a factory: a daemon's, or that of one that ends with the link; or why there is none.</summary>
internal sealed class DaemonLink : IAsyncDisposable
{
    private readonly OnceDaemon? once;

    public DaemonLink(FactoryClient client, OnceDaemon? once)
    {
        Client = client;
        this.once = once;
    }

    public DaemonLink(Problem problem, int exit = ExitCode.NoDaemon) => (Problem, Exit) = (problem, exit);

    /// <summary>What the shell gets when there is a problem: no daemon is not the same as a home that cannot be opened.</summary>
    public int Exit { get; } = ExitCode.Error;

    public FactoryClient? Client { get; }

    public Problem? Problem { get; }

    /// <summary>Whether the factory lives only as long as this link.</summary>
    public bool IsOwn => once is not null;

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (once is not null)
            await once.DisposeAsync();
    }
}
