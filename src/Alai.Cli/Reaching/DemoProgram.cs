using System.Diagnostics;
using System.Text.Json;
using Alai.Client;
using Alai.Client.Views;

namespace Alai.Cli.Reaching;

/// <summary>The program that plays the demo. It lives on this one's standard input: when this program goes, it cleans up and ends.</summary>
internal sealed class DemoProgram : IDisposable
{
    private static readonly TimeSpan EndPatience = TimeSpan.FromSeconds(30);
    private readonly Process process;
    private readonly Task<string> errors;

    private DemoProgram(Process process)
    {
        this.process = process;
        errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
    }

    /// <summary>What it said on its error stream, once it has ended.</summary>
    public Task<string> Errors => errors;

    /// <summary>Starts it in a home that is empty.</summary>
    public static DemoProgram Start(string program, string home)
    {
        var start = new ProcessStartInfo(program)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var word in new[] { "demo", "--home", home })
            start.ArgumentList.Add(word);
        return new DemoProgram(Process.Start(start) ?? throw new IOException("alaid did not start: " + program));
    }

    /// <summary>The next news, or null at the end.</summary>
    public async Task<DemoNewsView?> NextAsync(CancellationToken cancellationToken)
    {
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith('{') && JsonSerializer.Deserialize(line, WireJson.Default.DemoNewsView) is { } news)
                return news;
        }

        return null;
    }

    /// <summary>Asks it to end, and waits until everything it started is gone too.</summary>
    public async Task<int> EndAsync()
    {
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(EndPatience);
        try
        {
            // Nobody may stand in its way with a full pipe.
            await process.StandardOutput.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }

        return process.ExitCode;
    }

    public void Dispose() => process.Dispose();
}
