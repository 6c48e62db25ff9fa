namespace Alai.Cli.Verbs;

/// <summary>Makes a title and a body of what a person said in one go.</summary>
internal static class RunText
{
    private const int LongestTitle = 160;

    /// <summary>A short line is the title; of longer text the first line is, and all of it is the body.</summary>
    public static (string Title, string Body) Split(string text)
    {
        var whole = text.Trim();
        var first = whole.Split('\n', 2)[0].Trim();
        if (first.Length <= LongestTitle)
            return (first, first.Length == whole.Length ? "" : whole);
        var cut = first.LastIndexOf(' ', LongestTitle);
        return (first[..(cut > LongestTitle / 2 ? cut : LongestTitle)].TrimEnd() + " ...", whole);
    }
}
