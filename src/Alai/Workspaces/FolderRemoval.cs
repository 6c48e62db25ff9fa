namespace Alai.Workspaces;

/// <summary>Deletes a folder whose owner may have locked parts of it. Links are deleted, never followed.</summary>
internal static class FolderRemoval
{
    internal static void Delete(string folder)
    {
        if (!Directory.Exists(folder))
            return;
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception locked) when (locked is UnauthorizedAccessException or IOException)
        {
            Open(new DirectoryInfo(folder));
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Open(DirectoryInfo folder)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        foreach (var child in folder.EnumerateDirectories().Where(child => child.LinkTarget is null))
            Open(child);
    }
}
