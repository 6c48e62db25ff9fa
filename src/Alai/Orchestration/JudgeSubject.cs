using Alai.Pipeline;
using Alai.Quality;
using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>What a judging stage looks at.</summary>
/// <param name="Artefact">Exactly what is judged.</param>
/// <param name="Diff">Its unified diff from the base.</param>
/// <param name="Proof">What the gate saw of it.</param>
/// <param name="Scan">What the scanners found; SECURITY only.</param>
internal sealed record JudgeSubject(StageArtefact Artefact, string Diff, IReadOnlyList<CheckResult> Proof, SecurityFindings? Scan);
