using System.Text.Json;
using Alai.Classifying;
using Alai.Fleet;
using Alai.Tasks;

namespace Alai.Tests.Classifying;

public sealed class ModelClassifierTests
{
    private static readonly TaskText Text = new("Add a menu", "With prices.", []);
    private static readonly Classification Rules = RuleClassifier.Classify(Text);
    private static readonly ModelQuestion Question = new(new FleetHost { Name = "forge", Url = new Uri("http://127.0.0.1:1") }, "qwen3:8b", 8192);

    private static async Task<(ModelOpinion Opinion, ChatRequest Asked)> Ask(ChatAnswer answer, TaskText? text = null)
    {
        var engine = new OneAnswer(answer);
        var opinion = await new ModelClassifier(engine).ClassifyAsync(Question, text ?? Text, Rules, TestContext.Current.CancellationToken);
        return (opinion, engine.Asked!);
    }

    private static ChatAnswer Says(string content) => new(ChatAnswerKind.Turn, "", new ChatTurn { Content = content, PromptTokens = 90, OutputTokens = 12 });

    [Fact]
    public async Task A_lawful_answer_replaces_the_rules_word()
    {
        var (opinion, asked) = await Ask(Says("""{"complexity":3,"domain":"frontend","kind":"scaffold","confidence":0.8,"why":"several\n pages"}"""));

        Assert.Null(opinion.Trouble);
        Assert.Equal(new Classification(3, Domain.Frontend, TaskKind.Scaffold, 0.8, "model:qwen3:8b", "several pages"), opinion.Classification);
        Assert.Equal((90, 12), (opinion.PromptTokens, opinion.OutputTokens));
        Assert.Equal("object", JsonDocument.Parse(asked.Format!).RootElement.GetProperty("type").GetString());
    }

    [Theory]
    [InlineData("I think it is hard", "no JSON")]
    [InlineData("[]", "no JSON object")]
    [InlineData("{}", "'complexity'")]
    [InlineData("""{"complexity":9,"domain":"frontend","kind":"feature","confidence":1,"why":""}""", "'complexity'")]
    [InlineData("""{"complexity":"2","domain":"frontend","kind":"feature","confidence":1,"why":""}""", "'complexity'")]
    [InlineData("""{"complexity":2,"domain":"magic","kind":"feature","confidence":1,"why":""}""", "'domain'")]
    [InlineData("""{"complexity":2,"domain":"frontend","kind":7,"confidence":1,"why":""}""", "'kind'")]
    [InlineData("""{"complexity":2,"domain":"frontend","kind":"feature","confidence":7,"why":""}""", "'confidence'")]
    public async Task An_unlawful_answer_keeps_the_rules_word_and_says_why(string content, string expected)
    {
        var (opinion, _) = await Ask(Says(content));

        Assert.Contains(expected, opinion.Trouble, StringComparison.Ordinal);
        Assert.Contains("rules kept", opinion.Classification.Why, StringComparison.Ordinal);
        Assert.Equal(("rules", Rules.Complexity), (opinion.Classification.By, opinion.Classification.Complexity));
    }

    [Fact]
    public async Task A_silent_host_keeps_the_rules_word()
    {
        Assert.Contains("no route", (await Ask(new ChatAnswer(ChatAnswerKind.Unavailable, "no route"))).Opinion.Trouble, StringComparison.Ordinal);
        Assert.Contains("end", (await Ask(new ChatAnswer(ChatAnswerKind.Turn, "", new ChatTurn { Cut = true }))).Opinion.Trouble, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_body_is_cut()
    {
        var (_, asked) = await Ask(Says("{}"), new TaskText("t", new string('x', 1_000_000), []));

        Assert.True(asked.Messages.Sum(message => message.Length) < 10_000);
    }

    private sealed class OneAnswer(ChatAnswer answer) : IChatEngine
    {
        public ChatRequest? Asked { get; private set; }

        public EngineKind Kind => EngineKind.Ollama;

        public Task<ChatAnswer> ChatAsync(FleetHost host, ChatRequest request, CancellationToken cancellationToken)
        {
            Asked = request;
            return Task.FromResult(answer);
        }
    }
}
