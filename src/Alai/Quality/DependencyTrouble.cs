using System.Text.RegularExpressions;

namespace Alai.Quality;

/// <summary>Tells a package, tool or network that is not there from a test that fails.</summary>
internal static class DependencyTrouble
{
    private const int NotFoundExit = 127;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static readonly (Regex Pattern, string Meaning)[] Signs =
    [
        (Of(@"^(.*: )?(line )?\d*:? ?(?<name>[\w./+-]+): (command )?not found\s*$"), "command not found"),
        (Of(@"env: [‘'`]?(?<name>[\w./+-]+)['’]?: No such file or directory"), "command not found"),
        (Of(@"Cannot find (module|package) '(?<name>[^'./][^']*)'"), "module not installed"),
        (Of(@"ModuleNotFoundError: No module named '(?<name>[\w.]+)'"), "module not installed"),
        (Of(@"error (NU1100|NU1101|NU1102|NU1301|NU1801|NETSDK1004|NETSDK1064)\b:?(?<name>[^\[\r\n]{0,160})"), "package not restored"),
        (Of(@"(?<name>[\w./-]+): (no required module provides package|cannot find module providing)"), "module not downloaded"),
        (Of(@"no required module provides package (?<name>[\w./-]+)"), "module not downloaded"),
        (Of(@"missing go\.sum entry for module providing package (?<name>[\w./-]+)"), "module not downloaded"),
        (Of(@"(error: )?(failed to download|no matching package named) [`']?(?<name>[\w./ -]+)"), "crate not downloaded"),
        (Of(@"can't find crate for `(?<name>\w+)`"), "crate not downloaded"),
        (Of(@"Could not find gem '(?<name>[^']+)'"), "gem not installed"),
        (Of(@"(?<name>getaddrinfo (ENOTFOUND|EAI_AGAIN) [\w.-]*)"), "network refused"),
        (Of(@"(?<name>Could not resolve host:? ?[\w.-]*|Temporary failure in name resolution|Network is unreachable|ENETUNREACH|Name or service not known|No route to host|dial tcp: lookup [\w.-]+)"), "network refused"),
    ];

    /// <summary>The first sign of trouble, or null when the command simply failed.</summary>
    /// <param name="exitCode">The command's exit code.</param>
    /// <param name="output">Its output.</param>
    public static MissingThing? Find(int exitCode, string output)
    {
        foreach (var (pattern, meaning) in Signs)
        {
            if (pattern.Match(output) is { Success: true } match)
                return new MissingThing(meaning, match.Groups["name"].Value.Trim());
        }

        return exitCode == NotFoundExit ? new MissingThing("command not found", "") : null;
    }

    /// <summary>Whether the change itself brought the name in without declaring it: then the work is wrong, not the machine.</summary>
    public static bool IsOwnInvention(MissingThing missing, Change change)
    {
        if (missing.Name.Length == 0 || missing.Meaning == "network refused")
            return false;
        var name = missing.Name.Split('.')[0];
        var uses = change.Files.Where(file => FileRoles.Of(file.Path) is FileRole.Source or FileRole.Test && Mentions(file, name)).ToList();
        var declares = change.Files.Any(file => FileRoles.Of(file.Path) is FileRole.Manifest or FileRole.LockFile && Mentions(file, name));
        return uses.Count > 0 && !declares;
    }

    private static bool Mentions(ChangedFile file, string name) =>
        file.Added.Any(line => line.Text.Contains(name, StringComparison.Ordinal));

    private static Regex Of(string pattern) =>
        new(pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline, Patience);
}
