using System.Diagnostics;

namespace Alai.Torture;

/// <summary>Starts a worker as a process of its own and ends it at a moment of its choice.</summary>
internal sealed class TortureKiller(ProcessStartInfo start, TortureRecord record, TimeSpan patience)
{
    /// <summary>The owner name of the worker that was killed last.</summary>
    public string Owner { get; private set; } = "";

    /// <summary>Starts one and kills it.</summary>
    /// <param name="moment">The moment.</param>
    /// <param name="before">Done to the living worker just before its end.</param>
    /// <param name="cancellationToken">Stops waiting for it.</param>
    public async Task KillOneAsync(KillMoment moment, Func<Process, Task>? before, CancellationToken cancellationToken)
    {
        var process = Process.Start(start)!;
        var output = process.StandardOutput;
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var reading = Task.Run(() => ReadAsync(output, moment.Told, reached, cancellationToken), cancellationToken);
        if (moment.Told >= 0)
            await reached.Task.WaitAsync(patience, cancellationToken);
        await Task.Delay(moment.Milliseconds, cancellationToken);
        if (before is not null)
            await before(process);
        process.Kill();
        await process.WaitForExitAsync(cancellationToken);
        await reading;
        process.Dispose();
    }

    private async Task ReadAsync(StreamReader output, int wanted, TaskCompletionSource reached, CancellationToken cancellationToken)
    {
        // A line the kill cut in half was never acknowledged.
        var text = "";
        var told = -1;
        var buffer = new char[4_096];
        for (int read; (read = await output.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            var lines = (text + new string(buffer, 0, read)).Split('\n');
            text = lines[^1];
            foreach (var line in lines[..^1])
            {
                record.Add(line);
                if (line.StartsWith("ready ", StringComparison.Ordinal))
                {
                    Owner = line[6..];
                    told = 0;
                }
                else if (told >= 0)
                {
                    told++;
                }

                if (told >= Math.Max(0, wanted))
                    reached.TrySetResult();
            }
        }

        reached.TrySetResult();
    }
}
