using System.Security.Cryptography;

namespace Alai.MissionControl;

/// <summary>Time-ordered ids of 26 characters (Crockford base 32): 48 bits of milliseconds, 80 bits of chance.</summary>
internal static class Ulid
{
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string New(DateTimeOffset now)
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes);
        var time = Math.Max(0, now.ToUnixTimeMilliseconds());
        for (var i = 5; i >= 0; i--, time >>= 8)
            bytes[i] = (byte)time;
        var number = new UInt128(
            System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(bytes),
            System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]));
        Span<char> text = stackalloc char[26];
        for (var i = 25; i >= 0; i--, number >>= 5)
            text[i] = Letters[(int)(uint)(number & 31)];
        return new string(text);
    }
}
