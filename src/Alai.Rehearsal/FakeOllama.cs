using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Alai.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Alai.Rehearsal;

/// <summary>A real HTTP server on loopback that speaks Ollama's wire protocol from a script. It refuses careless requests and records all.</summary>
public sealed class FakeOllama : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly RehearsalScript _script;
    private readonly ScriptedMind _mind;
    private readonly ScriptedStream _stream;
    private readonly ConcurrentQueue<RecordedChat> _chats = new();
    private readonly ConcurrentQueue<string> _problems = new();
    private readonly ConcurrentDictionary<string, int> _loaded = new(StringComparer.Ordinal);
    private volatile bool _vanished;

    private FakeOllama(WebApplication app, RehearsalScript script, TimeProvider time)
    {
        _app = app;
        _script = script;
        _mind = new ScriptedMind(script);
        _stream = new ScriptedStream(time);
    }

    /// <summary>Where it listens.</summary>
    public Uri Url { get; private set; } = new("http://127.0.0.1");

    /// <summary>Every chat request so far, in order.</summary>
    public IReadOnlyList<RecordedChat> Chats => [.. _chats];

    /// <summary>Everything careless in the requests so far; empty for a careful client.</summary>
    public IReadOnlyList<string> Problems => [.. _problems];

    internal static async Task<FakeOllama> StartAsync(RehearsalScript script, int port, TimeProvider time, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "Alai.Rehearsal" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, port));
        var app = builder.Build();
        var fake = new FakeOllama(app, script, time);
        app.Run(fake.AnswerAsync);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException taken)
        {
            throw new FactoryException($"Expected port {port} to be free; {taken.Message}", "Choose another port, or 0 for any.", inner: taken);
        }

        fake.Url = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return fake;
    }

    /// <summary>Answers nothing any more, as a machine that was switched off.</summary>
    public void Vanish() => _vanished = true;

    /// <summary>Answers again.</summary>
    public void Return() => _vanished = false;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.Zero);
        await _app.StopAsync(patience.Token);
        await _app.DisposeAsync();
    }

    private Task AnswerAsync(HttpContext context)
    {
        if (_vanished)
        {
            context.Abort();
            return Task.CompletedTask;
        }

        var cancellationToken = context.RequestAborted;
        return (context.Request.Method, context.Request.Path.Value) switch
        {
            ("GET" or "HEAD", "/") => context.Response.WriteAsync("Ollama is running", cancellationToken),
            ("GET", "/api/version") => context.Response.WriteAsJsonAsync(new { version = _script.Version }, cancellationToken),
            ("GET", "/api/tags") => context.Response.WriteAsJsonAsync(new { models = _script.Models.Select(Tag) }, cancellationToken),
            ("GET", "/api/ps") => context.Response.WriteAsJsonAsync(new { models = Loaded() }, cancellationToken),
            ("POST", "/api/show") => ShowAsync(context, cancellationToken),
            ("POST", "/api/chat") => ChatAsync(context, cancellationToken),
            ("POST", "/api/embed") => EmbedAsync(context, cancellationToken),
            _ => ErrorAsync(context, 404, "404 page not found", cancellationToken),
        };
    }

    private async Task ChatAsync(HttpContext context, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, cancellationToken);
        if (await ParsedAsync(context, body.ToArray(), cancellationToken) is not { } root)
            return;
        var problems = ChatRequestCheck.Problems(root);
        if (problems.Count > 0)
        {
            foreach (var problem in problems)
                _problems.Enqueue(problem);
            await ErrorAsync(context, 400, $"careless request: {string.Join("; ", problems)}", cancellationToken);
            return;
        }

        var turn = 1 + root.GetProperty("messages").EnumerateArray().Count(message => message.GetProperty("role").GetString() == "assistant");
        var chat = new RecordedChat(root.GetProperty("model").GetString()!, turn, root, (int)body.Length);
        _chats.Enqueue(chat);
        await AnswerAsync(context, chat, cancellationToken);
    }

    private async Task AnswerAsync(HttpContext context, RecordedChat chat, CancellationToken cancellationToken)
    {
        if (_script.Models.All(model => model.Name != chat.Model))
        {
            await ErrorAsync(context, 404, $"model '{chat.Model}' not found", cancellationToken);
            return;
        }

        var window = chat.Body.GetProperty("options").GetProperty("num_ctx").GetInt32();
        var tokens = ScriptedStream.Tokens(chat);
        _loaded[chat.Model] = window;
        if (_mind.Answer(chat) is not { } answer)
        {
            _problems.Enqueue($"no rule of the script answers turn {chat.Turn} of: {chat.Task[..Math.Min(chat.Task.Length, 120)]}");
            await ErrorAsync(context, 500, "no rule of the rehearsal script answers this request", cancellationToken);
            return;
        }

        if (answer.Scenario == Scenario.Overflow || tokens > window)
        {
            await ErrorAsync(context, 400, $"the prompt is longer than the context length: {tokens} tokens, num_ctx {window}", cancellationToken);
            return;
        }

        if (answer.Scenario is Scenario.ParserError or Scenario.Busy)
        {
            var busy = answer.Scenario == Scenario.Busy;
            await ErrorAsync(context, busy ? 503 : 500, busy
                ? "server busy, please try again. maximum pending requests exceeded"
                : "error parsing tool call: raw='{\"path\":\"a', err=unexpected end of JSON input", cancellationToken);
            return;
        }

        _vanished |= answer.Scenario == Scenario.Vanish;
        await _stream.WriteAsync(context, chat, answer, cancellationToken);
    }

    private async Task ShowAsync(HttpContext context, CancellationToken cancellationToken)
    {
        using var document = await JsonDocument.ParseAsync(context.Request.Body, default, cancellationToken);
        var name = document.RootElement.TryGetProperty("model", out var asked) ? asked.GetString() : null;
        if (_script.Models.FirstOrDefault(model => model.Name == name) is not { } model)
        {
            await ErrorAsync(context, 404, $"model '{name}' not found", cancellationToken);
            return;
        }

        var family = Family(model);
        await context.Response.WriteAsJsonAsync(new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["details"] = new { family, parameter_size = model.Parameters, quantization_level = "Q4_K_M" },
            ["model_info"] = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["general.architecture"] = family,
                [family + ".context_length"] = model.Context,
            },
            ["capabilities"] = model.Capabilities,
        }, cancellationToken);
    }

    private static async Task EmbedAsync(HttpContext context, CancellationToken cancellationToken)
    {
        using var document = await JsonDocument.ParseAsync(context.Request.Body, default, cancellationToken);
        var input = document.RootElement.GetProperty("input");
        var texts = input.ValueKind == JsonValueKind.Array ? input.EnumerateArray().Select(text => text.GetString()!).ToList() : [input.GetString()!];
        await context.Response.WriteAsJsonAsync(new
        {
            embeddings = texts.Select(WordVector.Of),
            prompt_eval_count = texts.Sum(TokenEstimate.Of),
        }, cancellationToken);
    }

    private async Task<JsonElement?> ParsedAsync(HttpContext context, byte[] body, CancellationToken cancellationToken)
    {
        try
        {
            return JsonElement.Parse(body);
        }
        catch (JsonException broken)
        {
            _problems.Enqueue($"not JSON: {broken.Message}");
            await ErrorAsync(context, 400, broken.Message, cancellationToken);
            return null;
        }
    }

    private static Task ErrorAsync(HttpContext context, int status, string text, CancellationToken cancellationToken)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new { error = text }, cancellationToken);
    }

    private static Dictionary<string, object> Tag(RehearsalModel model) => new(StringComparer.Ordinal)
    {
        ["name"] = model.Name,
        ["model"] = model.Name,
        ["size"] = 5_200_000_000L,
        ["digest"] = Digest(model),
        ["details"] = new { format = "gguf", family = Family(model), parameter_size = model.Parameters, quantization_level = "Q4_K_M" },
        ["remote_host"] = model.RemoteHost,
    };

    private IEnumerable<object> Loaded() => _script.Models.Where(model => _loaded.ContainsKey(model.Name)).Select(model => new
    {
        name = model.Name,
        model = model.Name,
        size = 6_000_000_000L,
        size_vram = 6_000_000_000L,
        digest = Digest(model),
        context_length = _loaded[model.Name],
        expires_at = DateTimeOffset.UnixEpoch.ToString("O", CultureInfo.InvariantCulture),
    });

    private static string Family(RehearsalModel model) => model.Family.Length > 0 ? model.Family : model.Name.Split(':')[0].Replace(".", "", StringComparison.Ordinal);

    private static string Digest(RehearsalModel model) => model.Digest.Length > 0 ? model.Digest : Convert.ToHexStringLower(
        System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(model.Name)));
}
