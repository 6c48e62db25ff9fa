using System.Text;

namespace Alai.Yaml;

/// <summary>A YAML file as read: its root, and everything that kept it from being read.</summary>
/// <param name="Root">The value of the whole file; null when it is empty or could not be read.</param>
/// <param name="Problems">What is wrong; empty when all is well.</param>
public sealed record YamlDocument(YamlNode? Root, IReadOnlyList<ConfigProblem> Problems)
{
    /// <summary>The longest file read, in bytes: a thousand times what a person writes by hand.</summary>
    public const int MaximumBytes = 1024 * 1024;

    /// <summary>Reads a text. Never throws for what it says.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="file">The name printed with problems.</param>
    public static YamlDocument Parse(string text, string file)
    {
        if (text.Length > MaximumBytes)
            return Failed(file, TooLong(text.Length));
        var problems = new List<ConfigProblem>();
        var root = new YamlTreeReader(text, file, problems).Read();
        return new YamlDocument(root, problems);
    }

    /// <summary>Reads a file. A missing, unreadable, too long or non-text file is a problem, not an exception.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="shownAs">The name printed with problems; the path when null.</param>
    public static YamlDocument Load(string path, string? shownAs = null)
    {
        var file = shownAs ?? path;
        try
        {
            var length = new FileInfo(path).Length;
            return length > MaximumBytes
                ? Failed(file, TooLong(length))
                : Parse(File.ReadAllText(path, new UTF8Encoding(false, throwOnInvalidBytes: true)), file);
        }
        catch (FileNotFoundException)
        {
            return Failed(file, "expected a YAML file; there is none at this path");
        }
        catch (DecoderFallbackException)
        {
            return Failed(file, "expected text in UTF-8; found bytes that are not");
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            return Failed(file, $"could not be read: {broken.Message}");
        }
    }

    private static string TooLong(long length) =>
        $"expected at most {MaximumBytes} bytes of YAML; found {length}. Is this the right file?";

    private static YamlDocument Failed(string file, string text) => new(null, [new ConfigProblem(file, 0, text)]);
}
