using System.Text.RegularExpressions;
using Alai.Processes;

namespace Alai.Orchestration;

/// <summary>
/// The hosts of the package feeds this machine's own tools are configured to use, the tools' built-in ones included: asked of the
/// tools themselves, once. What a tool does not tell (cargo tells none) its owner adds to the product's file.
/// </summary>
internal sealed partial class MachineFeeds(ChildProcesses processes, FactoryOptions options) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly (string Program, string[] Words)[] Questions =
    [
        ("dotnet", ["nuget", "list", "source", "--format", "Short"]),
        ("npm", ["config", "get", "registry"]),
        ("python3", ["-c", "from pip._internal.models.index import PyPI; print(PyPI.url, 'https://' + PyPI.file_storage_domain)"]),
        ("python3", ["-m", "pip", "config", "list"]),
        ("go", ["env", "GOPROXY", "GOSUMDB"]),
    ];

    private readonly SemaphoreSlim gate = new(1, 1);
    private IReadOnlyList<string>? hosts;

    /// <summary>The hosts, with a port where it is not the usual one; sorted.</summary>
    public async Task<IReadOnlyList<string>> HostsAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            return hosts ??= Read(await Task.WhenAll(Questions.Select(question => AskAsync(question.Program, question.Words, cancellationToken))));
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    /// <summary>The hosts that answers name.</summary>
    internal static IReadOnlyList<string> Read(IEnumerable<string> answers) =>
    [
        .. answers.SelectMany(answer => answer.Split('\n'))
            .Where(line => !line.StartsWith("D ", StringComparison.Ordinal))
            .SelectMany(line => HostWord().Matches(line).Select(match => match.Groups["host"].Value.ToLowerInvariant()))
            .Distinct().Order(StringComparer.Ordinal),
    ];

    // In a folder of ours, so that no project's settings speak for the machine.
    private async Task<string> AskAsync(string program, string[] words, CancellationToken cancellationToken)
    {
        var path = options.Environment.GetValueOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin");
        if (ExecutablePath.Find(program, path, "/") is not { } found)
            return "";
        var answer = await processes.RunAsync(
            new ChildProcessSpec
            {
                Command = [found, .. words],
                Directory = Path.Combine(options.Home, "data"),
                Environment = options.GitEnvironment(),
                Timeout = Patience,
            },
            cancellationToken);
        return answer.Succeeded ? answer.StandardOutput : "";
    }

    // An address, or a bare name on a line of its own (go's checksum database). NuGet marks a source that is switched off with a D.
    [GeneratedRegex(@"https?://(?<host>[A-Za-z0-9][A-Za-z0-9.-]*(:\d{1,5})?)|^(?<host>[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+)\s*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HostWord();
}
