using Alai.Processes;
using Alai.Tasks;
using Alai.Tests.Processes;
using Alai.Workspaces;
using Microsoft.Extensions.Logging.Abstractions;

namespace Alai.Tests.Workspaces;

/// <summary>A person's repository with a space and a letter beyond ASCII in its path, and a factory's data folder.</summary>
internal sealed class GitGround : IDisposable
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private readonly TempFolder folder = new();

    public GitGround() => Directory.CreateDirectory(Person);

    public ChildProcesses Processes { get; } = new(TimeProvider.System, NullLogger<ChildProcesses>.Instance);

    public string Person => folder["Prosjekt æ ø"];

    public string Data => folder["data"];

    public string this[string name] => folder[name];

    public ProductRepository Repository(string? target = null, string root = "", string? source = null) =>
        new(Processes, Machine(), new ProductSource("shop", source ?? Person, target, root));

    public GitMachine Machine() => new(Data, new Dictionary<string, string> { ["PATH"] = Environment.GetEnvironmentVariable("PATH")! });

    /// <summary>A repository with one commit on main.</summary>
    public async Task<GitGround> CommittedAsync()
    {
        await ShellAsync("git init -q -b main; printf 'one\\ntwo\\nthree\\n' > file.txt; mkdir lib; echo lib > lib/a.txt; printf '#!/bin/sh\\n' > run.sh; chmod +x run.sh; ln -s file.txt link; printf 'bin/\\n' > .gitignore; git add -A; git commit -qm First");
        return this;
    }

    public async Task<Workspace> WorkspaceAsync(ProductRepository repository, long run = 1)
    {
        var start = (await repository.FetchBaseAsync(Never)).Must();
        return (await repository.CreateWorkspaceAsync(new TaskId(7), new RunId(run), start.Commit, Never)).Must();
    }

    /// <summary>Runs a script in the person's checkout as the person would.</summary>
    public async Task<string> ShellAsync(string script, string? directory = null)
    {
        var result = await Processes.RunAsync(
            new ChildProcessSpec
            {
                Command = ["/bin/sh", "-ec", script],
                Directory = directory ?? Person,
                Environment = new Dictionary<string, string>
                {
                    ["PATH"] = Environment.GetEnvironmentVariable("PATH")!,
                    ["HOME"] = folder.Path,
                    ["GIT_AUTHOR_NAME"] = "Anna",
                    ["GIT_AUTHOR_EMAIL"] = "anna@example.org",
                    ["GIT_COMMITTER_NAME"] = "Anna",
                    ["GIT_COMMITTER_EMAIL"] = "anna@example.org",
                    ["GIT_CONFIG_NOSYSTEM"] = "1",
                },
                Timeout = TimeSpan.FromMinutes(3),
            },
            Never);
        Assert.True(result.Succeeded, result.Output + result.Reason);
        return result.StandardOutput.TrimEnd('\n');
    }

    public void Dispose()
    {
        Processes.Dispose();
        folder.Dispose();
    }
}
