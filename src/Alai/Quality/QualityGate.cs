using Alai.Quality.Checks;
using Alai.Redaction;
using Alai.Sandbox;
using Alai.Tasks;

namespace Alai.Quality;

/// <summary>
/// Says whether a run's result is proved. Checks run in order of cost and the first failing one ends it; none asks a model.
/// Signs that need a person are collected and hold a result that nothing failed.
/// </summary>
public sealed class QualityGate
{
    private const int LongestFailure = 6000;
    private readonly IReadOnlyList<ICheck> checks;

    /// <summary>Makes the gate.</summary>
    /// <param name="sandbox">Where verification runs.</param>
    /// <param name="redactor">Takes secrets out of all that is kept.</param>
    /// <param name="scratch">A folder of the daemon's own for clean checkouts.</param>
    public QualityGate(ISandbox sandbox, Redactor redactor, string scratch)
    {
        Directory.CreateDirectory(scratch);
        checks =
        [
            new ArtefactCheck(), new PlaceholderCheck(), new ContentCheck(), new PathCheck(), new SecretsCheck(),
            new ProtectedFilesCheck(), new SizeCheck(), new WeakeningCheck(),
            new VerificationCheck(new CommandSeries(sandbox, redactor), scratch),
        ];
    }

    /// <summary>Judges a result.</summary>
    /// <exception cref="OperationCanceledException">It was stopped; nothing is known then.</exception>
    public async Task<GateResult> JudgeAsync(GateInput input, CancellationToken cancellationToken)
    {
        var seen = new List<CheckResult>();
        var asks = new List<string>();
        foreach (var check in checks)
        {
            var finding = await check.LookAsync(input, cancellationToken);
            seen.AddRange(finding.Results);
            if (finding.Failure is { } failure)
                return Failed(check.Name, failure, finding, seen);
            if (finding.NeedsApproval)
                asks.Add(finding.Reason);
        }

        return asks.Count == 0
            ? new GateResult(RunOutcome.Verified, Proof(seen, input), seen)
            : new GateResult(RunOutcome.Verified, "a person must look: " + asks[0], seen, new Hold(HoldCode.NeedsApproval, string.Join("; ", asks)));
    }

    private static GateResult Failed(string name, RunOutcome outcome, CheckFinding finding, IReadOnlyList<CheckResult> seen)
    {
        var last = finding.Results.LastOrDefault(result => !result.Passed);
        var text = $"{name}: {finding.Reason}" + (last is { OutputTail.Length: > 0 } ? $"\n$ {last.Command}\n{last.OutputTail}" : "");
        return new GateResult(
            outcome,
            $"{name}: {finding.Reason}",
            seen,
            finding.NeedsApproval ? new Hold(HoldCode.NeedsApproval, finding.Reason) : null,
            text.Length > LongestFailure ? text[..300] + "\n[...]\n" + text[^(LongestFailure - 300)..] : text);
    }

    private static string Proof(IReadOnlyList<CheckResult> seen, GateInput input)
    {
        if (input.Change.IsEmpty)
            return "answered; this work changes no file";
        var commands = seen.Where(result => result.Command.Length > 0).Select(result => result.Command).Distinct(StringComparer.Ordinal).ToList();
        return $"proved by {string.Join(", ", commands)}: exit code 0";
    }
}
