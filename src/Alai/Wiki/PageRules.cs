using Alai.Redaction;
using Alai.Tasks;

namespace Alai.Wiki;

/// <summary>What every wiki asks of a page before it is put.</summary>
internal static class PageRules
{
    private const int LongestKey = 100;
    private const int LongestTitle = 200;

    /// <summary>The page without secrets, its text in normal form.</summary>
    /// <exception cref="FactoryException">The page cannot be kept as it is.</exception>
    public static WikiPage Checked(WikiPage page, Redactor redactor)
    {
        CheckKey(page.Key);
        if (string.IsNullOrWhiteSpace(page.Book) || string.IsNullOrWhiteSpace(page.Title))
            throw new FactoryException($"Page {page.Key} needs a book and a title; found '{page.Book}' and '{page.Title}'.", "Give both.");
        var text = PageText.Normal(redactor.Redact(page.Markdown));
        if (text.Length == 0)
            throw new FactoryException($"Page {page.Key} has no text.", "Give it one; an empty page says nothing.");
        var title = redactor.Redact(page.Title).ReplaceLineEndings(" ").Trim();
        return page with
        {
            Book = page.Book.ReplaceLineEndings(" ").Trim(),
            Chapter = page.Chapter.ReplaceLineEndings(" ").Trim(),
            Title = title.Length > LongestTitle ? title[..LongestTitle].TrimEnd() : title,
            Markdown = text,
        };
    }

    /// <exception cref="FactoryException">The key could not be told from others, or is no safe name.</exception>
    public static void CheckKey(string key)
    {
        if (key.Length is 0 or > LongestKey || key[0] == '.' || !key.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-'))
            throw new FactoryException($"'{key}' is no page key.", $"Use 1 to {LongestKey} letters, digits, dots and dashes, not starting with a dot.");
    }
}
