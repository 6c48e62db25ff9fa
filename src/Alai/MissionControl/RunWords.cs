using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>What the end of a run is called in its rows: redacted and written down before the writer's turn.</summary>
internal sealed record RunWords(string Reason, string Figures, string Checks, string? Judgement, string Data)
{
    public static RunWords Of(Transition t, MissionControlOptions options)
    {
        var figures = StoreJson.Write(t.Figures);
        var checks = StoreJson.Write(t.Checks.Select(check => check with { OutputTail = options.Redact(check.OutputTail) }));
        var judgement = StoreJson.WriteOrNull(t.Judgement);
        var result = ResultHash.Of([SnakeWord<RunOutcome>.Of(t.Outcome), figures, checks, judgement, t.Move.ArtefactHash, t.Move.Branch]);
        return new(
            options.Redact(t.Reason).ReplaceLineEndings(" ").Trim(), figures, checks, judgement,
            StoreJson.Write(new { t.Outcome, to = t.Move.To, t.Figures.CostMicroUsd, t.Figures.TokensIn, t.Figures.TokensOut, artefact = t.Move.ArtefactHash, t.Record, result }));
    }
}
