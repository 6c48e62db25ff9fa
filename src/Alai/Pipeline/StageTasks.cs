using System.Globalization;
using System.Text;
using Alai.Tasks;

namespace Alai.Pipeline;

/// <summary>Writes the tasks the pipeline files: what they inherit, what they are called, which key files them once.</summary>
internal static class StageTasks
{
    public static NewTask Make(PipelineSituation situation, Stage stage, int round, StageInput input)
    {
        var (root, finished) = (situation.Root, situation.Finished);
        return new NewTask
        {
            Title = PipelineTitle.For(root.Product, stage, root.Title, finished.Id),
            Body = root.Body,
            Product = root.Product,
            Priority = root.Priority,
            Filer = root.Filer,
            Owner = root.Owner,
            Classification = root.Classification,
            Criteria = root.Criteria,
            Verify = root.Verify,
            Deploy = root.Deploy,
            Docs = root.Docs,
            Labels = root.Labels,
            Stage = stage,
            Root = root.Id,
            Parent = finished.Id,
            Round = round,
            Sensitivity = Math.Max(root.Sensitivity, finished.Sensitivity),
            Trust = (TrustLabel)Math.Min((int)root.Trust, (int)finished.Trust),
            IdempotencyKey = Key(situation, SnakeWord<Stage>.Of(stage), round, input.CouldNotJudge),
            Input = input.ToJson(),
        };
    }

    /// <summary>A root of its own for findings that did not stop the work: waits for the landing, believes no more than a model's words.</summary>
    public static NewTask FollowUp(PipelineSituation situation, Judgement judgement)
    {
        var (root, finished) = (situation.Root, situation.Finished);
        var by = SnakeWord<Stage>.Of(finished.Lineage.Stage!.Value);
        var title = $"Findings of {by.ToUpperInvariant()}: {root.Title} (follow-up of {root.Id})";
        return new NewTask
        {
            Title = title,
            Body = Body(root, by, judgement),
            Product = root.Product,
            Priority = root.Priority,
            Filer = $"company:{finished.Company ?? by}",
            Owner = root.Owner,
            Classification = root.Classification with { Kind = by == "security" ? TaskKind.SecurityFix : root.Classification.Kind },
            Criteria = [.. judgement.Findings.Select(finding => OneLine(finding.Text))],
            Labels = [.. root.Labels.Append(PipelineStep.FollowUpLabel).Distinct()],
            After = [root.Id],
            FirstStage = situation.Plan.FirstStage,
            FirstStageTitle = PipelineTitle.For(root.Product, situation.Plan.FirstStage, title, parent: null),
            Parent = finished.Id,
            Sensitivity = Math.Max(root.Sensitivity, finished.Sensitivity),
            Trust = (TrustLabel)Math.Min((int)root.Trust, (int)TrustLabel.ToolOutput),
            Pipeline = situation.Plan.Yaml,
            IdempotencyKey = Key(situation, "follow_up_" + by, finished.Lineage.Round, 0),
        };
    }

    // One successor for each finished stage: a root that is retried or reopened goes through the same stages again.
    private static string Key(PipelineSituation situation, string what, int round, int number) => string.Create(
        CultureInfo.InvariantCulture, $"root:{situation.Root.Id.Value}:{what}:{round}:{number}:{situation.Finished.Id.Value}");

    private static string Body(FactoryTask root, string by, Judgement judgement)
    {
        var body = new StringBuilder($"{by.ToUpperInvariant()} passed {root.Id} and left these findings.\n\n");
        foreach (var finding in judgement.Findings)
        {
            var where = finding.File.Length == 0 ? "" : $" `{OneLine(finding.File)}`:";
            body.Append(CultureInfo.InvariantCulture, $"- ({finding.Severity}){where} {OneLine(finding.Text)}\n");
        }

        return body.ToString();
    }

    private static string OneLine(string text) =>
        string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
