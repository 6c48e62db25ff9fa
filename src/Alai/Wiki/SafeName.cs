using System.Text;

namespace Alai.Wiki;

/// <summary>A name that is safe as a file or folder on every system.</summary>
internal static class SafeName
{
    private const int Longest = 60;
    private static readonly string[] Reserved = ["con", "prn", "aux", "nul", .. Enumerable.Range(1, 9).SelectMany(i => new[] { $"com{i}", $"lpt{i}" })];

    /// <summary>Lower-case letters and digits, everything else one dash; never empty.</summary>
    public static string Of(string text)
    {
        var name = new StringBuilder();
        foreach (var letter in text.Normalize(NormalizationForm.FormC).ToLowerInvariant())
        {
            if (name.Length == Longest)
                break;
            if (char.IsLetterOrDigit(letter))
                name.Append(letter);
            else if (name.Length > 0 && name[^1] != '-')
                name.Append('-');
        }

        var safe = name.ToString().Trim('-');
        return safe.Length == 0 || Reserved.Contains(safe, StringComparer.Ordinal) ? "page-" + safe : safe;
    }
}
