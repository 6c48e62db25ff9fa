using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>Makes the home's folders, readable by their owner alone.</summary>
internal static class HomeFolders
{
    /// <summary>Makes what is missing.</summary>
    /// <exception cref="FactoryException">The home cannot be written.</exception>
    public static void Make(FactoryHome home)
    {
        try
        {
            foreach (var folder in new[] { home.Root, home.Companies, home.Products, home.Data, home.Transcripts, home.Caches })
                Make(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FactoryException(
                $"expected a home folder that can be written; found {home.Root}: {exception.Message}",
                "give another one with --home or ALAI_HOME, or mend its permissions",
                inner: exception);
        }
    }

    private static void Make(string folder)
    {
        if (Directory.Exists(folder))
            return;
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
