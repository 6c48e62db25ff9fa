using System.Globalization;
using System.Text.Json;
using Alai.Redaction;
using Alai.Tasks;

namespace Alai.Wiki;

/// <summary>
/// A BookStack as the wiki. The API knows no keys, no conditions and no quiet write, so this does: each page bears its key and the
/// hash of what we wrote as tags, is read before it is written, and is left alone when equal or when a person edited it.
/// </summary>
public sealed class BookStackWiki : IWiki, IDisposable
{
    private const string ProposalEnding = ".proposed";
    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly BookStackHttp api;
    private readonly Redactor redactor;
    private readonly Uri address;

    /// <summary>Makes it.</summary>
    /// <param name="http">A client of the composition.</param>
    /// <param name="options">Where and as whom.</param>
    /// <param name="redactor">Takes secrets out of everything published.</param>
    /// <param name="time">The clock of waiting.</param>
    public BookStackWiki(HttpClient http, BookStackOptions options, Redactor redactor, TimeProvider time)
    {
        address = options.Address.AbsolutePath.EndsWith('/') ? options.Address : new Uri(options.Address + "/");
        api = new BookStackHttp(http, options with { Address = address }, time);
        this.redactor = redactor;
    }

    /// <inheritdoc/>
    public string Name => "bookstack";

    /// <inheritdoc/>
    public async Task<PutAnswer> PutAsync(WikiPage page, CancellationToken cancellationToken)
    {
        var wanted = PageRules.Checked(page, redactor);
        await writing.WaitAsync(cancellationToken);
        try
        {
            if (await PageOfAsync(wanted.Key, cancellationToken) is not { } stands)
                return await CreateAsync(wanted, wanted.Key, cancellationToken);
            var sameText = PageText.Hash(stands.Markdown) == PageText.Hash(wanted.Markdown);
            if (sameText && (stands.Name == wanted.Title || stands.Name != stands.Tag(BookStackPage.TitleTag)))
                return new PutAnswer(PutWord.Unchanged, stands.Address);
            return stands.IsEdited && !sameText
                ? await ProposeAsync(wanted, stands, cancellationToken)
                : await UpdateAsync(wanted, stands, cancellationToken);
        }
        finally
        {
            writing.Release();
        }
    }

    /// <inheritdoc/>
    public async Task<FoundPage?> FindAsync(string key, CancellationToken cancellationToken)
    {
        PageRules.CheckKey(key);
        if (await PageOfAsync(key, cancellationToken) is not { } page)
            return null;
        var book = await api.SendAsync(HttpMethod.Get, string.Create(CultureInfo.InvariantCulture, $"api/books/{page.BookId}"), null, cancellationToken);
        var name = book is { } found && found.TryGetProperty("name", out var text) ? text.GetString() ?? "" : "";
        return new FoundPage(new WikiPage(key, name, "", page.Name, page.Markdown), page.Address, page.IsEdited);
    }

    /// <summary>Lets go of its lock.</summary>
    public void Dispose() => writing.Dispose();

    private async Task<PutAnswer> CreateAsync(WikiPage page, string key, CancellationToken cancellationToken)
    {
        var shelf = new BookStackShelf(api);
        var book = await shelf.BookAsync(page.Book, cancellationToken);
        long? chapter = page.Chapter.Length > 0 ? await shelf.ChapterAsync(book, page.Chapter, cancellationToken) : null;
        object[] tags =
        [
            new { name = BookStackPage.KeyTag, value = key },
            new { name = BookStackPage.HashTag, value = PageText.Hash(page.Markdown) },
            new { name = BookStackPage.TitleTag, value = page.Title },
        ];
        object body = chapter is { } id
            ? new { chapter_id = id, name = page.Title, markdown = page.Markdown, tags }
            : new { book_id = book, name = page.Title, markdown = page.Markdown, tags };
        var written = await WriteAsync(new Draft(HttpMethod.Post, "api/pages", body), page, cancellationToken);
        return new PutAnswer(PutWord.Created, written.Address);
    }

