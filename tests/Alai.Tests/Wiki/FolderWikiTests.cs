using Alai.Wiki;

namespace Alai.Tests.Wiki;

public sealed class FolderWikiTests : WikiContract, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("alai-wiki-").FullName;
    private readonly FolderWiki wiki;

    public FolderWikiTests() => wiki = new FolderWiki(Path.Combine(folder, "wiki"), Redactor);

    private protected override IWiki Wiki => wiki;

    public void Dispose()
    {
        wiki.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_page_is_a_readable_file_in_its_book_and_chapter_and_nothing_else_is_left()
    {
        var answer = await wiki.PutAsync(Page with { Title = "Add: a \"menu\"" }, Stop);
        Assert.Equal(Path.Combine(folder, "wiki", "bento", "changes", "add-a-menu--task-01j0a.md"), answer.Location);
        Assert.Single(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories));
        Assert.StartsWith("---\nkey: \"task-01j0a\"\nhash: \"", await File.ReadAllTextAsync(answer.Location, Stop), StringComparison.Ordinal);
        Assert.Equal("Add: a \"menu\"", (await wiki.FindAsync(Page.Key, Stop))!.Page.Title);
    }

    [Fact]
    public async Task A_page_a_person_moved_stays_where_it_is()
    {
        var first = await wiki.PutAsync(Page, Stop);
        var moved = Path.Combine(folder, "wiki", "elsewhere", Path.GetFileName(first.Location));
        Directory.CreateDirectory(Path.GetDirectoryName(moved)!);
        File.Move(first.Location, moved);
        Assert.Equal((PutWord.Updated, moved), await wiki.PutAsync(Page with { Markdown = "New" }, Stop) is var answer ? (answer.Word, answer.Location) : default);
    }

    [Fact]
    public async Task A_page_without_its_head_counts_as_a_persons()
    {
        var first = await wiki.PutAsync(Page, Stop);
        await File.WriteAllTextAsync(first.Location, "no head any more", Stop);
        Assert.Equal(PutWord.Proposed, (await wiki.PutAsync(Page with { Markdown = "New" }, Stop)).Word);
        Assert.Equal("no head any more", await File.ReadAllTextAsync(first.Location, Stop));
    }

    private protected override async Task EditAsync(string key, string markdown)
    {
        var path = (await wiki.FindAsync(key, Stop))!.Location;
        var text = await File.ReadAllTextAsync(path, Stop);
        await File.WriteAllTextAsync(path, text[..(text.IndexOf("\n---\n", StringComparison.Ordinal) + 5)] + "\r\n" + markdown + "\r\n", Stop);
    }

    private protected override Task<int> WritesAsync() => Task.FromResult(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Sum(path => HashCode.Combine(path, File.GetLastWriteTimeUtc(path).Ticks) % 100_000));
}
