using Alai.Pipeline;
using Alai.Tasks;

namespace Alai.Tests.Pipeline;

public sealed class PipelineTests
{
    private static readonly StageArtefact Artefact = new("alai/1/2", "c0ffee", "tree1");
    private static readonly Finding Minor = new("low", "README.md", "No .env.example.\nAdd one.");

    [Fact]
    public void A_build_is_followed_by_a_review_that_inherits_from_the_root()
    {
        var root = Root() with { Priority = Priority.High, Sensitivity = 1, Labels = ["x"], Trust = TrustLabel.Operator };
        var next = Assert.IsType<PipelineResult.NextStage>(Next(root, Stage.Build)).Task;
        Assert.Equal("[BENTO-REVIEW] Add a menu (parent: #2)", next.Title);
        Assert.Equal((Stage.Review, new TaskId(1), new TaskId(2), 0), (next.Stage, next.Root, next.Parent, next.Round));
        Assert.Equal((Priority.High, 1, "bento", "root:1:review:0:0:2"), (next.Priority, next.Sensitivity, next.Product, next.IdempotencyKey));
        Assert.Equal(["x"], next.Labels);
        Assert.Equal(Artefact, StageInput.Parse(next.Input).Artefact);
    }

    [Fact]
    public void A_task_of_no_product_is_called_TASK() =>
        Assert.StartsWith("[TASK-REVIEW] ", Assert.IsType<PipelineResult.NextStage>(Next(Root() with { Product = "" }, Stage.Build)).Task.Title, StringComparison.Ordinal);

    [Fact]
    public void Two_passes_land_and_landing_ends_a_plain_task()
    {
        Assert.Equal(Stage.Security, Assert.IsType<PipelineResult.NextStage>(Next(Root(), Stage.Review, Says(JudgementWord.Pass))).Task.Stage);
        Assert.Equal(Artefact, Assert.IsType<PipelineResult.Land>(Next(Root(), Stage.Security, Says(JudgementWord.Pass))).Artefact);
        Assert.IsType<PipelineResult.RootDone>(PipelineStep.AfterLanding(Situation(Root(), Stage.Security)));
    }

    [Fact]
    public void Deploy_and_docs_follow_the_landing_and_docs_land_themselves()
    {
        var root = Root() with { Deploy = true, Docs = true };
        Assert.Equal(Stage.Ops, Assert.IsType<PipelineResult.NextStage>(PipelineStep.AfterLanding(Situation(root, Stage.Security))).Task.Stage);
        Assert.Equal(Stage.Docs, Assert.IsType<PipelineResult.NextStage>(Next(root, Stage.Ops)).Task.Stage);
        Assert.IsType<PipelineResult.Land>(Next(root, Stage.Docs));
        Assert.IsType<PipelineResult.RootDone>(PipelineStep.AfterLanding(Situation(root, Stage.Docs)));
    }

    [Fact]
    public void A_reject_starts_a_rework_from_the_rejected_tree_with_the_findings()
    {
        var task = Assert.IsType<PipelineResult.Rework>(Next(Root(), Stage.Security, Says(JudgementWord.Reject, Minor))).Task;
        Assert.Equal((Stage.Build, 1, "root:1:build:1:0:2"), (task.Stage, task.Round, task.IdempotencyKey));
        var input = StageInput.Parse(task.Input);
        Assert.Equal((Artefact, "security", Minor), (input.Artefact, input.FoundBy, Assert.Single(input.Findings)));
    }

    [Fact]
    public void The_third_reject_holds_the_root()
    {
        var held = Assert.IsType<PipelineResult.HoldRoot>(PipelineStep.Next(Situation(Root(), Stage.Review, round: 2) with
        {
            Judgement = Says(JudgementWord.Reject, Minor), RoundsUsed = 2,
        }));
        Assert.Equal(HoldCode.RoundsExhausted, held.Hold.Code);
    }

    [Fact]
    public void Findings_of_a_pass_become_one_follow_up_that_waits_for_the_landing()
    {
        var next = Assert.IsType<PipelineResult.NextStage>(Next(Root() with { Verify = "make it" }, Stage.Review, Says(JudgementWord.PassWithFindings, Minor)));
        var followUp = next.FollowUp!;
        Assert.Equal("Findings of REVIEW: Add a menu (follow-up of #1)", followUp.Title);
        Assert.Equal((null, Stage.Build, TrustLabel.ToolOutput, null), (followUp.Stage, followUp.FirstStage, followUp.Trust, followUp.Verify));
        Assert.Equal([new TaskId(1)], followUp.After);
        Assert.Contains("- (low) `README.md`: No .env.example. Add one.", followUp.Body, StringComparison.Ordinal);
        Assert.Equal("root:1:follow_up_review:0:0:2", followUp.IdempotencyKey);
        Assert.Equal(PipelinePlan.Standard.Yaml, followUp.Pipeline);

        var ofFollowUp = Root() with { Labels = followUp.Labels };
        Assert.Null(Assert.IsType<PipelineResult.NextStage>(Next(ofFollowUp, Stage.Review, Says(JudgementWord.PassWithFindings, Minor))).FollowUp);
    }