    private async Task<PutAnswer> UpdateAsync(WikiPage page, BookStackPage stands, CancellationToken cancellationToken)
    {
        // A person's own name for the page stays.
        var name = stands.Name == stands.Tag(BookStackPage.TitleTag) ? page.Title : stands.Name;
        var tags = stands.TagsWith((BookStackPage.HashTag, PageText.Hash(page.Markdown)), (BookStackPage.TitleTag, page.Title));
        var written = await WriteAsync(new Draft(HttpMethod.Put, PagePath(stands.Id), new { name, markdown = page.Markdown, tags }), page, cancellationToken);
        return new PutAnswer(PutWord.Updated, written.Address);
    }

    private async Task<PutAnswer> ProposeAsync(WikiPage page, BookStackPage edited, CancellationToken cancellationToken)
    {
        var proposal = page with { Title = page.Title + " (proposed)" };
        var key = page.Key + ProposalEnding;
        var note = $"'{edited.Name}' was edited by a person; the new text stands beside it";
        if (await PageOfAsync(key, cancellationToken) is not { } stands)
            return await CreateAsync(proposal, key, cancellationToken) with { Word = PutWord.Proposed, Note = note };
        if (PageText.Hash(stands.Markdown) == PageText.Hash(page.Markdown))
            return new PutAnswer(PutWord.Proposed, stands.Address, note);
        if (stands.IsEdited)
            return new PutAnswer(PutWord.Proposed, stands.Address, note + "; the proposal was edited too and stays as it is");
        return await UpdateAsync(proposal, stands, cancellationToken) with { Word = PutWord.Proposed, Note = note };
    }

    private async Task<BookStackPage> WriteAsync(Draft draft, WikiPage page, CancellationToken cancellationToken)
    {
        var answer = await api.SendAsync(draft.Method, draft.Path, draft.Body, cancellationToken)
            ?? throw new FactoryException($"BookStack no longer knows {draft.Path}.", "Somebody moved or deleted it meanwhile; the page is tried again by itself.", isTransient: true);
        var written = BookStackPage.Read(answer, address);

        // What came back counts: a wiki that alters a text (inline images) must not make it look like a person's edit.
        if (PageText.Hash(written.Markdown) != PageText.Hash(page.Markdown) && written.Markdown.Length > 0)
            await api.SendAsync(HttpMethod.Put, PagePath(written.Id), new { tags = written.TagsWith((BookStackPage.HashTag, PageText.Hash(written.Markdown))) }, cancellationToken);
        return written;
    }

    private async Task<BookStackPage?> PageOfAsync(string key, CancellationToken cancellationToken)
    {
        var query = Uri.EscapeDataString($"[{BookStackPage.KeyTag}={key}] {{type:page}}");
        var found = await api.SendAsync(HttpMethod.Get, $"api/search?query={query}&count=20", null, cancellationToken);
        if (found is not { } answer || !answer.TryGetProperty("data", out var rows))
            return null;
        foreach (var row in rows.EnumerateArray().Where(row => row.TryGetProperty("type", out var type) && type.GetString() == "page"))
        {
            // The search may answer loosely; only the tag on the page itself counts.
            if (await ReadAsync(row.GetProperty("id").GetInt64(), cancellationToken) is { } page && page.Tag(BookStackPage.KeyTag) == key)
                return page;
        }

        return null;
    }

    private async Task<BookStackPage?> ReadAsync(long id, CancellationToken cancellationToken) =>
        await api.SendAsync(HttpMethod.Get, PagePath(id), null, cancellationToken) is { ValueKind: JsonValueKind.Object } json ? BookStackPage.Read(json, address) : null;

    private static string PagePath(long id) => string.Create(CultureInfo.InvariantCulture, $"api/pages/{id}");

    private sealed record Draft(HttpMethod Method, string Path, object Body);
}
