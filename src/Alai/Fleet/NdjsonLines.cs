using System.Runtime.CompilerServices;

namespace Alai.Fleet;

/// <summary>Lines of a stream, however the network split it. Only <c>\n</c> ends a line: JSON may hold Unicode separators.</summary>
internal static class NdjsonLines
{
    /// <summary>A longer line is a broken server.</summary>
    public const int LongestLine = 16 * 1024 * 1024;

    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(
        Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var buffer = new byte[16 * 1024];
        var filled = 0;
        while (true)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(filled), cancellationToken);
            if (read == 0)
                break;
            var scanned = filled;
            filled += read;
            var start = 0;
            int end;
            while ((end = buffer.AsSpan(scanned, filled - scanned).IndexOf((byte)'\n')) >= 0)
            {
                end += scanned;
                if (Trim(buffer.AsMemory(start, end - start)) is { IsEmpty: false } line)
                    yield return line;
                start = scanned = end + 1;
            }

            buffer.AsSpan(start, filled - start).CopyTo(buffer);
            filled -= start;
            if (filled == buffer.Length)
                buffer = Grown(buffer);
        }

        if (Trim(buffer.AsMemory(0, filled)) is { IsEmpty: false } last)
            yield return last;
    }

    private static ReadOnlyMemory<byte> Trim(ReadOnlyMemory<byte> line) => line.Trim(" \r\t"u8.ToArray());

    private static byte[] Grown(byte[] buffer)
    {
        if (buffer.Length >= LongestLine)
            throw new InvalidDataException($"a line of more than {LongestLine} bytes");
        Array.Resize(ref buffer, buffer.Length * 2);
        return buffer;
    }
}
