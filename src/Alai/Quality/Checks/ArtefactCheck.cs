using Alai.Tasks;

namespace Alai.Quality.Checks;

/// <summary>The work left something behind: a change, or an answer where none is needed.</summary>
internal sealed class ArtefactCheck : PureCheck
{
    public override string Name => "artefact";

    /// <summary>Whether this sort of work is done without changing a file.</summary>
    public static bool NeedsNoChange(TaskKind kind) => kind is TaskKind.Question or TaskKind.Errand;

    public override CheckFinding Look(GateInput input)
    {
        if (!input.Change.IsEmpty)
            return CheckFinding.Pass(Name, $"{input.Change.Files.Count} changed files, {input.Change.Lines} lines");
        if (!NeedsNoChange(input.Task.Classification.Kind))
            return CheckFinding.Fail(Name, "expected a change, found an empty diff", RunOutcome.NoChange);
        return string.IsNullOrWhiteSpace(input.Answer)
            ? CheckFinding.Fail(Name, "expected an answer, found none", RunOutcome.NoChange)
            : CheckFinding.Pass(Name, $"an answer of {input.Answer.Trim().Length} characters; this work needs no change");
    }
}
