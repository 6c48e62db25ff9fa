using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Alai.Client;

namespace Alai.Cli.Filing;

/// <summary>
/// A file's bytes as text. Bytes that are no text are refused: read leniently they would become question marks, and what
/// was meant would be lost without a word.
/// </summary>
internal static class InputText
{
    public static (string Text, Problem? Problem) Read(byte[] bytes, string name)
    {
        // The mark that other systems' editors set before UTF-16.
        if (bytes is [0xFF, 0xFE, ..])
            return (Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2), null);
        if (bytes is [0xFE, 0xFF, ..])
            return (Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2), null);
        var text = new char[bytes.Length];
        return Utf8.ToUtf16(bytes, text, out var read, out var written, replaceInvalidSequences: false) == OperationStatus.Done
            ? (new string(text, 0, written), null)
            : ("", NotUtf8(bytes, read, name));
    }

    private static Problem NotUtf8(byte[] bytes, int at, string name)
    {
        var before = bytes.AsSpan(0, at);
        var line = before.Count((byte)'\n') + 1;
        var position = at - before.LastIndexOf((byte)'\n');
        return new Problem(
            string.Create(CultureInfo.InvariantCulture, $"{name}:{line}: byte {position} of the line is not UTF-8; nothing was filed."),
            "text in UTF-8",
            string.Create(CultureInfo.InvariantCulture, $"the byte 0x{bytes[at]:X2}"),
            "Convert it to UTF-8, for example: iconv -f LATIN1 -t UTF-8 OLD > NEW");
    }
}
