namespace Alai.Tasks;

/// <summary>A result no reviewer could judge: what a person said of it, as the wait reason of its root until the next tick.</summary>
public static class PersonJudgement
{
    /// <summary>A person judged the result and lets the stage pass.</summary>
    public const string Passed = "judged_by_person";

    /// <summary>A person wants the reviewers asked again.</summary>
    public const string Anew = "judge_anew";

    /// <summary>Whether a held root asks a person to judge its result.</summary>
    public static bool IsAsked(FactoryTask task) => task is { IsRoot: true, Hold.Code: HoldCode.Question, ArtefactHash: not null };
}
