using Alai.Processes;
using Microsoft.Extensions.Logging.Abstractions;
using QualityChange = Alai.Quality.Change;

namespace Alai.Tests.Quality;

/// <summary>A real git repository in a temporary folder, with a base commit and a result.</summary>
internal sealed class GitProduct : IDisposable
{
    private static readonly ChildProcesses Children = new(TimeProvider.System, NullLogger<ChildProcesses>.Instance);

    public GitProduct()
    {
        Folder = Directory.CreateTempSubdirectory("alai-quality-").FullName;
        Source = Path.Combine(Folder, "source");
        Directory.CreateDirectory(Source);
    }

    public string Folder { get; }

    public string Source { get; }

    public static ChildProcesses Processes => Children;

    public async Task<GitProduct> StartAsync(params (string Path, string Text)[] files)
    {
        await GitAsync("init", "-q", "-b", "main");
        foreach (var (path, text) in files)
            Write(path, text);
        await CommitAsync();
        return this;
    }

    public GitProduct Write(string path, string text)
    {
        var full = Path.Combine(Source, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        if (text.StartsWith("#!", StringComparison.Ordinal) && !OperatingSystem.IsWindows())
            File.SetUnixFileMode(full, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        return this;
    }

    public GitProduct Delete(string path)
    {
        File.Delete(Path.Combine(Source, path));
        return this;
    }

    public async Task<string> CommitAsync()
    {
        await GitAsync("add", "-A");
        await GitAsync("-c", "user.name=t", "-c", "user.email=t@example.invalid", "commit", "-q", "--allow-empty", "-m", "step");
        return await HeadAsync();
    }

    public async Task<string> HeadAsync() => (await GitAsync("rev-parse", "HEAD")).Trim();

    public async Task<string> DiffAsync(string from, string to) => await GitAsync("diff", "--no-renames", "--no-color", "--no-ext-diff", from, to);

    public async Task<QualityChange> ChangeAsync(string from, string to) => QualityChange.Parse(await DiffAsync(from, to));

    public async Task ExportAsync(string commit, string folder, CancellationToken cancellationToken)
    {
        var archive = Path.Combine(Folder, Guid.NewGuid().ToString("N") + ".tar");
        await GitAsync("archive", "-o", archive, commit);
        await RunAsync(folder, cancellationToken, "tar", "-xf", archive);
    }

    public async Task<string> GitAsync(params string[] arguments) =>
        await RunAsync(Source, TestContext.Current.CancellationToken, ["git", .. arguments]);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static async Task<string> RunAsync(string folder, CancellationToken cancellationToken, params string[] command)
    {
        var run = await Children.RunAsync(
            new ChildProcessSpec
            {
                Command = command,
                Directory = folder,
                Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["PATH"] = "/usr/local/bin:/usr/bin:/bin", ["HOME"] = folder, ["GIT_CONFIG_NOSYSTEM"] = "1" },
                Timeout = Patience.Default,
                OutputLimit = 1024 * 1024,
            },
            cancellationToken);
        Assert.True(run.Succeeded, string.Join(' ', command) + ": " + run.Output + run.Reason);
        return run.StandardOutput;
    }
}
