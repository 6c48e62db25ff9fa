using Alai.Redaction;

namespace Alai.Wiki;

/// <summary>
/// A wiki of Markdown files: <c>BOOK/CHAPTER/TITLE--KEY.md</c>. The key in the name finds a page again wherever a person moved it;
/// the hash in its head tells whether a person edited it.
/// </summary>
public sealed class FolderWiki(string folder, Redactor redactor) : IWiki, IDisposable
{
    private const string Ending = ".md";
    private const string Proposed = ".proposed";
    private readonly SemaphoreSlim writing = new(1, 1);

    /// <inheritdoc/>
    public string Name => "folder";

    /// <inheritdoc/>
    public async Task<PutAnswer> PutAsync(WikiPage page, CancellationToken cancellationToken)
    {
        var wanted = PageRules.Checked(page, redactor);
        await writing.WaitAsync(cancellationToken);
        try
        {
            return await WriteAsync(wanted, cancellationToken);
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
        if (PathOf(key) is not { } path)
            return null;
        var stands = FrontMatter.Read(await File.ReadAllTextAsync(path, cancellationToken));
        return new FoundPage(new WikiPage(key, stands.Book, stands.Chapter, stands.Title, stands.Body), path, IsEdited(stands));
    }

    /// <summary>Lets go of its lock.</summary>
    public void Dispose() => writing.Dispose();

    private async Task<PutAnswer> WriteAsync(WikiPage page, CancellationToken cancellationToken)
    {
        var home = Path.Combine(folder, SafeName.Of(page.Book), page.Chapter.Length > 0 ? SafeName.Of(page.Chapter) : "");
        var path = Path.Combine(home, $"{SafeName.Of(page.Title)}--{page.Key}{Ending}");
        var file = new FrontMatter(page.Key, PageText.Hash(page.Markdown), page.Book, page.Chapter, page.Title, page.Markdown);
        if (PathOf(page.Key) is not { } old)
        {
            await ReplaceAsync(path, file, cancellationToken);
            return new PutAnswer(PutWord.Created, path);
        }

        var stands = FrontMatter.Read(await File.ReadAllTextAsync(old, cancellationToken));
        if (PageText.Hash(stands.Body) == file.Hash && (stands.Title == page.Title || stands.Hash.Length == 0))
            return new PutAnswer(PutWord.Unchanged, old);
        if (IsEdited(stands))
            return await ProposeAsync(old, file, cancellationToken);

        // Where a person moved the page to is theirs; only the text is ours.
        await ReplaceAsync(old, file, cancellationToken);
        return new PutAnswer(PutWord.Updated, old);
    }

    private static async Task<PutAnswer> ProposeAsync(string old, FrontMatter file, CancellationToken cancellationToken)
    {
        var path = old[..^Ending.Length] + Proposed + Ending;
        if (!File.Exists(path) || PageText.Hash(FrontMatter.Read(await File.ReadAllTextAsync(path, cancellationToken)).Body) != file.Hash)
            await ReplaceAsync(path, file, cancellationToken);
        return new PutAnswer(PutWord.Proposed, path, $"{Path.GetFileName(old)} was edited by a person; the new text stands beside it");
    }

    private static bool IsEdited(FrontMatter stands) => PageText.Hash(stands.Body) != stands.Hash;

    private string? PathOf(string key) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, $"*--{key}{Ending}", SearchOption.AllDirectories)
            .Where(path => path.EndsWith($"--{key}{Ending}", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .FirstOrDefault()
        : null;

    // A reader, or a crash, sees the old page or the new one, never half of one.
    private static async Task ReplaceAsync(string path, FrontMatter file, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var half = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            await File.WriteAllTextAsync(half, file.ToString(), cancellationToken);
            File.Move(half, path, overwrite: true);
        }
        finally
        {
            File.Delete(half);
        }
    }
}
