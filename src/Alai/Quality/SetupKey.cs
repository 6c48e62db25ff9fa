using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Alai.Tasks;

namespace Alai.Quality;

/// <summary>What a set-up depends on, as one hash.</summary>
internal static class SetupKey
{
    /// <summary>The hash over platform, product, root, commands and every manifest and lock file of the tree; 32 hexadecimal characters.</summary>
    public static string Of(SetupRequest request, string tree)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, Encoding.UTF8.GetBytes(string.Join('\n', [RuntimeInformation.RuntimeIdentifier, request.Product, request.Root, .. request.Commands])));
        var files = Directory.EnumerateFiles(tree, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
            .Select(file => Path.GetRelativePath(tree, file).Replace('\\', '/'))
            .Where(file => DependsOn(file, request))
            .Order(StringComparer.Ordinal);
        foreach (var file in files)
        {
            Append(hash, Encoding.UTF8.GetBytes(file));
            Append(hash, File.ReadAllBytes(Path.Combine(tree, file)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..32];
    }

    private static bool DependsOn(string file, SetupRequest request) =>
        FileRoles.Of(file) is FileRole.Manifest or FileRole.LockFile
        || file.EndsWith(".npmrc", StringComparison.Ordinal)
        || file.EndsWith("global.json", StringComparison.Ordinal)
        || (PathLimits.Below(request.Root, file) is { } below && PathGlob.MatchesAny(request.Keys, below))
        || request.Commands.Any(command => CommandWords.Name(command, file));

    private static void Append(IncrementalHash hash, byte[] bytes)
    {
        hash.AppendData(BitConverter.GetBytes(bytes.LongLength));
        hash.AppendData(bytes);
    }
}
