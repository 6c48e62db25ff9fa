using Alai.Fleet;
using Alai.Tasks;

namespace Alai.Minions;

/// <summary>The outcome a failed call means.</summary>
internal static class AnswerOutcome
{
    public static RunOutcome Of(ChatAnswerKind kind) => kind switch
    {
        ChatAnswerKind.Overflow => RunOutcome.ContextOverflow,
        ChatAnswerKind.Truncated => RunOutcome.Truncated,
        ChatAnswerKind.Stalled => RunOutcome.Stalled,
        ChatAnswerKind.Unavailable or ChatAnswerKind.Busy or ChatAnswerKind.ModelMissing => RunOutcome.ModelUnavailable,
        ChatAnswerKind.FormatError => RunOutcome.Format,
        ChatAnswerKind.Auth => RunOutcome.Auth,
        _ => RunOutcome.Unknown,
    };
}
