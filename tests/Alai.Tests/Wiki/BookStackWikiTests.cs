using System.Text.Json.Nodes;
using Alai.Tasks;
using Alai.Wiki;
using Microsoft.AspNetCore.Http;

namespace Alai.Tests.Wiki;

public sealed class BookStackWikiTests : WikiContract, IAsyncLifetime
{
    private readonly HttpClient http = new() { Timeout = Patience.Default };
    private FakeBookStack fake = null!;
    private BookStackWiki wiki = null!;

    private protected override IWiki Wiki => wiki;

    public async ValueTask InitializeAsync()
    {
        fake = await FakeBookStack.StartAsync();
        wiki = Connect(FakeBookStack.Token);
    }

    public async ValueTask DisposeAsync()
    {
        wiki.Dispose();
        http.Dispose();
        await fake.DisposeAsync();
    }

    [Fact]
    public async Task Books_and_chapters_are_found_again()
    {
        await wiki.PutAsync(Page, Stop);
        await wiki.PutAsync(Page with { Key = "other", Markdown = "x" }, Stop);
        await wiki.PutAsync(Page with { Key = "third", Book = "Second", Markdown = "y" }, Stop);
        Assert.Equal(2, fake.BookCount);
        Assert.Equal(2, fake.Requests.Count(request => request == "POST /api/chapters"));
    }

    [Fact]
    public async Task Peoples_tags_survive_and_a_persons_title_stays()
    {
        await wiki.PutAsync(Page, Stop);
        var page = fake.PageOf(Page.Key);
        page["tags"]!.AsArray().Add(new JsonObject { ["name"] = "team", ["value"] = "red" });
        page["name"] = "A person's title";
        await wiki.PutAsync(Page with { Markdown = "New", Title = "Ours" }, Stop);
        Assert.Contains(page["tags"]!.AsArray(), tag => (string)tag!["name"]! == "team");
        Assert.Equal(("A person's title", "New"), ((string)page["name"]!, (string)page["markdown"]!));
    }

    [Fact]
    public async Task A_save_in_the_visual_editor_is_a_persons_edit_and_not_an_empty_page()
    {
        await wiki.PutAsync(Page, Stop);
        var page = fake.PageOf(Page.Key);
        (page["markdown"], page["html"]) = ("", "<p>typed by a person</p>");
        Assert.Equal(PutWord.Proposed, (await wiki.PutAsync(Page with { Markdown = "New" }, Stop)).Word);
        Assert.Equal("<p>typed by a person</p>", (string)page["html"]!);
    }

    [Fact]
    public async Task A_busy_wiki_is_asked_again_when_it_said()
    {
        fake.Trouble.Enqueue(Busy("0"));
        fake.Trouble.Enqueue(Busy("0"));
        Assert.Equal(PutWord.Created, (await wiki.PutAsync(Page, Stop)).Word);
        Assert.Equal(["GET /api/search", "GET /api/search", "GET /api/search"], fake.Requests.Take(3));
    }

    [Fact]
    public async Task A_wiki_that_wants_an_hour_is_left_for_later()
    {
        fake.Trouble.Enqueue(Busy("3600"));
        Assert.True((await Assert.ThrowsAsync<FactoryException>(() => wiki.PutAsync(Page, Stop))).IsTransient);
    }

    [Fact]
    public async Task A_create_whose_answer_was_lost_is_not_repeated()
    {
        fake.LoseAnswerTo = "POST /api/pages";
        Assert.True((await Assert.ThrowsAsync<FactoryException>(() => wiki.PutAsync(Page, Stop))).IsTransient);
        await wiki.PutAsync(Page, Stop);
        await wiki.PutAsync(Page, Stop);
        Assert.Single(fake.Pages);
    }

    [Theory]
    [InlineData(500, true)]
    [InlineData(403, false)]
    [InlineData(422, false)]
    public async Task A_refusal_says_whether_trying_again_may_help(int status, bool transient)
    {
        fake.Trouble.Enqueue(context =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync("{}");
        });
        Assert.Equal(transient, (await Assert.ThrowsAsync<FactoryException>(() => wiki.PutAsync(Page, Stop))).IsTransient);
    }

    [Fact]
    public async Task A_login_page_is_not_taken_for_an_answer()
    {
        fake.Trouble.Enqueue(context =>
        {
            context.Response.ContentType = "text/html";
            return context.Response.WriteAsync("<html>login</html>");
        });
        Assert.Contains("text/html", (await Assert.ThrowsAsync<FactoryException>(() => wiki.PutAsync(Page, Stop))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_token_is_named()
    {
        using var stranger = Connect("wrong:token");
        Assert.Contains("token", (await Assert.ThrowsAsync<FactoryException>(() => stranger.PutAsync(Page, Stop))).Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wiki_that_is_not_there_is_transient()
    {
        await fake.DisposeAsync();
        Assert.True((await Assert.ThrowsAsync<FactoryException>(() => wiki.PutAsync(Page, Stop))).IsTransient);
    }

    private protected override Task EditAsync(string key, string markdown)
    {
        var page = fake.PageOf(key);
        (page["markdown"], page["html"]) = (markdown, "<p>" + markdown + "</p>");
        return Task.CompletedTask;
    }

    private protected override Task<int> WritesAsync() => Task.FromResult(fake.Writes);

    private BookStackWiki Connect(string token) => new(http, BookStackOptions.Of(fake.Address, token)!, Redactor, TimeProvider.System);

    private static Func<HttpContext, Task> Busy(string after) => context =>
    {
        context.Response.StatusCode = 429;
        context.Response.Headers.RetryAfter = after;
        return context.Response.WriteAsync("""{"error":{"code":429,"message":"Too Many Attempts."}}""");
    };
}
