using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Alai.EndToEnd;

/// <summary><c>alai demo</c> as a process whose lines can be waited for, in a folder of its own.</summary>
internal sealed class DemoProcess : IAsyncDisposable
{
    // A demo takes seconds; on a machine that builds eight things at once it may take minutes.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly string folder = Directory.CreateTempSubdirectory("alai-e2e-demo-").FullName;
    private readonly StringBuilder said = new();
    private readonly CancellationTokenSource patience = new(Patience);
    private Process? process;

    public string Home => Path.Combine(folder, "home");

    public string Folder => folder;

    public string Said => said.ToString();

    /// <summary>A folder of links to every program but the named ones: what a machine without them has for a PATH.</summary>
    public string PathWithout(params string[] missing)
    {
        var programs = Directory.CreateDirectory(Path.Combine(folder, "programs")).FullName;
        foreach (var place in new[] { "/usr/local/bin", "/usr/bin", "/bin" }.Where(Directory.Exists))
        {
            foreach (var file in Directory.EnumerateFiles(place).Where(file => !missing.Contains(Path.GetFileName(file), StringComparer.Ordinal)))
            {
                var link = Path.Combine(programs, Path.GetFileName(file));
                if (!File.Exists(link) && new FileInfo(link).LinkTarget is null)
                    File.CreateSymbolicLink(link, file);
            }
        }

        return programs;
    }

    public void Start(IReadOnlyDictionary<string, string> environment, params string[] args)
    {
        var start = new ProcessStartInfo(TheFactory.Alai)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var arg in new[] { "demo" }.Concat(args))
            start.ArgumentList.Add(arg);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        process = Process.Start(start)!;
    }

    /// <summary>Reads until a line has the words; false when it ended before.</summary>
    public async Task<bool> SaysAsync(string words)
    {
        while (await process!.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            said.AppendLine(line);
            if (line.Contains(words, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>Sends what Ctrl-C sends.</summary>
    public async Task InterruptAsync()
    {
        using var kill = Process.Start("kill", ["-INT", process!.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(patience.Token);
    }

    /// <summary>Waits for its end.</summary>
    public async Task<Ran> EndAsync()
    {
        var error = process!.StandardError.ReadToEndAsync(patience.Token);
        said.Append(await process.StandardOutput.ReadToEndAsync(patience.Token));
        await process.WaitForExitAsync(patience.Token);
        return new Ran("alai demo", process.ExitCode, Said, await error);
    }

    /// <summary>Processes whose command line, folder or lock is in the home.</summary>
    public IReadOnlyList<string> Left() => [.. Directory.EnumerateDirectories("/proc")
        .Where(entry => Path.GetFileName(entry).All(char.IsAsciiDigit))
        .Select(Describe)
        .Where(line => line.Contains(Home, StringComparison.Ordinal))];

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }

        process?.Dispose();
        patience.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static string Describe(string entry)
    {
        try
        {
            var links = Directory.EnumerateFiles(Path.Combine(entry, "fd")).Select(fd => new FileInfo(fd).LinkTarget).Append(new DirectoryInfo(Path.Combine(entry, "cwd")).LinkTarget);
            return $"{Path.GetFileName(entry)} {File.ReadAllText(Path.Combine(entry, "cmdline")).Replace('\0', ' ')} {string.Join(' ', links)}";
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
