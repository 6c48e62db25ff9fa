using System.Reflection;
using Alai.Processes;
using Alai.Products;
using Alai.Tasks;

namespace Alai.Rehearsal.Bento;

/// <summary>The demo's product: a small real repository whose tests take less than a second and need no compiler.</summary>
internal sealed class BentoProduct(ChildProcesses processes, IReadOnlyDictionary<string, string> environment)
{
    private const string Prefix = "bento/";

    /// <summary>Writes the product and commits it.</summary>
    /// <exception cref="FactoryException">git is missing or refuses.</exception>
    public async Task WriteAsync(string folder, CancellationToken cancellationToken)
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            var path = Path.Combine(folder, name[Prefix.Length..]);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using var from = assembly.GetManifestResourceStream(name)!;
            await using var to = File.Create(path);
            await from.CopyToAsync(to, cancellationToken);
        }

        await GitAsync(folder, ["init", "-q", "-b", "main"], cancellationToken);
        await GitAsync(folder, ["add", "-A"], cancellationToken);
        await GitAsync(folder, ["-c", "user.name=Bento", "-c", "user.email=bento@localhost", "-c", "commit.gpgsign=false", "commit", "-q", "-m", "Start the kitchen"], cancellationToken);
    }

    /// <summary>The product's file: landing by itself, staging free, its own tests.</summary>
    public static Product Describe(string folder) => new()
    {
        Name = "bento",
        Repository = folder,
        TargetBranch = "main",
        Verify = ["sh tests/run.sh"],
        Landing = "auto",
        Deploy =
        [
            new DeployEnvironment
            {
                Name = "staging",
                Commands = ["BENTO_STATE=\"$ALAI_STATE\" sh deploy/start.sh"],
                Health = "BENTO_STATE=\"$ALAI_STATE\" sh deploy/health.sh",
                Rollback = ["BENTO_STATE=\"$ALAI_STATE\" sh deploy/stop.sh"],
                NeedsPerson = false,
            },
        ],
    };

    /// <summary>Runs the tests of what is on main now, from a clean checkout.</summary>
    /// <returns>Null when they pass, else what they said.</returns>
    public async Task<string?> TestMainAsync(string folder, string scratch, CancellationToken cancellationToken)
    {
        await GitAsync(folder, ["worktree", "add", "-q", "--detach", scratch, "main"], cancellationToken);
        try
        {
            var result = await RunAsync(scratch, ["sh", "tests/run.sh"], cancellationToken);
            return result.Succeeded ? null : result.Output.Trim();
        }
        finally
        {
            // Also when the demo is stopped right here: no worktree is left behind.
            await GitAsync(folder, ["worktree", "remove", "--force", scratch], CancellationToken.None);
        }
    }

    /// <summary>Stops the staging kitchen.</summary>
    public Task StopKitchenAsync(string folder, string state, CancellationToken cancellationToken) =>
        RunAsync(folder, ["sh", "deploy/stop.sh"], cancellationToken, ("BENTO_STATE", state));

    private async Task GitAsync(string folder, string[] arguments, CancellationToken cancellationToken)
    {
        var result = await RunAsync(folder, ["git", .. arguments], cancellationToken, ("GIT_CONFIG_NOSYSTEM", "1"), ("GIT_CONFIG_GLOBAL", "/dev/null"));
        if (!result.Succeeded)
        {
            throw new FactoryException(
                $"expected git to make the demo's repository; git {arguments[0]} said: {result.Reason}{result.Output}",
                "install git 2.38 or newer (Debian: apt-get install git)");
        }
    }

    private Task<ChildProcessResult> RunAsync(
        string folder, string[] command, CancellationToken cancellationToken, params (string Name, string Value)[] variables)
    {
        var all = new Dictionary<string, string>(environment, StringComparer.Ordinal);
        foreach (var (name, value) in variables)
            all[name] = value;
        return processes.RunAsync(
            new ChildProcessSpec { Command = command, Directory = folder, Environment = all, Timeout = TimeSpan.FromSeconds(60) }, cancellationToken);
    }
}
