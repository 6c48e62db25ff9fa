using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Alai.Tests.Wiki;

/// <summary>
/// A BookStack over real HTTP that behaves as documented where it hurts: strings are trimmed, Markdown comes back with CRLF, a
/// write with tags replaces all tags, every write counts a revision, unknown filters are ignored, search is loose, 429 has Retry-After.
/// </summary>
internal sealed class FakeBookStack : IAsyncDisposable
{
    public const string Token = "id1:secret1";
    private readonly WebApplication app;
    private readonly Lock door = new();
    private readonly List<JsonObject> books = [];
    private readonly List<JsonObject> chapters = [];
    private long next = 1;

    private FakeBookStack(WebApplication app) => this.app = app;

    public List<JsonObject> Pages { get; } = [];

    public List<string> Requests { get; } = [];

    public Uri Address => new(app.Urls.First() + "/");

    /// <summary>Answers to give instead, once each.</summary>
    public Queue<Func<HttpContext, Task>> Trouble { get; } = new();

    /// <summary>The request, for example <c>POST /api/pages</c>, that is carried out once but never answered.</summary>
    public string LoseAnswerTo { get; set; } = "";

    public int Writes => Requests.Count(request => !request.StartsWith("GET", StringComparison.Ordinal));

    public int BookCount => books.Count;

    public static async Task<FakeBookStack> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        var fake = new FakeBookStack(server);
        server.Run(fake.AnswerAsync);
        await server.StartAsync(TestContext.Current.CancellationToken);
        return fake;
    }

    public JsonObject PageOf(string key) => Pages.Single(page => page["tags"]!.AsArray().Any(tag => (string?)tag!["name"] == "factory.key" && (string?)tag["value"] == key));

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var (method, path) = (context.Request.Method, context.Request.Path.Value!);
        JsonObject body = context.Request.ContentLength is > 0 || context.Request.Headers.TransferEncoding.Count > 0
            ? (await JsonSerializer.DeserializeAsync<JsonObject>(context.Request.Body))!
            : [];
        Func<HttpContext, Task>? trouble;
        lock (door)
        {
            Requests.Add($"{method} {path}");
            Trouble.TryDequeue(out trouble);
        }

        if (trouble is not null)
            await trouble(context);
        else if (context.Request.Headers.Authorization != "Token " + Token)
            await WriteAsync(context, 401, Error(401, "No token"));
        else
            await FinishAsync(context, Do(context, method, path.Trim('/').Split('/')[1..], body));
    }

    private async Task FinishAsync(HttpContext context, (int Status, JsonNode Body) answer)
    {
        if (LoseAnswerTo != $"{context.Request.Method} {context.Request.Path.Value}")
        {
            await WriteAsync(context, answer);
            return;
        }

        LoseAnswerTo = "";
        context.Abort();
    }

    private (int Status, JsonNode Body) Do(HttpContext context, string method, string[] path, JsonObject body)
    {
        lock (door)
        {
            return (method, path) switch
            {
                ("GET", ["search"]) => (200, Search(context.Request.Query["query"].ToString())),
                ("GET", ["books"]) => (200, List(books, context)),
                ("GET", ["chapters"]) => (200, List(chapters, context)),
                ("POST", ["books"]) => (200, Add(books, new JsonObject { ["name"] = Trim(body["name"]) })),
                ("POST", ["chapters"]) => (200, Add(chapters, new JsonObject { ["name"] = Trim(body["name"]), ["book_id"] = (long)body["book_id"]! })),
                ("POST", ["pages"]) => (200, Shown(AddPage(body))),
                ("GET" or "PUT", [var kind, var id]) => One(method, kind, long.Parse(id, System.Globalization.CultureInfo.InvariantCulture), body),
                _ => (404, Error(404, "Not Found")),
            };
        }
    }

    private (int Status, JsonNode Body) One(string method, string kind, long id, JsonObject body)
    {
        var all = kind switch { "pages" => Pages, "books" => books, _ => chapters };
        if (all.FirstOrDefault(item => (long)item["id"]! == id) is not { } found)
            return (404, Error(404, "Entity not found"));
        if (method == "PUT")
            Update(found, body);
        return (200, kind == "pages" ? Shown(found) : found.DeepClone());
    }

    private JsonObject AddPage(JsonObject body)
    {
        var chapter = chapters.FirstOrDefault(item => (long)item["id"]! == (long?)body["chapter_id"]);
        var page = Add(Pages, new JsonObject { ["book_id"] = (long?)body["book_id"] ?? (long)chapter!["book_id"]!, ["revision_count"] = 0, ["tags"] = new JsonArray() }, keep: true);
        Update(page, body);
        return page;
    }

    private static void Update(JsonObject page, JsonObject body)
    {
        page["revision_count"] = (int)page["revision_count"]! + 1;
        if (body["name"] is { } name)
            page["name"] = Trim(name);
        if (body["markdown"] is { } markdown)
            (page["markdown"], page["html"]) = (Trim(markdown), "<p>" + Trim(markdown) + "</p>");
        if (body["tags"] is { } tags)
            page["tags"] = tags.DeepClone();
    }

    // What the API shows of a page: line ends as a browser form leaves them.
    private static JsonObject Shown(JsonObject page)
    {
        var shown = (JsonObject)page.DeepClone();
        shown["markdown"] = ((string)page["markdown"]!).Replace("\n", "\r\n", StringComparison.Ordinal);
        return shown;
    }

    private JsonObject Search(string query)
    {
        // Loose on purpose: pages whose key merely starts alike come back too, and so does another type.
        var key = query.Split('=', ']')[1];
        var found = Pages.Where(page => page["tags"]!.AsArray().Any(tag => ((string)tag!["value"]!).StartsWith(key[..^1], StringComparison.Ordinal)));
        JsonObject[] rows = [new JsonObject { ["id"] = 1, ["type"] = "book", ["name"] = "x" }, .. found.Select(page => new JsonObject { ["id"] = (long)page["id"]!, ["type"] = "page", ["name"] = (string)page["name"]! })];
        return new JsonObject { ["data"] = new JsonArray([.. rows]), ["total"] = rows.Length };
    }

    // Only the name filter of books is known; the rest is ignored, as the real one does with filters it does not know.
    private static JsonObject List(List<JsonObject> all, HttpContext context)
    {
        var name = context.Request.Query["filter[name:eq]"].ToString();
        var rows = all.Where(item => item.ContainsKey("book_id") || (string)item["name"]! == name).Select(item => item.DeepClone()).ToArray();
        return new JsonObject { ["data"] = new JsonArray(rows), ["total"] = rows.Length };
    }

    private JsonObject Add(List<JsonObject> all, JsonObject item, bool keep = false)
    {
        item["id"] = next++;
        all.Add(item);
        return keep ? item : (JsonObject)item.DeepClone();
    }

    private static string Trim(JsonNode? text) => ((string)text!).Trim();

    private static JsonObject Error(int code, string message) => new() { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } };

    private static Task WriteAsync(HttpContext context, (int Status, JsonNode Body) answer) => WriteAsync(context, answer.Status, answer.Body);

    private static async Task WriteAsync(HttpContext context, int status, JsonNode body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(body.ToJsonString());
    }
}
