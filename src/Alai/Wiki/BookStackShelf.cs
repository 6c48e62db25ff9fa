using System.Globalization;
using System.Text.Json;
using Alai.Tasks;

namespace Alai.Wiki;

/// <summary>Finds books and chapters by name and makes those that are missing.</summary>
internal sealed class BookStackShelf(BookStackHttp api)
{
    /// <summary>The id of a book.</summary>
    public async Task<long> BookAsync(string name, CancellationToken cancellationToken) =>
        await FindAsync($"api/books?count=500&filter[name:eq]={Uri.EscapeDataString(name)}", name, null, cancellationToken)
        ?? await MakeAsync("api/books", new { name }, cancellationToken);

    /// <summary>The id of a chapter of a book.</summary>
    public async Task<long> ChapterAsync(long book, string name, CancellationToken cancellationToken) =>
        await FindAsync(string.Create(CultureInfo.InvariantCulture, $"api/chapters?count=500&filter[name:eq]={Uri.EscapeDataString(name)}&filter[book_id:eq]={book}"), name, book, cancellationToken)
        ?? await MakeAsync("api/chapters", new { book_id = book, name }, cancellationToken);

    // A filter the wiki does not know is ignored and everything comes back, so each row is looked at.
    private async Task<long?> FindAsync(string path, string name, long? book, CancellationToken cancellationToken)
    {
        var answer = await api.SendAsync(HttpMethod.Get, path, null, cancellationToken);
        if (answer is not { } list || !list.TryGetProperty("data", out var rows))
            return null;
        foreach (var row in rows.EnumerateArray())
        {
            if (row.GetProperty("name").GetString() == name && (book is null || row.GetProperty("book_id").GetInt64() == book))
                return row.GetProperty("id").GetInt64();
        }

        return null;
    }

    private async Task<long> MakeAsync(string path, object body, CancellationToken cancellationToken) =>
        await api.SendAsync(HttpMethod.Post, path, body, cancellationToken) is { ValueKind: JsonValueKind.Object } made
            ? made.GetProperty("id").GetInt64()
            : throw new FactoryException($"BookStack does not know {path}.", "Check that the address is the wiki's own and not a page below it.");
}
