using System.IO.Compression;
using System.Security.Cryptography;

namespace Alai.Orchestration;

/// <summary>Writes a bundle: a ZIP file of the entries, the manifest last, and the SHA-256 of everything as its comment.</summary>
internal sealed class BundleWriter : IDisposable
{
    /// <summary>The comment's first word; 64 hexadecimal digits follow, the last bytes of the file.</summary>
    public const string Seal = "alai-bundle sha256:";

    public const string ManifestName = "manifest.json";

    /// <summary>Digits of the seal.</summary>
    public const int SealDigits = 64;

    // The same content is the same bytes, whenever it is written.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly List<BundleEntry> entries = [];
    private readonly string path;
    private readonly ZipArchive zip;

    /// <summary>Begins a file that does not exist yet.</summary>
    public BundleWriter(string path)
    {
        this.path = path;
        var stream = OperatingSystem.IsWindows()
            ? new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite)
            : new FileStream(path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite });
        zip = new ZipArchive(stream, ZipArchiveMode.Create) { Comment = Seal + new string('0', SealDigits) };
    }

    /// <summary>Adds a file; a file that grows meanwhile is taken as far as it went.</summary>
    public void AddFile(string name, string file)
    {
        using var from = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var to = Open(name);
        from.CopyTo(to);
    }

    /// <summary>Opens an entry for writing; one at a time.</summary>
    public Stream Open(string name)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = NoTime;
        return new HashedStream(entry.Open(), (bytes, hash) => entries.Add(new BundleEntry(name, bytes, hash)));
    }

    /// <summary>Says how many lines an entry has.</summary>
    public void Count(string name, long rows)
    {
        var at = entries.FindIndex(entry => entry.Name == name);
        entries[at] = entries[at] with { Rows = rows };
    }

    /// <summary>Writes the manifest and the seal, and puts all of it on the disk.</summary>
    public void Finish(BundleManifest manifest)
    {
        using (var stream = Open(ManifestName))
            stream.Write((manifest with { Entries = [.. entries] }).ToJson());
        zip.Dispose();
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        var digits = Hash(file, file.Length - SealDigits);
        file.Position = file.Length - SealDigits;
        file.Write(System.Text.Encoding.ASCII.GetBytes(digits));
        file.Flush(true);
    }

    public void Dispose() => zip.Dispose();

    /// <summary>The hash of the first bytes of a stream.</summary>
    internal static string Hash(Stream stream, long bytes)
    {
        stream.Position = 0;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        while (bytes > 0 && stream.Read(buffer, 0, (int)Math.Min(buffer.Length, bytes)) is var read and > 0)
        {
            hash.AppendData(buffer, 0, read);
            bytes -= read;
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
