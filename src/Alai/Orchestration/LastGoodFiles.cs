using System.Globalization;

namespace Alai.Orchestration;

/// <summary>
/// Copies of the files a person edits, as last read without a problem: a start that finds such a file broken goes on with
/// its copy instead of with defaults nobody chose.
/// </summary>
internal sealed class LastGoodFiles(string folder)
{
    /// <summary>Where the copy of a file is.</summary>
    public string PathOf(string name) => Path.Combine(folder, name);

    /// <summary>Copies a file that was read without a problem, if its text is new.</summary>
    /// <param name="name">The name of the copy.</param>
    /// <param name="file">The file.</param>
    /// <param name="isGood">Asked of the copy: between two reads an editor may have saved.</param>
    /// <returns>Why it could not be kept, or null.</returns>
    public string? Keep(string name, string file, Func<string, bool> isGood)
    {
        try
        {
            var text = File.ReadAllBytes(file);
            var copy = PathOf(name);
            if (File.Exists(copy) && File.ReadAllBytes(copy).AsSpan().SequenceEqual(text))
                return null;
            Directory.CreateDirectory(folder);
            var next = copy + ".new";
            Write(next, text);
            if (!isGood(next))
                return null;

            // A person asks since when this version is good: since the file was saved.
            File.SetLastWriteTimeUtc(next, File.GetLastWriteTimeUtc(file));
            File.Move(next, copy, overwrite: true);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"{file} is in order, but no copy of it could be kept in {folder}: {exception.Message}";
        }
    }

    /// <summary>Forgets a file that is gone: defaults hold then, and a broken one later has nothing older to fall back to.</summary>
    public void Drop(string name)
    {
        if (File.Exists(PathOf(name)))
            File.Delete(PathOf(name));
    }

    /// <summary>When the file was saved whose copy is kept, in words; or null without a copy.</summary>
    public string? Since(string name) => File.Exists(PathOf(name))
        ? File.GetLastWriteTimeUtc(PathOf(name)).ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)
        : null;

    // On disk before it has its name: a copy that a power failure cut in half would be no last good version.
    private static void Write(string path, byte[] text)
    {
        File.Delete(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(path, options);
        stream.Write(text);
        stream.Flush(flushToDisk: true);
    }
}
