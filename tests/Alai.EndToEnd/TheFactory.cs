using System.Diagnostics;
using System.Text;

namespace Alai.EndToEnd;

/// <summary>A factory of its own: a temporary home and the real programs. Nothing of this machine's own factory is touched.</summary>
public sealed class TheFactory : IAsyncDisposable
{
    /// <summary>The one timeout.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private static readonly string Configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
    private readonly string folder;
    private readonly List<Process> started = [];

    private TheFactory(string folder, string home)
    {
        this.folder = folder;
        Home = home;
        Environment["ALAI_HOME"] = home;
        Environment["NO_COLOR"] = "1";

        // No model server of this machine is found by accident: port 9 answers nothing.
        Environment["OLLAMA_HOST"] = "127.0.0.1:9";
    }

    /// <summary>The home.</summary>
    public string Home { get; }

    /// <summary>The folder around the home; deleted with it, a place for repositories and files.</summary>
    public string Folder => folder;

    /// <summary>What every program is given on top of this process's environment; null removes.</summary>
    public Dictionary<string, string?> Environment { get; } = [];

    /// <summary>A new one.</summary>
    /// <param name="homeName">The home's name inside the temporary folder; may be long, or several folders.</param>
    public static TheFactory New(string homeName = "home")
    {
        var around = Directory.CreateTempSubdirectory("alai-e2e-").FullName;
        return new TheFactory(around, Path.Combine(around, homeName));
    }

    /// <summary>The program <c>alai</c> of this build.</summary>
    public static string Alai => Program("Alai.Cli", "alai");

    /// <summary>The program <c>alaid</c> of this build.</summary>
    public static string Alaid => Program("Alai.Host", "alaid");

    /// <summary>The program around the engine of PowerShell; not part of the solution, so it may be missing.</summary>
    public static string PowerShell => Program("Alai.PowerShell", "Alai.PowerShell");

    /// <summary>Runs <c>alai</c> to its end.</summary>
    public Task<Ran> AlaiAsync(params string[] args) => RunAsync(Alai, args, "");

    /// <summary>Runs <c>alai</c> with something on standard input.</summary>
    public Task<Ran> AlaiWithInputAsync(string input, params string[] args) => RunAsync(Alai, args, input);

    /// <summary>Starts <c>alai</c> and leaves it running; ended with the factory at the latest.</summary>
    public Process Open(params string[] args)
    {
        var process = Start(Alai, args);
        process.StandardInput.Close();
        started.Add(process);
        return process;
    }

    /// <summary>Runs a program to its end in the factory's folder.</summary>
    public async Task<Ran> RunAsync(string program, IReadOnlyList<string> args, string input)
    {
        using var process = Start(program, args);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }

        return new Ran($"{Path.GetFileName(program)} {string.Join(' ', args)}", process.ExitCode, await output, await error);
    }

    /// <summary>Starts the daemon and waits until it answers.</summary>
    public async Task<Process> UpAsync()
    {
        var daemon = Start(Alaid, ["up"]);
        started.Add(daemon);
        using var patience = new CancellationTokenSource(Patience);
        var said = await daemon.StandardError.ReadLineAsync(patience.Token);
        Assert.True(said?.StartsWith("The factory is up", StringComparison.Ordinal), $"alaid up said: {said}\n{(daemon.HasExited ? await daemon.StandardError.ReadToEndAsync(patience.Token) : "")}");
        return daemon;
    }

    /// <summary>Kills a process as a power failure would, and waits until it is gone.</summary>
    public static async Task KillAsync(Process process)
    {
        process.Kill();
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
    }

    /// <summary>Files a task and gives its number.</summary>
    public async Task<long> FileAsync(string title, params string[] more)
    {
        var ran = await AlaiAsync(["task", "add", title, .. more, "--json"]);
        Assert.True(ran.Exit is 0 or 3, ran.Error);
        return ran.Json.GetProperty("task").GetProperty("id").GetInt64();
    }

    /// <summary>The state of a task as JSON.</summary>
    public async Task<string> StateAsync(long id) =>
        (await AlaiAsync("task", "show", $"{id}", "--json")).Expect(0).Json.GetProperty("task").GetProperty("state").GetString()!;

    /// <summary>Waits until a task is in a state; the daemon is asked again and again.</summary>
    public async Task UntilAsync(long id, string state)
    {
        var began = Stopwatch.GetTimestamp();
        var seen = await StateAsync(id);
        while (seen != state && Stopwatch.GetElapsedTime(began) < Patience)
            seen = await StateAsync(id);
        Assert.True(seen == state, $"#{id} is {seen}, expected {state}: {(await AlaiAsync("task", "why", $"{id}")).Out}");
    }

    /// <summary>Runs <c>alai</c>, presses Ctrl-C once it has said something, and gives what it did then.</summary>
    public async Task<Ran> InterruptedAsync(string until, params string[] args)
    {
        using var process = Start(Alai, args);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var said = new StringBuilder();
        using var patience = new CancellationTokenSource(Patience);
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            said.AppendLine(line);
            if (line.Contains(until, StringComparison.Ordinal))
                break;
        }

        (await RunAsync("kill", ["-INT", $"{process.Id}"], "")).Expect(0);
        said.Append(await process.StandardOutput.ReadToEndAsync(patience.Token));
        await process.WaitForExitAsync(patience.Token);
        return new Ran($"alai {string.Join(' ', args)}", process.ExitCode, said.ToString(), await error);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var process in started)
        {
            if (!process.HasExited)
                await KillAsync(process);
            process.Dispose();
        }

        // A daemon that was detached is not among them.
        if (File.Exists(Path.Combine(Home, "data", "alaid.json")))
            await AlaiAsync("down");
        Directory.Delete(folder, recursive: true);
    }

    private Process Start(string program, IReadOnlyList<string> args)
    {
        var start = new ProcessStartInfo(program)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = folder,
        };
        foreach (var arg in args)
            start.ArgumentList.Add(arg);
        foreach (var (name, value) in Environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static string Program(string project, string name) =>
        Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", project, Configuration, OperatingSystem.IsWindows() ? name + ".exe" : name));
}
