using System.Text.Json;
using Alai.Processes;

namespace Alai.Sandbox;

/// <summary>Keeps the last report while kernel, backend and profile stay the same, for a day at most.</summary>
public sealed class SandboxReportCache(SandboxMachine machine, TimeProvider time)
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(1);

    private string FilePath => Path.Combine(machine.StateFolder, "selftest.json");

    /// <summary>The kept report if it still speaks of this machine, else a fresh one, which is kept.</summary>
    /// <param name="sandbox">The backend.</param>
    /// <param name="processes">The daemon's child processes.</param>
    /// <param name="cancellationToken">Stops the self-test.</param>
    public async Task<SandboxReport> GetAsync(ISandbox sandbox, ChildProcesses processes, CancellationToken cancellationToken)
    {
        var key = Key(sandbox);
        if (Read() is { } kept && kept.Key == key && time.GetUtcNow() - kept.At is var age && age >= TimeSpan.Zero && age < Life)
            return kept.Report;
        var report = await new SandboxSelfTest(sandbox, processes, machine).RunAsync(cancellationToken);
        Directory.CreateDirectory(machine.StateFolder);
        var fresh = $"{FilePath}.{Guid.NewGuid():N}";
        await File.WriteAllTextAsync(fresh, JsonSerializer.Serialize(new Entry(key, time.GetUtcNow(), report)), cancellationToken);
        File.Move(fresh, FilePath, overwrite: true);
        return report;
    }

    /// <summary>The kernel, the backend's binary and the profile, as one hash.</summary>
    internal string Key(ISandbox sandbox)
    {
        var words = sandbox.Wrap(new SandboxSpec { Command = ["true"], Workspace = "/nowhere" });
        var binary = new FileInfo(words[0]);
        var stamp = binary.Exists ? $"{binary.Length} {binary.LastWriteTimeUtc:O}" : "";
        return SeatbeltProfile.Hash(string.Join(
            '\n', [Environment.OSVersion.VersionString, sandbox.Name, stamp, typeof(SandboxReportCache).Module.ModuleVersionId.ToString(), machine.Relay?.Program ?? "", .. words]));
    }

    private Entry? Read()
    {
        try
        {
            return JsonSerializer.Deserialize<Entry>(File.ReadAllText(FilePath));
        }
        catch (Exception unusable) when (unusable is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private sealed record Entry(string Key, DateTimeOffset At, SandboxReport Report);
}
