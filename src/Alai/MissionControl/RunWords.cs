using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>What the end of a run is called in its rows: redacted and written down before the writer's turn.</summary>
internal sealed record RunWords(string Reason, string Figures, string Checks, string? Judgement, string Data)
{
    public static RunWords Of(Transition t, MissionControlOptions options) => new(
        options.Redact(t.Reason).ReplaceLineEndings(" ").Trim(),
        StoreJson.Write(t.Figures),
        StoreJson.Write(t.Checks.Select(check => check with { OutputTail = options.Redact(check.OutputTail) })),
        StoreJson.WriteOrNull(t.Judgement),
        StoreJson.Write(new { t.Outcome, to = t.Move.To, t.Figures.CostMicroUsd, t.Figures.TokensIn, t.Figures.TokensOut, artefact = t.Move.ArtefactHash, t.Record }));
}
