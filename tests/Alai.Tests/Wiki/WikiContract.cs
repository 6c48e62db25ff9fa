using Alai.Redaction;
using Alai.Tasks;
using Alai.Wiki;

namespace Alai.Tests.Wiki;

/// <summary>What every wiki must do; each implementation runs all of it.</summary>
public abstract class WikiContract
{
    private protected static WikiPage Page { get; } = new("task-01j0a", "Bento", "Changes", "Add a menu", "Hello\n\nworld");

    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    private protected static Redactor Redactor => Redactor.ShapesOnly;

    private protected abstract IWiki Wiki { get; }

    [Fact]
    public async Task A_page_is_created_once_and_then_left_alone()
    {
        var first = await Wiki.PutAsync(Page, Stop);
        var writes = await WritesAsync();
        var again = await Wiki.PutAsync(Page with { Markdown = "\r\nHello\r\n\r\nworld\r\n" }, Stop);
        Assert.Equal((PutWord.Created, PutWord.Unchanged, first.Location), (first.Word, again.Word, again.Location));
        Assert.Equal(writes, await WritesAsync());
    }

    [Fact]
    public async Task A_new_text_replaces_the_factorys_own()
    {
        await Wiki.PutAsync(Page, Stop);
        Assert.Equal(PutWord.Updated, (await Wiki.PutAsync(Page with { Markdown = "Hello again" }, Stop)).Word);
        var found = await Wiki.FindAsync(Page.Key, Stop);
        Assert.Equal(("Hello again", "Add a menu", "Bento", false), (found!.Page.Markdown, found.Page.Title, found.Page.Book, found.IsEditedByPerson));
        Assert.Equal(PutWord.Unchanged, (await Wiki.PutAsync(Page with { Markdown = "Hello again" }, Stop)).Word);
    }

    [Fact]
    public async Task A_new_title_is_taken_over()
    {
        await Wiki.PutAsync(Page, Stop);
        await Wiki.PutAsync(Page with { Title = "Add two menus" }, Stop);
        Assert.Equal("Add two menus", (await Wiki.FindAsync(Page.Key, Stop))!.Page.Title);
    }

    [Fact]
    public async Task A_persons_edit_is_never_overwritten()
    {
        await Wiki.PutAsync(Page, Stop);
        await EditAsync(Page.Key, "A person's better words");
        var answer = await Wiki.PutAsync(Page with { Markdown = "Ours" }, Stop);
        var once = await WritesAsync();
        var repeat = await Wiki.PutAsync(Page with { Markdown = "Ours" }, Stop);
        Assert.Equal((PutWord.Proposed, answer.Location), (repeat.Word, repeat.Location));
        Assert.Equal(once, await WritesAsync());
        Assert.Equal(PutWord.Proposed, (await Wiki.PutAsync(Page with { Markdown = "Ours, newer" }, Stop)).Word);
        var found = await Wiki.FindAsync(Page.Key, Stop);
        Assert.Equal(("A person's better words", true), (found!.Page.Markdown, found.IsEditedByPerson));
        Assert.NotEqual("", answer.Note);
    }

    [Fact]
    public async Task An_edit_that_says_the_same_is_no_conflict()
    {
        await Wiki.PutAsync(Page, Stop);
        await EditAsync(Page.Key, "The same thought");
        Assert.Equal(PutWord.Unchanged, (await Wiki.PutAsync(Page with { Markdown = "The same thought" }, Stop)).Word);
    }

    [Fact]
    public async Task Two_keys_of_one_title_are_two_pages()
    {
        await Wiki.PutAsync(Page, Stop);
        await Wiki.PutAsync(Page with { Key = "task-01j0b", Markdown = "Other" }, Stop);
        Assert.Equal("Hello\n\nworld", (await Wiki.FindAsync(Page.Key, Stop))!.Page.Markdown);
        Assert.Equal("Other", (await Wiki.FindAsync("task-01j0b", Stop))!.Page.Markdown);
        Assert.Null(await Wiki.FindAsync("task-01j0", Stop));
    }

    [Fact]
    public async Task Ten_at_once_make_one_page()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Wiki.PutAsync(Page, Stop)));
        Assert.Single(answers, answer => answer.Word == PutWord.Created);
    }

    [Fact]
    public async Task Secrets_are_not_published()
    {
        const string secret = "ghp_" + "9aZ8bY7cX6dW5eV4fU3gT2hS1iR0jQkPlOmN";
        await Wiki.PutAsync(Page with { Markdown = "Use " + secret, Title = "Token " + secret }, Stop);
        var found = await Wiki.FindAsync(Page.Key, Stop);
        Assert.DoesNotContain(secret, found!.Page.Markdown + found.Page.Title, StringComparison.Ordinal);
        Assert.Equal(PutWord.Unchanged, (await Wiki.PutAsync(Page with { Markdown = "Use " + secret, Title = "Token " + secret }, Stop)).Word);
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("*")]
    public async Task A_key_that_is_no_name_is_refused(string key)
    {
        await Assert.ThrowsAsync<FactoryException>(() => Wiki.PutAsync(Page with { Key = key }, Stop));
        await Assert.ThrowsAsync<FactoryException>(() => Wiki.FindAsync(key, Stop));
    }

    [Fact]
    public async Task An_empty_page_is_refused() =>
        await Assert.ThrowsAsync<FactoryException>(() => Wiki.PutAsync(Page with { Markdown = " \n" }, Stop));

    [Theory]
    [InlineData("../..", "..")]
    [InlineData("Bento & Søn / Øst", "con")]
    [InlineData("弁当", "")]
    public async Task Any_book_and_chapter_name_is_safe(string book, string chapter)
    {
        Assert.Equal(PutWord.Created, (await Wiki.PutAsync(Page with { Book = book, Chapter = chapter }, Stop)).Word);
        Assert.Equal(book, (await Wiki.FindAsync(Page.Key, Stop))!.Page.Book);
    }

    private protected abstract Task EditAsync(string key, string markdown);

    private protected abstract Task<int> WritesAsync();
}
