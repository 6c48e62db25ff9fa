namespace Alai.Tasks;

/// <summary>What a judging stage may say.</summary>
public enum JudgementWord
{
    /// <summary>Go on.</summary>
    Pass,

    /// <summary>Go on, and file one follow-up for the findings.</summary>
    PassWithFindings,

    /// <summary>Back to BUILD with the findings.</summary>
    Reject,

    /// <summary>Another reviewer; costs no round. Also what an unreadable answer means.</summary>
    CannotJudge,
}
