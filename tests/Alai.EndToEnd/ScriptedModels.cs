using System.Diagnostics;

namespace Alai.EndToEnd;

/// <summary>A scripted model server in a process of its own (<c>alaid rehearsal</c>); the factory finds it by <c>OLLAMA_HOST</c>.</summary>
public sealed class ScriptedModels : IAsyncDisposable
{
    private readonly Process process;

    private ScriptedModels(Process process, string url) => (this.process, Url) = (process, url);

    /// <summary>Its address.</summary>
    public string Url { get; }

    /// <summary>Starts one for a factory.</summary>
    /// <param name="factory">The factory; its programs find the server from now on.</param>
    /// <param name="script">The script, YAML.</param>
    public static async Task<ScriptedModels> StartAsync(TheFactory factory, string script)
    {
        var file = Path.Combine(factory.Folder, $"script-{Guid.NewGuid():N}.yaml");
        await File.WriteAllTextAsync(file, script);
        var start = new ProcessStartInfo(TheFactory.Alaid) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var word in new[] { "rehearsal", "--script", file })
            start.ArgumentList.Add(word);
        var server = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TheFactory.Patience);
        var url = await server.StandardOutput.ReadLineAsync(patience.Token);
        Assert.True(url is not null, "the scripted model did not start: " + (url is null ? await server.StandardError.ReadToEndAsync(patience.Token) : ""));
        factory.Environment["OLLAMA_HOST"] = url;
        return new ScriptedModels(server, url!);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await TheFactory.KillAsync(process);
        process.Dispose();
    }
}
