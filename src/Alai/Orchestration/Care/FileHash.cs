using System.Security.Cryptography;

namespace Alai.Orchestration;

/// <summary>The SHA-256 of a file.</summary>
internal static class FileHash
{
    /// <summary>Lower-case hex.</summary>
    public static string Of(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
