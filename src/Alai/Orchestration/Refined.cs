using Alai.MissionControl;
using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>What asking the tier-1 model came to.</summary>
/// <param name="Classification">What counts from here on.</param>
/// <param name="GiveBack">How the claim is given back because the route changed, or null to go on with it.</param>
/// <param name="Figures">What the question cost.</param>
internal sealed record Refined(Classification Classification, GiveBack? GiveBack, RunFigures Figures)
{
    /// <summary>The transition of a run that asked: its figures hold the question, and the answer is kept.</summary>
    public Transition Onto(Transition transition) => transition with
    {
        Classification = Classification,
        Figures = transition.Figures with
        {
            ModelCalls = transition.Figures.ModelCalls + Figures.ModelCalls,
            TokensIn = transition.Figures.TokensIn + Figures.TokensIn,
            TokensOut = transition.Figures.TokensOut + Figures.TokensOut,
        },
    };
}
