using System.Security.Cryptography;
using System.Text;

namespace Alai.Wiki;

/// <summary>One form and one hash of a page's text, whatever a wiki does to line ends and outer blanks.</summary>
internal static class PageText
{
    /// <summary>Line feeds only, no blanks at the ends.</summary>
    public static string Normal(string markdown) => markdown.ReplaceLineEndings("\n").Trim();

    /// <summary>SHA-256 of the normal form, lower-case hex.</summary>
    public static string Hash(string markdown) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Normal(markdown))));
}
