using System.Globalization;
using Alai.Processes;

namespace Alai.Sandbox;

/// <summary>
/// bubblewrap on Linux: every namespace of its own, no capability, no further user namespace, a fresh environment.
/// The wrapper is killed with the daemon and takes the whole process namespace with it.
/// </summary>
internal sealed class BubblewrapSandbox(ChildProcesses processes, SandboxMachine machine, string program = "bwrap") : ISandbox
{
    internal const string Home = "/home/alai";
    private const string UserId = "1000";
    private readonly Lock gate = new();
    private List<string>? fixedWords;

    public string Name => "bubblewrap";

    // A system call filter and control groups would make it S3; they are not built.
    public SandboxLevel Ceiling => SandboxLevel.S2;

    public Task<ChildProcessResult> RunAsync(SandboxSpec spec, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(spec.Workspace))
        {
            return Task.FromResult(new ChildProcessResult
            {
                End = ChildProcessEnd.CouldNotStart,
                Reason = $"the workspace {spec.Workspace} does not exist",
            });
        }

        return processes.RunAsync(SandboxChild.Of(spec, Wrap(spec), new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["PATH"] = machine.SearchPath.Length > 0 ? machine.SearchPath + ":/usr/bin:/bin" : "/usr/bin:/bin",
        }), cancellationToken);
    }

    public IReadOnlyList<string> Wrap(SandboxSpec spec)
    {
        var words = new List<string>(160);
        lock (gate)
            words.AddRange(fixedWords ??= Base());
        AddNetwork(words, spec.Network);
        words.AddRange(["--size", spec.Limits.TemporaryBytes.ToString(CultureInfo.InvariantCulture), "--tmpfs", "/tmp", "--tmpfs", Home]);
        foreach (var root in ToolchainRoots.Below(machine.UserHome).Concat(RelayedCommand.Roots(spec, machine)).Concat(spec.ReadOnlyRoots))
            words.AddRange(["--ro-bind-try", root, root]);
        words.AddRange([spec.IsWorkspaceReadOnly ? "--ro-bind" : "--bind", spec.Workspace, spec.Workspace]);
        foreach (var root in spec.WritableRoots)
            words.AddRange(["--bind", root, root]);
        foreach (var path in spec.ProtectedPaths.Select(path => Path.GetFullPath(path, spec.Workspace)).Where(IsRealPath))
            words.AddRange(["--ro-bind", path, path]);
        if (spec.Network.Socket is { } socket)
            words.AddRange(["--bind", socket, socket]);
        foreach (var (name, value) in SandboxEnvironment.Of(spec, machine, Home, "/tmp"))
            words.AddRange(["--setenv", name, value]);
        words.AddRange(["--chdir", spec.Directory ?? spec.Workspace, "--"]);
        words.AddRange(LimitWords(spec.Limits));
        words.AddRange(RelayedCommand.Words(spec, machine));
        return words;
    }

    // A link in a protected place would be followed to its target by the mount.
    private static bool IsRealPath(string path) =>
        Path.Exists(path) && new FileInfo(path).LinkTarget is null;

    private List<string> Base()
    {
        List<string> words =
        [
            program, "--unshare-all", "--unshare-user", "--disable-userns", "--die-with-parent", "--new-session",
            "--cap-drop", "ALL", "--uid", UserId, "--gid", UserId, "--hostname", "alai", "--clearenv",
            "--proc", "/proc", "--dev", "/dev",
        ];
        foreach (var folder in ToolchainRoots.System)
        {
            if (new DirectoryInfo(folder).LinkTarget is { } target)
                words.AddRange(["--symlink", target, folder]);
            else if (Directory.Exists(folder))
                words.AddRange(["--ro-bind", folder, folder]);
        }

        foreach (var path in ToolchainRoots.Settings.Where(Path.Exists))
            words.AddRange(["--ro-bind-try", path, path]);
        words.AddRange(["--ro-bind", Generated("passwd", $"root:x:0:0:root:/root:/usr/sbin/nologin\nalai:x:{UserId}:{UserId}:alai:{Home}:/bin/sh\n"), "/etc/passwd"]);
        words.AddRange(["--ro-bind", Generated("group", $"root:x:0:\nalai:x:{UserId}:\n"), "/etc/group"]);
        return words;
    }

    private void AddNetwork(List<string> words, SandboxNetwork network)
    {
        if (!network.IsOpen)
        {
            words.AddRange(["--ro-bind", Generated("hosts", "127.0.0.1 localhost\n::1 localhost\n"), "/etc/hosts"]);
            return;
        }

        words.Add("--share-net");
        foreach (var path in ToolchainRoots.NetworkSettings.Where(Path.Exists))
            words.AddRange(["--ro-bind-try", path, path]);
    }

    // Inside, because a limit on processes set outside would count the person's own ones.
    private static IEnumerable<string> LimitWords(SandboxLimits limits)
    {
        if (!File.Exists("/usr/bin/prlimit"))
            yield break;
        yield return "/usr/bin/prlimit";
        yield return "--core=0";
        if (limits.Processes is { } processes)
            yield return string.Create(CultureInfo.InvariantCulture, $"--nproc={processes}");
        if (limits.FileBytes is { } file)
            yield return string.Create(CultureInfo.InvariantCulture, $"--fsize={file}");
        if (limits.CpuSeconds is { } seconds)
            yield return string.Create(CultureInfo.InvariantCulture, $"--cpu={seconds}");
        if (limits.MemoryBytes is { } memory)
            yield return string.Create(CultureInfo.InvariantCulture, $"--data={memory}");
        yield return "--";
    }

    private string Generated(string name, string text)
    {
        Directory.CreateDirectory(machine.StateFolder);
        var path = Path.Combine(machine.StateFolder, name);
        if (!File.Exists(path) || File.ReadAllText(path) != text)
        {
            // Another backend of this home may read it at the same moment: replace it in one step.
            var fresh = $"{path}.{Guid.NewGuid():N}";
            File.WriteAllText(fresh, text);
            File.Move(fresh, path, overwrite: true);
        }

        return path;
    }
}