    [Fact]
    public void A_judgement_of_another_tree_or_none_asks_another_reviewer_and_costs_no_round()
    {
        Assert.All(
            new[] { null, Says(JudgementWord.Pass) with { ArtefactHash = "other" }, Says(JudgementWord.CannotJudge) },
            judgement =>
            {
                var task = Assert.IsType<PipelineResult.AnotherReviewer>(Next(Root(), Stage.Review, judgement)).Task;
                Assert.Equal((Stage.Review, 0, "root:1:review:0:1:2"), (task.Stage, task.Round, task.IdempotencyKey));
            });
        var held = PipelineStep.Next(Situation(Root(), Stage.Review) with { CouldNotJudge = 2 });
        Assert.Equal(HoldCode.Question, Assert.IsType<PipelineResult.HoldRoot>(held).Hold.Code);
    }

    [Fact]
    public void A_build_without_a_result_is_never_reviewed_or_landed() => Assert.Equal(
        HoldCode.OutcomeUnknown,
        Assert.IsType<PipelineResult.HoldRoot>(PipelineStep.Next(Situation(Root(), Stage.Build) with { Artefact = null })).Hold.Code);

    [Fact]
    public void A_single_stage_ends_its_root() => Assert.IsType<PipelineResult.RootDone>(
        PipelineStep.Next(Situation(Root(), Stage.Single) with { Plan = PipelinePlan.Single, Artefact = null }));

    [Theory]
    [InlineData("name: x\nsteps: []", "expected at least one step; found none")]
    [InlineData("name: x\nsteps: [{do: review}]", "expected the first step to be 'build' or 'single' without a condition")]
    [InlineData("name: x\nsteps: [{do: build}, {do: land}, {do: review}]", "expected 'review' before every landing and without a condition; it judges what may land")]
    [InlineData("name: x\nsteps: [{do: build}, {do: review, when: docs}, {do: land}]", "expected 'review' before every landing and without a condition; it judges what may land")]
    [InlineData("name: x\nsteps: [{do: build}, {do: ops}, {do: land}]", "expected 'ops' after 'land'; it works on what landed")]
    [InlineData("name: x\nsteps: [{do: build}]", "expected 'do: land' after 'build'; its result would reach no branch")]
    [InlineData("name: x\nsteps: [{do: build}, {do: land}, {do: docs}, {do: land, when: deploy}]", "expected 'do: land' after 'docs'; its result would reach no branch")]
    [InlineData("name: x\nsteps: [{do: build}, {do: land}, {do: land}]", "expected a landing to follow 'build' or 'docs'; there is nothing new to land")]
    [InlineData("name: x\nsteps: [{do: build}, {do: build}, {do: land}]", "expected each stage once; 'build' is there already")]
    [InlineData("name: x\nsteps: [{do: single}, {do: land}]", "expected 'single' to stand alone")]
    [InlineData("name: x\nsteps: [{do: biuld}]", "expected one of build, review, security, ops, docs, single, land for 'steps[1].do'; found 'biuld'; did you mean 'build'?")]
    [InlineData("stepz: []", "unknown key 'stepz'; did you mean 'steps'?")]
    public void An_unsound_plan_is_refused_at_load(string yaml, string problem)
    {
        var load = PipelinePlan.Load(yaml);
        Assert.Null(load.Plan);
        Assert.Contains(problem, load.Problems.Select(one => one.Text));
    }

    [Fact]
    public void The_copy_of_a_plan_reads_back_the_same() => Assert.Equal(
        PipelinePlan.Standard.Steps, PipelinePlan.Load(PipelinePlan.Standard.Yaml).Plan!.Steps);

    internal static FactoryTask Root() => new()
    {
        Id = new TaskId(1),
        Uid = "u",
        Title = "Add a menu",
        Product = "bento",
        Filer = "human:anna",
        Classification = new Classification(2, Domain.Frontend, TaskKind.Feature, 1, "rules", "test"),
        Lineage = new Lineage(new TaskId(1), null, null),
    };

    internal static Judgement Says(JudgementWord word, params Finding[] findings) => new(word, Artefact.Hash, findings, "");

    internal static PipelineSituation Situation(FactoryTask root, Stage stage, int round = 0, long id = 2) => new()
    {
        Plan = PipelinePlan.Standard,
        Root = root,
        Finished = root with { Id = new TaskId(id), Lineage = new Lineage(root.Id, root.Id, stage, round) },
        Artefact = Artefact,
    };

    private static PipelineResult Next(FactoryTask root, Stage stage, Judgement? judgement = null) =>
        PipelineStep.Next(Situation(root, stage) with { Judgement = judgement });
}
