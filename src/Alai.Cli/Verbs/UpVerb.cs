using System.Diagnostics;
using Alai.Cli.Drawing;
using Alai.Cli.Reaching;
using Alai.Cli.Running;
using Alai.Client;

namespace Alai.Cli.Verbs;

/// <summary><c>alai up</c>: the daemon, in this terminal or detached from it.</summary>
internal static class UpVerb
{
    // How the daemon begins a line about its files, before it says "ready".
    private const string ProblemWord = "problem ";

    private static readonly TimeSpan EndPatience = TimeSpan.FromSeconds(30);

    public static Verb Build(CliWorld world)
    {
        var detach = Given.Flag("--detach", "Return as soon as it answers; it stays without a terminal.");
        var unsandboxed = Given.Flag("--unsandboxed", "Let runs go on where no sandbox works; none of them lands by itself.");
        return new Verb("up", "Run the factory.")
        {
            Details = "Runs the daemon in this terminal until Ctrl-C and shows the stages of what it works on. One daemon a home: a second one says who holds it and ends.",
            Examples = ["alai up", "alai up --detach", "alai up --home /srv/alai"],
            Options = { detach, unsandboxed },
        }.Does(world, (context, parse, cancellationToken) => RunAsync(
            context, (parse.GetValue(detach), parse.GetValue(unsandboxed) ? ["--unsandboxed"] : []), cancellationToken));
    }

    private static async Task<int> RunAsync(CliContext context, (bool Detach, string[] Words) asked, CancellationToken cancellationToken)
    {
        if (DaemonProgram.Find(context.World) is not { } program)
            return context.Fail(DaemonProgram.Missing(context.World), ExitCode.Error);
        return asked.Detach
            ? await DetachAsync(context, DaemonProgram.Start(program, context, ["up", "--detached", .. asked.Words]), cancellationToken)
            : await StayAsync(context, DaemonProgram.Start(program, context, ["up", .. asked.Words]), cancellationToken);
    }

    private static async Task<int> StayAsync(CliContext context, ProcessStartInfo start, CancellationToken cancellationToken)
    {
        using var daemon = Process.Start(start) ?? throw new IOException("alaid did not start: " + start.FileName);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var stages = new LiveStages(context).FollowAsync(async stop => (await new DaemonDoor(context).FindAsync(stop))?.Client, ended.Token);
        try
        {
            await daemon.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C reached the daemon too; a SIGTERM to this process alone did not, so it is asked.
            using var patience = new CancellationTokenSource(EndPatience);
            await AskToEndAsync(context, patience.Token);
            await daemon.WaitForExitAsync(patience.Token);
        }

        await ended.CancelAsync();
        await stages;
        return daemon.ExitCode;
    }

    private static async Task AskToEndAsync(CliContext context, CancellationToken cancellationToken)
    {
        try
        {
            if (await new DaemonDoor(context).FindAsync(cancellationToken) is { Client: { } client })
                await client.Daemon.ShutdownAsync(cancellationToken);
        }
        catch (HttpRequestException)
        {
            // It is ending already.
        }
    }

    private static async Task<int> DetachAsync(CliContext context, ProcessStartInfo start, CancellationToken cancellationToken)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var daemon = Process.Start(start) ?? throw new IOException("alaid did not start: " + start.FileName);
        daemon.StandardInput.Close();
        var words = daemon.StandardError.ReadToEndAsync(cancellationToken);
        var problems = new List<string>();
        var line = await daemon.StandardOutput.ReadLineAsync(cancellationToken);
        for (; line?.StartsWith(ProblemWord, StringComparison.Ordinal) == true; line = await daemon.StandardOutput.ReadLineAsync(cancellationToken))
            problems.Add(line[ProblemWord.Length..]);
        if (line == "ready")
        {
            context.Paper.Text($"The factory is up (pid {daemon.Id}). Watch it: alai status. End it: alai down.");
            foreach (var problem in problems)
                context.Paper.Text(problem, Ink.Red);
            return ExitCode.Done;
        }

        await daemon.WaitForExitAsync(cancellationToken);
        return context.Fail(new Problem((await words).Trim(), Hint: "The log is in " + HomeFolder.Logs(context.Home)), ExitCode.Error);
    }
}
