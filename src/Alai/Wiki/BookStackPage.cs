using System.Text.Json;

namespace Alai.Wiki;

/// <summary>A page as BookStack's API shows it.</summary>
internal sealed record BookStackPage(long Id, long BookId, string Name, string Markdown, string Html, string Address, IReadOnlyList<(string Name, string Value)> Tags)
{
    /// <summary>The tag that holds a page's key.</summary>
    public const string KeyTag = "factory.key";

    /// <summary>The tag that holds the hash of what the factory last wrote.</summary>
    public const string HashTag = "factory.hash";

    /// <summary>The tag that holds the title the factory last gave.</summary>
    public const string TitleTag = "factory.title";

    /// <summary>
    /// Whether it no longer says what the factory wrote. No Markdown beside HTML is a person's save in the WYSIWYG editor, not an empty page.
    /// </summary>
    public bool IsEdited => (Markdown.Length == 0 && Html.Length > 0) || PageText.Hash(Markdown) != Tag(HashTag);

    /// <summary>The value of a tag, or empty.</summary>
    public string Tag(string name) => Tags.FirstOrDefault(tag => tag.Name == name).Value ?? "";

    /// <summary>Every tag with ours set; a write with tags replaces them all, so people's must be sent along.</summary>
    public IReadOnlyList<object> TagsWith(params (string Name, string Value)[] ours) =>
        [.. Tags.Where(tag => ours.All(mine => mine.Name != tag.Name)).Concat(ours).Select(tag => new { name = tag.Name, value = tag.Value })];

    /// <summary>Reads the API's form.</summary>
    public static BookStackPage Read(JsonElement json, Uri address) => new(
        json.GetProperty("id").GetInt64(),
        json.GetProperty("book_id").GetInt64(),
        Text(json, "name"),
        PageText.Normal(Text(json, "markdown")),
        Text(json, "html"),
        new Uri(address, $"link/{json.GetProperty("id").GetInt64()}").ToString(),
        json.TryGetProperty("tags", out var tags) && tags.ValueKind == JsonValueKind.Array
            ? [.. tags.EnumerateArray().Select(tag => (Text(tag, "name"), Text(tag, "value")))]
            : []);

    private static string Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
