using Alai.Tasks;

namespace Alai.Safety;

/// <summary>What a run may cause, by the least trusted text it has read. Labels never rise.</summary>
/// <param name="Lowest">The lowest label in the run's context.</param>
public sealed record TrustBound(TrustLabel Lowest)
{
    /// <summary>Text nobody of the house wrote: repository, tool output, web and knowledge.</summary>
    public bool ReadsUntrusted => Lowest < TrustLabel.Filer;

    /// <summary>The bound of several pieces; with none, the filer's word is all there is.</summary>
    /// <param name="labels">One for each piece of context.</param>
    public static TrustBound Of(IEnumerable<TrustLabel> labels) => new(labels.Append(TrustLabel.Filer).Min());

    /// <summary>The bound after another piece was read.</summary>
    /// <param name="label">That piece's label.</param>
    public TrustBound After(TrustLabel label) => new(label < Lowest ? label : Lowest);

    /// <summary>The label of a task or entry the run causes: its parent's, or lower when the run has read worse.</summary>
    /// <param name="parent">The label of the task the run works on.</param>
    public TrustLabel LabelOfChild(TrustLabel parent) => parent < Lowest ? parent : Lowest;

    /// <summary>The rule of two: of {reads untrusted text, holds private data, acts outside} an automatic run has at most two.</summary>
    /// <param name="holdsPrivateData">Whether it sees data that must not get out.</param>
    /// <param name="actsOutside">Whether it can publish, deploy, message or spend.</param>
    /// <returns>Null when it may run, else the sentence that says why not.</returns>
    public string? Refuse(bool holdsPrivateData, bool actsOutside) => ReadsUntrusted && holdsPrivateData && actsOutside
        ? $"it reads {SnakeWord<TrustLabel>.Of(Lowest).Replace('_', ' ')} text, holds private data and acts outside; an automatic run may have two of the three"
        : null;
}
