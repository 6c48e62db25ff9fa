using Alai.Pipeline;
using Alai.Tasks;
using CsCheck;

namespace Alai.Tests.Pipeline;

public sealed class PipelinePropertyTests
{
    private static readonly Finding Finding = new("medium", "a", "b");

    [Fact]
    public void Every_path_ends_within_its_rounds_and_done_needs_both_passes_of_what_landed() =>
        Gen.Select(Gen.Int[0, 9].Array[60], Gen.Bool, Gen.Bool, Gen.Int[0, 3])
            .Sample((answers, deploy, docs, rounds) => Walk(answers, deploy, docs, rounds));

    /// <summary>Plays a root to its end; the answers decide what each judge says.</summary>
    private static void Walk(int[] answers, bool deploy, bool docs, int rounds)
    {
        var root = PipelineTests.Root() with { Deploy = deploy, Docs = docs };
        var situation = PipelineTests.Situation(root, Stage.Build) with { RoundsAllowed = rounds };
        var passed = new HashSet<(Stage, string)>();
        var keys = new HashSet<string>();
        var stages = new List<Stage> { Stage.Build };
        string? landed = null;
        for (var step = 0; step < answers.Length; step++)
        {
            situation = Answer(situation, answers[step]);
            var result = PipelineStep.Next(situation);
            AssertSame(result, PipelineStep.Next(situation));
            var stage = situation.Finished.Lineage.Stage!.Value;
            if (situation.Judgement is { Word: JudgementWord.Pass or JudgementWord.PassWithFindings } judgement
                && judgement.ArtefactHash == situation.Artefact!.Hash)
                passed.Add((stage, situation.Artefact.Hash));
            if (result is PipelineResult.Land land)
            {
                if (stage != Stage.Docs)
                {
                    Assert.Contains((Stage.Review, land.Artefact.Hash), passed);
                    Assert.Contains((Stage.Security, land.Artefact.Hash), passed);
                    landed = land.Artefact.Hash;
                }

                result = PipelineStep.AfterLanding(situation);
            }

            if (result is PipelineResult.HoldRoot)
                return;
            if (result is PipelineResult.RootDone)
            {
                Assert.NotNull(landed);
                Assert.Equal((deploy, docs), (stages.Contains(Stage.Ops), stages.Contains(Stage.Docs)));
                return;
            }

            var task = TaskOf(result)!;
            Assert.True(keys.Add(task.IdempotencyKey!), $"key {task.IdempotencyKey} was used twice");
            Assert.InRange(task.Round, 0, rounds);
            stages.Add(task.Stage!.Value);
            situation = Run(situation, task);
        }

        Assert.Fail($"no end after {answers.Length} stages: {string.Join(' ', stages)}");
    }

    private static PipelineSituation Answer(PipelineSituation situation, int answer) => situation with
    {
        Judgement = situation.Finished.Lineage.Stage is Stage.Review or Stage.Security
            ? answer switch
            {
                <= 3 => Says(situation, JudgementWord.Pass),
                4 => Says(situation, JudgementWord.PassWithFindings),
                <= 6 => Says(situation, JudgementWord.Reject),
                7 => Says(situation, JudgementWord.CannotJudge),
                8 => Says(situation, JudgementWord.Pass) with { ArtefactHash = "another tree" },
                _ => null,
            }
            : null,
    };

    private static Judgement Says(PipelineSituation situation, JudgementWord word) =>
        new(word, situation.Artefact!.Hash, word == JudgementWord.Pass ? [] : [Finding], "");

    /// <summary>What the run of a filed task leaves: BUILD and DOCS make a new tree, the others keep it.</summary>
    private static PipelineSituation Run(PipelineSituation before, NewTask task)
    {
        var input = StageInput.Parse(task.Input);
        var next = PipelineTests.Situation(before.Root, task.Stage!.Value, task.Round, before.Finished.Id.Value + 1);
        var makes = task.Stage is Stage.Build or Stage.Docs;
        return next with
        {
            RoundsAllowed = before.RoundsAllowed,
            RoundsUsed = task.Round,
            CouldNotJudge = input.CouldNotJudge,
            Artefact = makes ? new StageArtefact("b", "c", $"tree{before.Finished.Id.Value}") : input.Artefact,
        };
    }

    private static NewTask? TaskOf(PipelineResult result) => result switch
    {
        PipelineResult.NextStage next => next.Task,
        PipelineResult.Rework rework => rework.Task,
        PipelineResult.AnotherReviewer another => another.Task,
        _ => null,
    };

    private static void AssertSame(PipelineResult one, PipelineResult two)
    {
        Assert.Equal(one.GetType(), two.GetType());
        Assert.Equal(TaskOf(one)?.IdempotencyKey, TaskOf(two)?.IdempotencyKey);
    }
}
