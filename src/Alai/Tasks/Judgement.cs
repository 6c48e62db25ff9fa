namespace Alai.Tasks;

/// <summary>What a reviewing stage says of exactly one artefact.</summary>
/// <param name="Word">The verdict word.</param>
/// <param name="ArtefactHash">The hash of what was judged; a judgement of another hash counts for nothing.</param>
/// <param name="Findings">What was found.</param>
/// <param name="Summary">One or two sentences.</param>
public sealed record Judgement(JudgementWord Word, string ArtefactHash, IReadOnlyList<Finding> Findings, string Summary);
