using System.Security.Cryptography;
using System.Text;
using Alai.Redaction;
using Alai.Sandbox;
using Alai.Tasks;

namespace Alai.Quality;

/// <summary>
/// Runs the product's own proof on the base before any agent starts, so that nobody is asked to mend what was broken before.
/// A green base is remembered per commit, commands and set-up; a red one is looked at again each time.
/// </summary>
public sealed class BaseCheck
{
    private readonly CommandSeries series;
    private readonly string cache;
    private readonly string scratch;

    /// <summary>Makes it.</summary>
    /// <param name="sandbox">Where the commands run.</param>
    /// <param name="redactor">Takes secrets out of all that is kept.</param>
    /// <param name="folder">A folder of the daemon's own: the memory of green bases, and scratch.</param>
    public BaseCheck(ISandbox sandbox, Redactor redactor, string folder)
    {
        series = new CommandSeries(sandbox, redactor);
        cache = Directory.CreateDirectory(Path.Combine(folder, "green")).FullName;
        scratch = Directory.CreateDirectory(Path.Combine(folder, "scratch")).FullName;
    }

    /// <summary>Looks at a base commit.</summary>
    /// <param name="commit">The commit work would start from.</param>
    /// <param name="plan">How the product is verified; without commands every base is green.</param>
    /// <param name="export">Writes the commit's files.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<BaseFinding> LookAsync(string commit, VerificationPlan plan, TreeExport export, CancellationToken cancellationToken)
    {
        if (plan.Commands.Count == 0)
            return new BaseFinding(null, "the product names no verify command", []);
        var memory = Path.Combine(cache, KeyOf(commit, plan));
        if (File.Exists(memory))
            return new BaseFinding(null, "the base was green before", []);
        using var folder = new ScratchFolder(scratch);
        await export(commit, folder.FullName, cancellationToken);
        var end = await series.RunAsync("base", folder.FullName, plan, cancellationToken);
        if (end.Word == SeriesWord.Passed)
            await File.WriteAllTextAsync(memory, commit, cancellationToken);
        return Finding(end);
    }

    private static BaseFinding Finding(SeriesEnd end) => end.Word switch
    {
        SeriesWord.Passed => new BaseFinding(null, "the base is green", end.Results),
        SeriesWord.Missing => new BaseFinding(RunOutcome.MissingDependency, $"before any change {end.Reason}; add it to the product's set-up, or install it on this machine", end.Results),
        SeriesWord.NoSandbox => new BaseFinding(RunOutcome.SandboxUnavailable, end.Reason, end.Results),
        _ => new BaseFinding(RunOutcome.RedBase, $"the product's own checks fail before any change: {end.Reason}; mend the base or the verify command, then try again", end.Results),
    };

    private static string KeyOf(string commit, VerificationPlan plan)
    {
        var text = string.Join('\0', [commit, plan.Root, plan.Setup?.Key ?? "", .. plan.Commands.Select(command => command.Text)]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
