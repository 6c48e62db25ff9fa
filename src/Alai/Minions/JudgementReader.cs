using System.Text.Json;
using Alai.Fleet;
using Alai.Tasks;

namespace Alai.Minions;

/// <summary>Reads a judging stage's answer. Whatever cannot be read, or speaks of another artefact, cannot judge.</summary>
public static class JudgementReader
{
    // Models copy a short beginning of a hash reliably; the daemon binds the whole one.
    private const int ShortestEcho = 8;

    /// <summary>The judgement of exactly the given artefact.</summary>
    /// <param name="answer">The answer of the work report.</param>
    /// <param name="artefactHash">What was to be judged.</param>
    public static Judgement Read(string answer, string artefactHash)
    {
        if (!TextJson.TryParse(answer, out var json) || json.ValueKind != JsonValueKind.Object)
            return Cannot(artefactHash, "the answer is not one JSON object");
        if (!SnakeWord<JudgementWord>.TryParse(Text(json, "verdict"), out var word))
            return Cannot(artefactHash, $"the verdict '{Text(json, "verdict")}' is none of: {string.Join(", ", SnakeWord<JudgementWord>.All)}");
        var echo = Text(json, "artefact");
        if (echo.Length < ShortestEcho || !artefactHash.StartsWith(echo, StringComparison.OrdinalIgnoreCase))
            return Cannot(artefactHash, $"the answer speaks of artefact '{echo}', not of {artefactHash[..Math.Min(12, artefactHash.Length)]}");
        var findings = json.TryGetProperty("findings", out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(entry => entry.ValueKind == JsonValueKind.Object)
                .Select(entry => new Finding(Severity(Text(entry, "severity")), Text(entry, "file"), Text(entry, "text"))).ToList()
            : [];
        if (word == JudgementWord.Reject && findings.Count == 0)
            return Cannot(artefactHash, "a reject without a finding says nothing to mend");
        return new Judgement(word == JudgementWord.Pass && findings.Count > 0 ? JudgementWord.PassWithFindings : word, artefactHash, findings, Text(json, "summary"));
    }

    private static Judgement Cannot(string artefactHash, string why) => new(JudgementWord.CannotJudge, artefactHash, [], why);

    private static string Severity(string word) => word is "low" or "medium" or "high" ? word : "medium";

    private static string Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
