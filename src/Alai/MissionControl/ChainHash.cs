using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Alai.MissionControl;

/// <summary>The canonical bytes of a link: every field with its length before it, so no two events read alike.</summary>
internal static class ChainHash
{
    public static byte[] Genesis { get; } = [0];

    public static byte[] Of(ChainLink link)
    {
        var most = 256 + ((link.Actor.Length + link.Kind.Length + link.Text.Length + link.Data.Length) * 3);
        var bytes = ArrayPool<byte>.Shared.Rent(most);
        var rest = bytes.AsSpan();
        Number(ref rest, link.Sequence);
        Number(ref rest, link.At);
        Number(ref rest, link.Task ?? 0);
        Number(ref rest, link.Root ?? 0);
        Number(ref rest, link.Run ?? 0);
        Text(ref rest, link.Actor);
        Text(ref rest, link.Kind);
        Text(ref rest, link.Text);
        Text(ref rest, link.Data);
        Number(ref rest, link.Previous.Length);
        link.Previous.CopyTo(rest);
        var hash = SHA256.HashData(bytes.AsSpan(0, bytes.Length - rest.Length + link.Previous.Length));
        ArrayPool<byte>.Shared.Return(bytes);
        return hash;
    }

    private static void Number(ref Span<byte> rest, long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(rest, value);
        rest = rest[8..];
    }

    private static void Text(ref Span<byte> rest, string value)
    {
        var length = Encoding.UTF8.GetBytes(value, rest[8..]);
        BinaryPrimitives.WriteInt64LittleEndian(rest, length);
        rest = rest[(8 + length)..];
    }
}

/// <summary>The fields of one link as stored.</summary>
internal sealed record ChainLink(long Sequence, long At, long? Task, long? Root, long? Run)
{
    public required string Actor { get; init; }

    public required string Kind { get; init; }

    public required string Text { get; init; }

    public required string Data { get; init; }

    public required byte[] Previous { get; init; }
}
