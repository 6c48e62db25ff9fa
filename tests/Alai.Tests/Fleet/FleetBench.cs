using Alai.Fleet;
using Alai.Rehearsal;
using Microsoft.Extensions.Logging.Abstractions;

namespace Alai.Tests.Fleet;

/// <summary>A fake server on loopback and real clients to it.</summary>
internal static class FleetBench
{
    public static HttpClient Http { get; } = new(new SocketsHttpHandler()) { Timeout = Timeout.InfiniteTimeSpan };

    public static OllamaClient Client { get; } = new(Http, TimeProvider.System);

    public static Task<FakeOllama> ServeAsync(params RehearsalAnswer[] answers) => ServeAsync(new RehearsalScript
    {
        Rules = [new RehearsalRule { Answers = answers }],
    });

    public static Task<FakeOllama> ServeAsync(RehearsalScript script) =>
        RehearsalServer.StartAsync(new RehearsalOptions { Script = script }, TestContext.Current.CancellationToken);

    public static FleetHost Host(FakeOllama fake, string name = "local", int maxRuns = 2) => new() { Name = name, Url = fake.Url, MaxRuns = maxRuns };

    public static ChatRequest Request(string text = "Say hello.") => new()
    {
        Model = "qwen3:8b",
        NumCtx = 16384,
        Messages = [new ChatMessage("system", "You are brief."), new ChatMessage("user", text)],
    };

    public static FleetMonitor Monitor(params FleetHost[] hosts) => new(
        new FleetOptions { Hosts = hosts, ProbeTimeout = Patience.Default }, Http, TimeProvider.System, NullLogger<FleetMonitor>.Instance);
}
