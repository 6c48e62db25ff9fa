using System.Net;
using System.Text;
using Alai.Fleet;
using Alai.Rehearsal;

namespace Alai.Tests.Fleet;

public sealed class OllamaClientTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_text_arrives_whole_with_the_servers_counts()
    {
        await using var fake = await FleetBench.ServeAsync(new RehearsalAnswer { Text = "Hello, Grüße 🙂 from a model that says a little more.", Thinking = "hm" });
        var answer = await FleetBench.Client.ChatAsync(FleetBench.Host(fake), FleetBench.Request(), Token);
        Assert.Equal(ChatAnswerKind.Turn, answer.Kind);
        Assert.Equal("Hello, Grüße 🙂 from a model that says a little more.", answer.Turn!.Content);
        Assert.Equal("hm", answer.Turn.Thinking);
        Assert.True(answer.Turn.PromptTokens > 0);
        Assert.Empty(fake.Problems);
    }

    [Fact]
    public async Task Native_calls_arrive_with_their_arguments()
    {
        await using var fake = await FleetBench.ServeAsync(new RehearsalAnswer
        {
            Scenario = Scenario.Calls,
            Calls = [new RehearsalCall("write_file", TextJson.Parse("""{"path":"a.txt","content":"x\ny"}"""))],
        });
        var answer = await FleetBench.Client.ChatAsync(FleetBench.Host(fake), FleetBench.Request(), Token);
        var call = Assert.Single(answer.Turn!.Calls);
        Assert.Equal("write_file", call.Name);
        Assert.Equal("x\ny", call.Arguments.GetProperty("content").GetString());
    }

    [Theory]
    [InlineData(Scenario.Overflow, ChatAnswerKind.Overflow)]
    [InlineData(Scenario.ParserError, ChatAnswerKind.FormatError)]
    [InlineData(Scenario.Busy, ChatAnswerKind.Busy)]
    [InlineData(Scenario.Vanish, ChatAnswerKind.Unavailable)]
    [InlineData(Scenario.ErrorLine, ChatAnswerKind.Unavailable)]
    public async Task Each_failure_is_its_own_value(Scenario scenario, ChatAnswerKind kind)
    {
        await using var fake = await FleetBench.ServeAsync(new RehearsalAnswer { Scenario = scenario });
        var answer = await FleetBench.Client.ChatAsync(FleetBench.Host(fake), FleetBench.Request(), Token);
        Assert.Equal(kind, answer.Kind);
        Assert.NotEmpty(answer.Why);
    }

    [Fact]
    public async Task A_stalled_stream_ends_by_its_own_clock()
    {
        await using var fake = await FleetBench.ServeAsync(new RehearsalAnswer { Scenario = Scenario.Stall });
        var request = FleetBench.Request() with { Pace = new ChatPace(Patience.Default, TimeSpan.FromMilliseconds(50)) };
        var answer = await FleetBench.Client.ChatAsync(FleetBench.Host(fake), request, Token);
        Assert.Equal(ChatAnswerKind.Stalled, answer.Kind);
        Assert.Contains("middle of an answer", answer.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slow_drip_is_no_stall()
    {
        await using var fake = await FleetBench.ServeAsync(new RehearsalAnswer { Scenario = Scenario.SlowDrip, DelayMs = 60, Text = new string('x', 200) });
        var request = FleetBench.Request() with { Pace = new ChatPace(Patience.Default, TimeSpan.FromMilliseconds(400)) };
        var answer = await FleetBench.Client.ChatAsync(FleetBench.Host(fake), request, Token);
        Assert.Equal(ChatAnswerKind.Turn, answer.Kind);
    }

    [Fact]
    public async Task A_silently_cut_prompt_is_found_by_the_counts()
    {
        await using var fake = await FleetBench.ServeAsync(new RehearsalAnswer { Scenario = Scenario.SilentTruncation, Text = "Sure." });
        var answer = await FleetBench.Client.ChatAsync(FleetBench.Host(fake), FleetBench.Request(new string('w', 9000)), Token);
        Assert.Equal(ChatAnswerKind.Truncated, answer.Kind);
    }

    [Fact]
    public async Task A_missing_model_is_told_apart()
    {
        await using var fake = await FleetBench.ServeAsync(new RehearsalAnswer());
        var answer = await FleetBench.Client.ChatAsync(FleetBench.Host(fake), FleetBench.Request() with { Model = "nope:1b" }, Token);
        Assert.Equal(ChatAnswerKind.ModelMissing, answer.Kind);
    }

    [Fact]
    public async Task Nothing_listening_says_what_to_start()
    {
        var fake = await FleetBench.ServeAsync(new RehearsalAnswer());
        var host = FleetBench.Host(fake);
        await fake.DisposeAsync();
        var answer = await FleetBench.Client.ChatAsync(host, FleetBench.Request(), Token);
        Assert.Equal(ChatAnswerKind.Unavailable, answer.Kind);
        Assert.Contains("ollama serve", answer.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_generation_that_repeats_itself_is_broken_off()
    {
        await using var fake = await FleetBench.ServeAsync(new RehearsalAnswer
        {
            Text = string.Concat(Enumerable.Repeat("I will now look at the file once more, as I have done before, and then I will decide. ", 60)),
        });
        var answer = await FleetBench.Client.ChatAsync(FleetBench.Host(fake), FleetBench.Request(), Token);
        Assert.True(answer.Turn!.Runaway);
        Assert.True(answer.Turn.Cut);
    }

    [Fact]
    public async Task Cancelling_throws_and_is_no_answer()
    {
        await using var fake = await FleetBench.ServeAsync(new RehearsalAnswer { Scenario = Scenario.Stall });
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        cancel.CancelAfter(TimeSpan.FromMilliseconds(50));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => FleetBench.Client.ChatAsync(FleetBench.Host(fake), FleetBench.Request(), cancel.Token));
    }

    [Fact]
    public void The_same_request_gives_the_same_bytes()
    {
        var request = FleetBench.Request() with { Tools = [new ToolOffer("list", "Lists.", """{"type":"object"}""")] };
        Assert.Equal(OllamaRequestBody.Write(request), OllamaRequestBody.Write(request with { }));
        var longer = request with { Messages = [.. request.Messages, new ChatMessage("assistant", "ok")] };
        var (shorter, longest) = (OllamaRequestBody.Write(request), OllamaRequestBody.Write(longer));
        var shared = shorter.Zip(longest).TakeWhile(pair => pair.First == pair.Second).Count();
        Assert.True(shared > Encoding.UTF8.GetString(shorter).IndexOf("Say hello.", StringComparison.Ordinal), "the prefix must not change");
    }

    [Theory]
    [InlineData(500, """{"error":{"code":400,"message":"too much","type":"exceed_context_size_error"}}""", ChatAnswerKind.Overflow)]
    [InlineData(500, """{"error":"CUDA error: out of memory"}""", ChatAnswerKind.Unavailable)]
    [InlineData(401, "no", ChatAnswerKind.Auth)]
    [InlineData(502, "<html>bad gateway</html>", ChatAnswerKind.Unavailable)]
    [InlineData(400, """{"error":"registry.ollama.ai/library/x does not support tools"}""", ChatAnswerKind.FormatError)]
    public void Errors_are_read_by_their_words(int status, string body, ChatAnswerKind kind) =>
        Assert.Equal(kind, ServerError.Read((HttpStatusCode)status, body, new FleetHost { Name = "h", Url = new Uri("http://h") }).Kind);
}
