using Alai.Tasks;

namespace Alai.Quality.Checks;

/// <summary>
/// The proof: the product's commands on a clean checkout of the result with the base's tests restored, and, where that
/// restored anything, once more with the change's own tests, so that a person sees both outcomes side by side.
/// </summary>
internal sealed class VerificationCheck(CommandSeries series, string scratch) : ICheck
{
    private const string OwnTests = "verification_own_tests";

    public string Name => "verification";

    public async Task<CheckFinding> LookAsync(GateInput input, CancellationToken cancellationToken)
    {
        if (input.Change.IsEmpty)
            return CheckFinding.Pass(Name, "nothing changed, nothing to verify");
        if (input.Verification is not { Commands.Count: > 0 } plan)
            return CheckFinding.Ask(Name, "the product names no verify command, so nothing proves this change");
        if (input.Export is not { } write)
            throw new FactoryException("A verification needs a way to check the result out.", "Give GateInput.Export.");
        using var folder = new ScratchFolder(scratch);
        var export = new ScratchExport(folder, write);
        var result = await export.WriteAsync("result", input.ResultCommit, cancellationToken);
        var restored = input.Change.Files.Any(file => BaseTests.Proves(file, plan))
            ? BaseTests.Restore(input.Change, plan, await export.WriteAsync("base", input.BaseCommit, cancellationToken), result)
            : [];
        var end = await series.RunAsync(Name, result, plan, cancellationToken);
        if (restored.Count == 0 || end.Word == SeriesWord.NoSandbox)
            return Finding(end, input, end.Results);
        var ownFolder = await export.WriteAsync("own", input.ResultCommit, cancellationToken);
        var own = await series.RunAsync(OwnTests, ownFolder, plan, cancellationToken);
        return SideBySide(end, own, restored, input);
    }

    private static CheckFinding SideBySide(SeriesEnd withBase, SeriesEnd own, IReadOnlyList<string> restored, GateInput input)
    {
        CheckResult[] results = [.. withBase.Results, .. own.Results];
        if (own.Word != SeriesWord.Passed)
            return Finding(own, input, results);
        if (withBase.Word == SeriesWord.Passed)
            return new CheckFinding(Stamped(results, input));
        var reason = $"passes only with its own changes to tests ({string.Join(", ", restored.Take(5))}); with the base's tests: {withBase.Reason}";
        return new CheckFinding(Stamped(results, input)) { NeedsApproval = true, Reason = reason };
    }

    private static CheckFinding Finding(SeriesEnd end, GateInput input, IReadOnlyList<CheckResult> results)
    {
        var stamped = Stamped(results, input);
        return end.Word switch
        {
            SeriesWord.Passed => new CheckFinding(stamped),
            SeriesWord.NoSandbox => new CheckFinding(stamped) { Failure = RunOutcome.SandboxUnavailable, Reason = end.Reason },
            SeriesWord.Missing when end.Thing is { } thing && DependencyTrouble.IsOwnInvention(thing, input.Change) =>
                new CheckFinding(stamped) { Failure = RunOutcome.VerifyFailed, Reason = end.Reason + "; the change uses it, but no manifest declares it" },
            SeriesWord.Missing => Missing(end, input, stamped),
            _ => new CheckFinding(stamped) { Failure = RunOutcome.VerifyFailed, Reason = end.Reason },
        };
    }

    // New dependencies are fetched only after a person agreed to them, so such a result waits instead of failing.
    private static CheckFinding Missing(SeriesEnd end, GateInput input, IReadOnlyList<CheckResult> results) =>
        new(results)
        {
            Failure = RunOutcome.MissingDependency,
            NeedsApproval = input.Change.Files.Any(ProtectedFilesCheck.ChangesDependencies),
            Reason = input.Change.Files.Any(ProtectedFilesCheck.ChangesDependencies)
                ? $"the change brings new dependencies that set-up has not fetched: {end.Reason}"
                : $"{end.Reason}; it is not part of the product's set-up: add it to the set-up command, or install it on this machine",
        };

    private static IReadOnlyList<CheckResult> Stamped(IReadOnlyList<CheckResult> results, GateInput input) =>
        [.. results.Select(result => result with { TreeHash = input.TreeHash })];
}
