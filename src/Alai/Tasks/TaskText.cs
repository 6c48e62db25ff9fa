using System.Security.Cryptography;
using System.Text;

namespace Alai.Tasks;

/// <summary>What safety rules match on and approvals of content bind to.</summary>
/// <param name="Title">The title.</param>
/// <param name="Body">The body.</param>
/// <param name="Labels">The labels.</param>
public sealed record TaskText(string Title, string Body, IReadOnlyList<string> Labels)
{
    /// <summary>SHA-256, lower-case hex, over the length-prefixed parts and the rules' fingerprint: any change voids an approval.</summary>
    /// <param name="rulesFingerprint"><see cref="ISafetyRules.Fingerprint"/>.</param>
    public string Hash(string rulesFingerprint)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in new[] { rulesFingerprint, Title, Body }.Concat(Labels.Order(StringComparer.Ordinal)))
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            hash.AppendData(BitConverter.GetBytes(bytes.LongLength));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
