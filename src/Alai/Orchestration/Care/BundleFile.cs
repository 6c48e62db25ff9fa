using System.IO.Compression;
using System.Text.Json;

namespace Alai.Orchestration;

/// <summary>A bundle whose every byte was checked before anything of it is used.</summary>
internal sealed class BundleFile : IDisposable
{
    private readonly ZipArchive zip;

    private BundleFile(string path, ZipArchive zip, BundleManifest manifest) => (FileName, this.zip, Manifest) = (path, zip, manifest);

    public string FileName { get; }

    public BundleManifest Manifest { get; }

    /// <summary>Opens and checks a bundle.</summary>
    /// <returns>It, or what was expected and found.</returns>
    public static (BundleFile? Bundle, string? Problem) Open(string path)
    {
        ZipArchive? opened = null;
        try
        {
            if (!File.Exists(path))
                return (null, $"expected a bundle; there is no file {path}");
            var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            if (Unsealed(stream, path) is { } broken)
            {
                stream.Dispose();
                return (null, broken);
            }

            opened = new ZipArchive(stream, ZipArchiveMode.Read);
            var (manifest, problem) = Read(opened, path);
            if (manifest is null)
            {
                opened.Dispose();
                return (null, problem);
            }

            return (new BundleFile(path, opened, manifest), null);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidDataException or JsonException)
        {
            opened?.Dispose();
            return (null, $"{path} cannot be read as a bundle: {problem.Message}");
        }
    }

    /// <summary>Opens an entry; what was checked is what is read.</summary>
    public Stream Entry(string name) => zip.GetEntry(name)!.Open();

    /// <summary>Writes an entry to a file.</summary>
    public void Extract(string name, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        using var from = Entry(name);
        using var file = new FileStream(to, FileMode.Create, FileAccess.Write);
        from.CopyTo(file);
        file.Flush(true);
    }

    public void Dispose() => zip.Dispose();

    private static string? Unsealed(FileStream stream, string path)
    {
        var end = new byte[BundleWriter.Seal.Length + BundleWriter.SealDigits];
        if (stream.Length < end.Length)
            return $"{path} is no bundle of ALAI: it has {stream.Length} bytes";
        stream.Position = stream.Length - end.Length;
        stream.ReadExactly(end);
        var text = System.Text.Encoding.Latin1.GetString(end);
        if (!text.StartsWith(BundleWriter.Seal, StringComparison.Ordinal))
            return $"{path} does not end as a bundle of ALAI ends: it was cut short, or it is something else";
        var found = BundleWriter.Hash(stream, stream.Length - BundleWriter.SealDigits);
        stream.Position = 0;
        return found == text[BundleWriter.Seal.Length..]
            ? null
            : $"{path} was altered: its content has the SHA-256 {found}, its end says {text[BundleWriter.Seal.Length..]}";
    }

    private static (BundleManifest? Manifest, string? Problem) Read(ZipArchive zip, string path)
    {
        if (zip.GetEntry(BundleWriter.ManifestName) is not { } entry)
            return (null, $"{path} has no {BundleWriter.ManifestName}");
        using var json = entry.Open();
        if (BundleManifest.Parse(json) is not { Format: "alai-bundle" } manifest)
            return (null, $"{path} is no bundle of ALAI");
        if (manifest.Version is < 1 or > BundleManifest.Newest)
            return (null, $"{path} is a bundle of version {manifest.Version}; this ALAI reads up to {BundleManifest.Newest}. Use the newer ALAI that wrote it");
        if (manifest.Schema > MissionControl.StoreImage.NewestSchema)
            return (null, $"{path} holds schema {manifest.Schema}; this ALAI knows schemas up to {MissionControl.StoreImage.NewestSchema}. Use the newer ALAI that wrote it");
        var named = manifest.Entries.Select(one => one.Name).Append(BundleWriter.ManifestName).ToHashSet(StringComparer.Ordinal);
        if (zip.Entries.FirstOrDefault(one => !named.Contains(one.FullName)) is { } stranger)
            return (null, $"{path} holds {stranger.FullName}, which its manifest does not name");
        return manifest.Entries.Select(one => Problem(zip, one)).FirstOrDefault(problem => problem is not null) is { } wrong
            ? (null, $"{path}: {wrong}")
            : (manifest, null);
    }

    private static string? Problem(ZipArchive zip, BundleEntry named)
    {
        if (!IsPlain(named.Name))
            return $"the name {named.Name} leads outside";
        if (zip.GetEntry(named.Name) is not { } entry)
            return $"{named.Name} is missing";
        var (seen, hash) = (0L, "");
        using (var stream = entry.Open())
        using (var hashed = new HashedStream(Stream.Null, (bytes, found) => (seen, hash) = (bytes, found)))
            stream.CopyTo(hashed);
        return seen == named.Bytes && hash == named.Sha256 ? null : $"{named.Name} is not what the manifest says";
    }

    private static bool IsPlain(string name) =>
        name.Length is > 0 and < 1000 && name[0] != '/' && !name.Contains('\\', StringComparison.Ordinal) && !name.Contains(':', StringComparison.Ordinal)
        && !name.Any(char.IsControl) && name.Split('/').All(part => part.Length > 0 && part is not ("." or ".."));
}
