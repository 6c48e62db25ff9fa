using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Alai.Rehearsal;

/// <summary>
/// A real HTTP server on loopback that speaks Anthropic's Messages API from a script: events as documented, one after the other.
/// It takes one key and refuses every other.
/// </summary>
public sealed class FakeAnthropic : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _key;
    private readonly ConcurrentQueue<AnthropicAnswer> _answers;
    private readonly ConcurrentQueue<RecordedMessage> _messages = new();
    private AnthropicAnswer _last = new();

    private FakeAnthropic(WebApplication app, string key, IEnumerable<AnthropicAnswer> answers)
    {
        (_app, _key) = (app, key);
        _answers = new ConcurrentQueue<AnthropicAnswer>(answers);
    }

    /// <summary>Where it listens.</summary>
    public Uri Url { get; private set; } = new("http://127.0.0.1");

    /// <summary>Every request so far, in order.</summary>
    public IReadOnlyList<RecordedMessage> Messages => [.. _messages];

    /// <summary>Starts one.</summary>
    /// <param name="key">The only key it takes.</param>
    /// <param name="answers">What it says, a call each; the last one again and again.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public static async Task<FakeAnthropic> StartAsync(string key, IEnumerable<AnthropicAnswer> answers, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "Alai.Rehearsal" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        var app = builder.Build();
        var fake = new FakeAnthropic(app, key, answers);
        app.Run(fake.AnswerAsync);
        await app.StartAsync(cancellationToken);
        fake.Url = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return fake;
    }

    /// <summary>What it says from now on, after what it still has to say.</summary>
    public void Say(AnthropicAnswer answer) => _answers.Enqueue(answer);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.Zero);
        await _app.StopAsync(patience.Token);
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var cancellationToken = context.RequestAborted;
        if (!HttpMethods.IsPost(context.Request.Method))
            return;
        using var document = await JsonDocument.ParseAsync(context.Request.Body, default, cancellationToken);
        _messages.Enqueue(new RecordedMessage(
            context.Request.Path + context.Request.QueryString,
            context.Request.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString(), StringComparer.Ordinal),
            document.RootElement.Clone()));
        context.Response.Headers["request-id"] = $"req_{_messages.Count}";
        if (context.Request.Headers["x-api-key"] != _key)
            await ErrorAsync(context, new AnthropicAnswer { Status = 401, ErrorType = "authentication_error", Text = $"invalid x-api-key {context.Request.Headers["x-api-key"]}" });
        else if (context.Request.Path == "/v1/messages/count_tokens")
            await context.Response.WriteAsJsonAsync(new { input_tokens = 42 }, cancellationToken);
        else if (context.Request.Path != "/v1/messages")
            await ErrorAsync(context, new AnthropicAnswer { Status = 404, ErrorType = "not_found_error", Text = "not found" });
        else
            await MessageAsync(context, document.RootElement);
    }

    private Task MessageAsync(HttpContext context, JsonElement asked)
    {
        if (_answers.TryDequeue(out var next))
            _last = next;
        foreach (var (name, value) in _last.Headers)
            context.Response.Headers[name] = value;
        if (_last.Status != 200)
            return ErrorAsync(context, _last);
        return asked.TryGetProperty("stream", out var stream) && stream.ValueKind == JsonValueKind.True
            ? AnthropicStream.WriteAsync(context, asked, _last)
            : context.Response.WriteAsJsonAsync(AnthropicStream.Whole(asked, _last), context.RequestAborted);
    }

    private static Task ErrorAsync(HttpContext context, AnthropicAnswer answer)
    {
        context.Response.StatusCode = answer.Status;
        return context.Response.WriteAsJsonAsync(
            new { type = "error", error = new { type = answer.ErrorType, message = answer.Text }, request_id = "req_fake" }, context.RequestAborted);
    }
}
