using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Alai.Bench.Store.Peers;

/// <summary>
/// A PostgreSQL of its own in a temporary folder, on loopback only, with the settings it comes with (every commit is flushed).
/// It ends with the benchmark, even when the benchmark is killed: its keeper waits for the end of a pipe.
/// </summary>
internal sealed class PrivatePostgres : IAsyncDisposable
{
    private const string Keeper = """
        "$1/postgres" -D "$2/data" -k "$2" -p "$3" -c listen_addresses=127.0.0.1 -c logging_collector=off >"$2/log" 2>&1 &
        server=$!
        read -r end
        kill -INT $server
        wait $server
        """;

    private readonly Process keeper;

    private readonly string home;

    private PrivatePostgres(Process keeper, string folder, int port, string version)
    {
        this.keeper = keeper;
        home = folder;
        Port = port;
        Version = version;
    }

    /// <summary>Where it listens.</summary>
    public int Port { get; }

    /// <summary>For example <c>PostgreSQL 15.18</c>.</summary>
    public string Version { get; }

    /// <summary>Makes a cluster and starts it.</summary>
    /// <exception cref="InvalidOperationException">It is not installed or does not start; says why.</exception>
    public static async Task<PrivatePostgres> StartAsync(CancellationToken cancellationToken)
    {
        var programs = await ProgramsAsync(cancellationToken);
        var folder = Directory.CreateTempSubdirectory("alai-bench-pg-").FullName;
        try
        {
            if (Environment.IsPrivilegedProcess)
                await Tool.RunAsync(["chown", "postgres", folder], "/", Empty, cancellationToken);
            await Tool.RunAsync([.. As(), Path.Combine(programs, "initdb"), "-D", Path.Combine(folder, "data"), "-A", "trust", "-U", "bench", "-E", "UTF8", "--locale=C"], "/", Empty, cancellationToken);
            var port = FreePort();
            var words = (string[])[.. As(), "/bin/sh", "-c", Keeper, "keeper", programs, folder, port.ToString(CultureInfo.InvariantCulture)];
            var start = new ProcessStartInfo(words[0]) { RedirectStandardInput = true, UseShellExecute = false, WorkingDirectory = "/" };
            foreach (var word in words.Skip(1))
                start.ArgumentList.Add(word);
            var started = Process.Start(start)!;
            var version = await ReadyAsync(folder, port, started, cancellationToken);
            return new PrivatePostgres(started, folder, port, version);
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    /// <summary>How to reach a database of it.</summary>
    public static string Address(int port, string database) =>
        $"Host=127.0.0.1;Port={port};Username=bench;Database={database};Maximum Pool Size=32;Include Error Detail=true";

    /// <summary>Makes an empty database.</summary>
    public async Task<string> CreateAsync(string name, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(Address(Port, "postgres"));
        await using var command = source.CreateCommand($"CREATE DATABASE {name}");
        await command.ExecuteNonQueryAsync(cancellationToken);
        return Address(Port, name);
    }

    /// <summary>Writes down what it would write later, in the middle of somebody else's round.</summary>
    public async Task CheckpointAsync(CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(Address(Port, "postgres"));
        await using var command = source.CreateCommand("CHECKPOINT");
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        keeper.StandardInput.Close();
        await keeper.WaitForExitAsync();
        keeper.Dispose();
        Directory.Delete(home, recursive: true);
    }

    private static Dictionary<string, string> Empty => [];

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    // PostgreSQL refuses to run as root.
    private static string[] As() => Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--"] : [];

    private static async Task<string> ProgramsAsync(CancellationToken cancellationToken)
    {
        if (Found() is { } there)
            return there;
        if (!Environment.IsPrivilegedProcess)
            throw new InvalidOperationException("PostgreSQL's server is not installed: apt-get install postgresql");
        await Tool.RunAsync(["apt-get", "install", "-y", "-q", "--no-install-recommends", "postgresql"], "/", new Dictionary<string, string> { ["DEBIAN_FRONTEND"] = "noninteractive" }, cancellationToken);
        return Found() ?? throw new InvalidOperationException("the package postgresql was installed and brought no server");
    }

    private static string? Found()
    {
        var debian = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal) : Enumerable.Empty<string>();
        return debian.Select(version => Path.Combine(version, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'))
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")));
    }

    private static async Task<string> ReadyAsync(string folder, int port, Process keeper, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(Address(port, "postgres"));
        for (var round = 0; ; round++)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync(cancellationToken);
                return "PostgreSQL " + connection.PostgreSqlVersion;
            }
            catch (NpgsqlException problem) when (round < 300)
            {
                if (keeper.HasExited)
                    throw new InvalidOperationException("PostgreSQL does not start: " + Tool.Shorten(await File.ReadAllTextAsync(Path.Combine(folder, "log"), cancellationToken)), problem);
                await Task.Delay(100, cancellationToken);
            }
        }
    }
}
