namespace Alai.Quality.Checks;

/// <summary>Tests made easier instead of code made right. Never fails a run by itself: a person decides.</summary>
internal sealed class WeakeningCheck : PureCheck
{
    public override string Name => "weakening";

    public override CheckFinding Look(GateInput input)
    {
        var hits = Find(input.Change, input.Verification);
        return hits.Count == 0
            ? CheckFinding.Pass(Name, "no sign of weakened tests")
            : CheckFinding.Ask(Name, "tests may have been weakened: " + Places(hits, 8));
    }

    /// <summary>Every sign of weakening, each with its place.</summary>
    public static IReadOnlyList<string> Find(Change change, VerificationPlan? plan) =>
        [.. change.Files.SelectMany(file => Weakening.Of(file, RoleOf(file, plan)))];

    private static FileRole RoleOf(ChangedFile file, VerificationPlan? plan)
    {
        var role = FileRoles.Of(file.Path);
        return role == FileRole.Source && plan?.IsTest(file.Path) == true ? FileRole.Test : role;
    }
}
