namespace Alai.Quality.Checks;

/// <summary>Tests made easier instead of code made right. Never fails a run by itself: a person decides.</summary>
internal sealed class WeakeningCheck : PureCheck
{
    public override string Name => "weakening";

    public override CheckFinding Look(GateInput input)
    {
        var hits = Find(input.Change);
        return hits.Count == 0
            ? CheckFinding.Pass(Name, "no sign of weakened tests")
            : CheckFinding.Ask(Name, "tests may have been weakened: " + Places(hits, 8));
    }

    /// <summary>Every sign of weakening, each with its place.</summary>
    public static IReadOnlyList<string> Find(Change change) =>
        [.. change.Files.SelectMany(file => Weakening.Of(file, FileRoles.Of(file.Path)))];
}
