using System.Globalization;
using Alai.Tasks;

namespace Alai.Prompting;

/// <summary>Puts text that is not ours between tags nobody could guess, with everything invisible taken out.</summary>
internal sealed class UntrustedFence
{
    public UntrustedFence(Random chance) => Tag = chance.Next(0x1000000, int.MaxValue).ToString("x8", CultureInfo.InvariantCulture);

    /// <summary>The tag of this prompt.</summary>
    public string Tag { get; }

    /// <summary>Fences a text.</summary>
    public string Around(string source, string text)
    {
        // Who guessed the tag all the same gets it defused.
        var inside = VisibleText.Clean(text).Replace(Tag, "[tag]", StringComparison.Ordinal).TrimEnd('\n');
        return $"<untrusted-{Tag} source=\"{VisibleText.Clean(source).Replace('"', '\'').ReplaceLineEndings(" ")}\">\n{inside}\n</untrusted-{Tag}>";
    }
}
