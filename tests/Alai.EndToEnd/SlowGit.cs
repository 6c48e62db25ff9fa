namespace Alai.EndToEnd;

/// <summary>A git that hangs at chosen places until a file <c>go</c> lies in the factory's folder; everything else is real git.</summary>
public static class SlowGit
{
    /// <summary>Puts it first on the search path of the factory's programs.</summary>
    /// <param name="factory">The factory.</param>
    /// <param name="before">Shell patterns of the folder and git's command line, words parted by <c>~</c>, and a word each; it hangs before real git is called.</param>
    /// <param name="after">The same; it hangs after real git has ended.</param>
    public static void Install(TheFactory factory, IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string>? after = null)
    {
        var real = Environment.GetEnvironmentVariable("PATH")!.Split(':').Select(folder => Path.Combine(folder, "git")).First(File.Exists);
        var folder = Directory.CreateDirectory(Path.Combine(factory.Folder, "hung")).FullName;
        var shim = Path.Combine(Directory.CreateDirectory(Path.Combine(factory.Folder, "bin")).FullName, "git");
        File.WriteAllText(shim, $"""
            #!/bin/sh
            IFS='~'; place="$PWD~$*"; unset IFS
            hang() {"{"} : > "{folder}/$1"; while [ -d '{factory.Folder}' ] && [ ! -f '{factory.Folder}/go' ]; do sleep 0.1; done; {"}"}
            case "$place" in
            {Cases(before)}
            esac
            case "$place" in
            {Cases(after ?? new Dictionary<string, string>(), real + " \"$@\"; code=$?; ", "; exit $code")}
            esac
            exec {real} "$@"

            """);
        File.SetUnixFileMode(shim, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        factory.Environment["PATH"] = $"{Path.GetDirectoryName(shim)}:{Environment.GetEnvironmentVariable("PATH")}";
    }

    /// <summary>The words of the places where it has hung so far.</summary>
    public static IReadOnlyList<string> Reached(TheFactory factory) =>
        [.. Directory.GetFiles(Path.Combine(factory.Folder, "hung")).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    /// <summary>Lets go of everything that hangs from now on.</summary>
    public static Task GoAsync(TheFactory factory) => File.WriteAllTextAsync(Path.Combine(factory.Folder, "go"), "go");

    private static string Cases(IReadOnlyDictionary<string, string> places, string first = "", string last = "") =>
        string.Join('\n', places.Select(place => $"  {place.Key}) {first}hang {place.Value}{last} ;;"));
}
