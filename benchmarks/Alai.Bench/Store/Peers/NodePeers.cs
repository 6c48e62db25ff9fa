using System.Globalization;
using System.Text.Json;

namespace Alai.Bench.Store.Peers;

/// <summary>The queues of the Node world, installed by name from the package source this machine is set up for, with a lock file.</summary>
internal sealed class NodePeers
{
    private readonly string home;
    private readonly Dictionary<string, string> environment;
    private int rounds;

    private NodePeers(string folder, int port)
    {
        home = folder;
        environment = new Dictionary<string, string> { ["PEER_PORT"] = port.ToString(CultureInfo.InvariantCulture) };
    }

    /// <summary>Installs them where builds go, once.</summary>
    public static async Task<NodePeers> InstallAsync(PrivatePostgres server, CancellationToken cancellationToken)
    {
        var root = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", ".."));
        var folder = Path.Combine(root, "artifacts", "bench-peers");
        Directory.CreateDirectory(folder);
        var stale = false;
        foreach (var file in Directory.GetFiles(Path.Combine(root, "benchmarks", "peers")))
        {
            var copy = Path.Combine(folder, Path.GetFileName(file));
            stale |= file.EndsWith(".json", StringComparison.Ordinal) && (!File.Exists(copy) || await File.ReadAllTextAsync(copy, cancellationToken) != await File.ReadAllTextAsync(file, cancellationToken));
            File.Copy(file, copy, overwrite: true);
        }

        if (stale || !Directory.Exists(Path.Combine(folder, "node_modules", "pg-boss")))
            await Tool.RunAsync(["npm", "ci", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund"], folder, new Dictionary<string, string>(), cancellationToken);
        await server.CreateAsync("pgboss", cancellationToken);
        await server.CreateAsync("graphile", cancellationToken);
        return new NodePeers(folder, server.Port);
    }

    public IPeer PgBoss(int jobs) => new Script("pgboss_per_s", "pg-boss, single", () => RunAsync("pgboss.mjs", jobs, (++rounds).ToString(CultureInfo.InvariantCulture)));

    public IPeer Graphile(int jobs) => new Script("graphile_per_s", "graphile-worker, as it comes", () => RunAsync("graphile.mjs", jobs, "default"));

    public IPeer GraphileBatched(int jobs) => new Script("graphile_batched_per_s", "graphile-worker, local queue 500 and batched completion", () => RunAsync("graphile.mjs", jobs, "batched"));

    private async Task<double> RunAsync(string script, int jobs, string word)
    {
        var said = await Tool.RunAsync(["node", script, jobs.ToString(CultureInfo.InvariantCulture), word], home, environment, CancellationToken.None);
        using var answer = JsonDocument.Parse(said.Trim().Split('\n')[^1]);
        return answer.RootElement.GetProperty("per_s").GetDouble();
    }

    private sealed class Script(string key, string name, Func<Task<double>> round) : IPeer
    {
        public string Key => key;

        public string Name => name;

        public Task<double> RoundAsync(CancellationToken cancellationToken) => round();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
