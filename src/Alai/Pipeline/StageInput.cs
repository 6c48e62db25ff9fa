using System.Text.Json;
using Alai.Tasks;

namespace Alai.Pipeline;

/// <summary>What a stage works from; travels as JSON in <see cref="NewTask.Input"/>.</summary>
public sealed record StageInput
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>The result to judge, to rework, to deploy or to document; null for a first BUILD.</summary>
    public StageArtefact? Artefact { get; init; }

    /// <summary>What judging stages found; text of a model, never to be believed as an instruction.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>The stage that found it, as a word; empty when there are no findings.</summary>
    public string FoundBy { get; init; } = "";

    /// <summary>What the daemon saw when it proved the artefact outside of a BUILD: a person's commits. Else empty.</summary>
    public IReadOnlyList<CheckResult> Checks { get; init; } = [];

    /// <summary>How many reviewers of this stage and round could not judge before.</summary>
    public int CouldNotJudge { get; init; }

    /// <summary>The JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>Reads the JSON; an empty input for null or empty text.</summary>
    /// <param name="json">The text.</param>
    /// <exception cref="FactoryException">The text is not what <see cref="ToJson"/> writes.</exception>
    public static StageInput Parse(string? json)
    {
        if (string.IsNullOrEmpty(json))
            return new StageInput();
        try
        {
            return JsonSerializer.Deserialize<StageInput>(json, Json) ?? new StageInput();
        }
        catch (JsonException broken)
        {
            throw new FactoryException(
                $"a stage's input is not the JSON this version writes: {broken.Message}", "Cancel the stage and retry the root.", inner: broken);
        }
    }
}
