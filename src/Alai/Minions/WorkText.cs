using System.Text;

namespace Alai.Minions;

/// <summary>A text file with what must survive an edit: its byte order mark. Bytes that are no UTF-8 are not edited.</summary>
/// <param name="Text">Its text.</param>
/// <param name="HasMark">Whether it begins with a byte order mark.</param>
internal sealed record WorkText(string Text, bool HasMark)
{
    /// <summary>The longest file a model reads or edits, in bytes.</summary>
    public const long Largest = 2 * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file, or returns null when it is binary or too long.</summary>
    public static WorkText? Load(string path)
    {
        if (new FileInfo(path).Length > Largest)
            return null;
        var bytes = File.ReadAllBytes(path);
        var mark = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble);
        try
        {
            var text = Strict.GetString(bytes, mark ? 3 : 0, bytes.Length - (mark ? 3 : 0));
            return text.Contains('\0', StringComparison.Ordinal) ? null : new WorkText(text, mark);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Writes the file whole, folders included.</summary>
    public void Save(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, Text, new UTF8Encoding(HasMark));
    }
}
