using System.Globalization;
using System.Text;

namespace Alai.MissionControl;

/// <summary>One line that shows as what it is: no control characters, nothing that turns the reading direction or hides letters.</summary>
internal static class TaskTitle
{
    public const int Longest = 500;

    public static string Clean(string title)
    {
        var clean = new StringBuilder(title.Length);
        foreach (var rune in title.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate)
                continue;
            var blank = category is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
            clean.Append(blank ? " " : rune.ToString());
        }

        return clean.ToString().Trim();
    }
}
