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
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Number(hash, link.Sequence);
        Number(hash, link.At);
        Number(hash, link.Task ?? 0);
        Number(hash, link.Root ?? 0);
        Number(hash, link.Run ?? 0);
        Text(hash, link.Actor);
        Text(hash, link.Kind);
        Text(hash, link.Text);
        Text(hash, link.Data);
        Number(hash, link.Previous.Length);
        hash.AppendData(link.Previous);
        return hash.GetHashAndReset();
    }

    private static void Number(IncrementalHash hash, long value)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        hash.AppendData(bytes);
    }

    private static void Text(IncrementalHash hash, string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        Number(hash, bytes.Length);
        hash.AppendData(bytes);
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
