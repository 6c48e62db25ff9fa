using System.Diagnostics;
using System.Text.Json;
using Alai.Client;

namespace Alai.Kills;

/// <summary>A home and the repositories of its people below one folder, and the lives of the real daemons on it.</summary>
internal sealed class KillHome(string folder, string program, Uri models, CancellationToken stop) : IDisposable
{
    /// <summary>The exit code of a process that died by signal 9.</summary>
    public const int Killed = 128 + 9;

    /// <summary>How long anything may take on a crowded machine.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly List<string> said = [];
    private Process? living;
    private Task? reading;

    public string Folder => folder;

    /// <summary>Ends all waiting.</summary>
    public CancellationToken Stop => stop;

    public string Home => Path.Combine(folder, "home");

    /// <summary>The lines that the daemons on it said, for a test that fails.</summary>
    public string Said
    {
        get
        {
            lock (said)
                return string.Join('\n', said.TakeLast(20));
        }
    }

    public string Repository(string product) => Path.Combine(folder, "people", product);

    /// <summary>Writes the settings: a model server, many slots, short ticks, landing by itself.</summary>
    public async Task SettleAsync()
    {
        Directory.CreateDirectory(Path.Combine(Home, "products"));
        await File.WriteAllTextAsync(Path.Combine(Home, "alai.yaml"), $$"""
            fleet:
              hosts:
                - { name: local, url: "{{models.ToString().TrimEnd('/')}}", max_runs: 24 }
            orchestrator: { tick_s: 1, max_runs: 24, person_grace_s: 0 }
            landing: auto

            """, stop);
    }

    /// <summary>Makes a person's repository, checked out on its target, and the product's file.</summary>
    public async Task AddProductAsync(string product, string more = "")
    {
        Directory.CreateDirectory(Path.Combine(Repository(product), "tests"));
        await File.WriteAllTextAsync(Path.Combine(Repository(product), "greet.sh"), "echo hello\n", stop);
        await File.WriteAllTextAsync(Path.Combine(Repository(product), "tests", "run.sh"), "case \"$(sh greet.sh)\" in hello*) ;; *) exit 1;; esac\n", stop);
        await GitAsync(product, "init", "-q", "-b", "main");
        await GitAsync(product, "add", "-A");
        await GitAsync(product, "-c", "user.name=Anna", "-c", "user.email=anna@example.org", "commit", "-q", "-m", "Start");
        await File.WriteAllTextAsync(
            Path.Combine(Home, "products", product + ".yaml"), $"repository: \"{Repository(product)}\"\nverify: [\"sh tests/run.sh\"]\n{more}", stop);
    }

    /// <summary>Files a task without a daemon: nothing starts it before one lives.</summary>
    public async Task<long> FileAsync(string title, string product)
    {
        var bin = Path.GetDirectoryName(program)!;
        var alai = Path.GetFullPath(Path.Combine(bin, "..", "..", "Alai.Cli", Path.GetFileName(bin), "alai"));
        var answer = await RunAsync(alai, ["--home", Home, "task", "add", title, "--product", product, "--json"], stop);
        using var json = JsonDocument.Parse(answer);
        return json.RootElement.GetProperty("task").GetProperty("id").GetInt64();
    }

    public FactoryClient Call() => new(SocketTransport.Open(HomeSocket.PathFor(Home)), "human:anna");

    /// <summary>Begins a life of the daemon.</summary>
    /// <param name="failAt">Where it is to die, or null.</param>
    /// <param name="record">The file of the points it passes, or null.</param>
    /// <returns>When it says that it is up, true; false when it ended before.</returns>
    public Task<bool> UpAsync(string? failAt = null, string? record = null)
    {
        var start = new ProcessStartInfo(program, ["up"]) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = folder };
        start.Environment["ALAI_HOME"] = Home;
        start.Environment["OLLAMA_HOST"] = "127.0.0.1:9";
        start.Environment["ALAI_FAIL_AT"] = failAt;
        start.Environment["ALAI_FAIL_POINTS"] = record;
        living = Process.Start(start)!;
        var up = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        reading = ReadAsync(living, up);
        return up.Task.WaitAsync(Patience, stop);
    }

    /// <summary>Waits until the daemon has died by itself.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> DeathAsync()
    {
        await living!.WaitForExitAsync(stop).WaitAsync(Patience, stop);
        await reading!;
        var code = living.ExitCode;
        living.Dispose();
        living = null;
        return code;
    }

    /// <summary>Whether the daemon has died, looked at now.</summary>
    public bool IsDead => living?.HasExited != false;

    /// <summary>Ends the daemon as a power failure would.</summary>
    public async Task KillAsync()
    {
        living?.Kill();
        if (living is not null)
            await DeathAsync();
    }

    /// <summary>Runs git in a product's repository and gives what it said.</summary>
    public Task<string> GitAsync(string product, params string[] args) => RunAsync("git", ["-C", Repository(product), .. args], stop);

    /// <summary>Runs a program to its end and gives what it said.</summary>
    public static async Task<string> RunAsync(string program, IReadOnlyList<string> args, CancellationToken stop)
    {
        var start = new ProcessStartInfo(program, args) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(stop);
        var output = await process.StandardOutput.ReadToEndAsync(stop);
        await process.WaitForExitAsync(stop).WaitAsync(Patience, stop);
        return process.ExitCode == 0 ? output.TrimEnd('\n') : throw new InvalidOperationException($"{program} {string.Join(' ', args)}: {await error}");
    }

    public void Dispose()
    {
        if (living is null)
            return;
        living.Kill();
        living.WaitForExit();
        living.Dispose();
    }

    private async Task ReadAsync(Process process, TaskCompletionSource<bool> up)
    {
        while (await process.StandardError.ReadLineAsync(stop) is { } line)
        {
            lock (said)
                said.Add(line);
            if (line.StartsWith("The factory is up", StringComparison.Ordinal))
                up.TrySetResult(true);
        }

        up.TrySetResult(false);
    }
}
