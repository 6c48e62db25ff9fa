using System.Text.Json;
using Alai.Tasks;

namespace Alai.Tests.Tasks;

public sealed class ClearedTaskTests
{
    private static readonly WordRules Rules = new("v1", "forbidden");

    [Fact]
    public void A_harmless_task_is_cleared() =>
        Assert.NotNull(ClearedTask.Try(Sample("Add a menu"), Rules, out _));

    [Fact]
    public void A_matching_task_is_not_cleared_and_the_rule_is_named()
    {
        Assert.Null(ClearedTask.Try(Sample("Do the forbidden thing"), Rules, out var ruling));
        Assert.Contains("forbidden", ruling.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_task_for_people_only_is_not_cleared_even_when_no_rule_matches() =>
        Assert.Null(ClearedTask.Try(Sample("Add a menu") with { Sensitivity = 2 }, Rules, out _));

    [Fact]
    public void An_approval_clears_exactly_the_content_it_was_given_for()
    {
        var task = Sample("Do the forbidden thing") with { Sensitivity = 2 };
        var approval = new Approval(1, task.Text.Hash(Rules.Fingerprint), "human:anna", DateTimeOffset.UnixEpoch);

        Assert.NotNull(ClearedTask.Try(task with { Approval = approval }, Rules, out _));
        Assert.Null(ClearedTask.Try(task with { Approval = approval, Body = "and more" }, Rules, out _));
        Assert.Null(ClearedTask.Try(task with { Approval = approval, Labels = ["new"] }, Rules, out _));
    }

    [Fact]
    public void An_approval_does_not_survive_a_change_of_the_rules()
    {
        var task = Sample("Do the forbidden thing");
        var approval = new Approval(1, task.Text.Hash(Rules.Fingerprint), "human:anna", DateTimeOffset.UnixEpoch);

        Assert.Null(ClearedTask.Try(task with { Approval = approval }, new WordRules("v2", "forbidden"), out _));
    }

    [Fact]
    public void Nothing_can_build_one_without_the_check()
    {
        Assert.Empty(typeof(ClearedTask).GetConstructors());
        Assert.DoesNotContain(typeof(ClearedTask).GetMethods(), method => method.Name.Contains("Clone", StringComparison.Ordinal));
        Assert.ThrowsAny<NotSupportedException>(() => JsonSerializer.Deserialize<ClearedTask>("{}"));
    }

    [Fact]
    public void The_hash_tells_apart_texts_that_join_to_the_same_letters()
    {
        var one = new TaskText("ab", "c", []);
        var other = new TaskText("a", "bc", []);
        Assert.NotEqual(one.Hash("r"), other.Hash("r"));
    }

    private static FactoryTask Sample(string title) => new()
    {
        Id = new TaskId(1),
        Uid = "01",
        Title = title,
        Filer = "human:anna",
        Classification = new Classification(1, Domain.General, TaskKind.Feature, 1, "rules", ""),
        Lineage = new Lineage(new TaskId(1), null, null),
    };

    private sealed class WordRules(string fingerprint, string word) : ISafetyRules
    {
        public string Fingerprint => fingerprint;

        public SafetyRuling Judge(TaskText text) => text.Title.Contains(word, StringComparison.Ordinal)
            ? new SafetyRuling(true, word, word, "title")
            : SafetyRuling.Clear;
    }
}
