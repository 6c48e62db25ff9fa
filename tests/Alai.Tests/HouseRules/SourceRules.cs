using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Alai.Tests.HouseRules;

/// <summary>The rules over sources; each gives a sentence for everything that breaks it.</summary>
internal static partial class SourceRules
{
    // Split so that this file does not break its own rules.
    // Wherever this checkout and its owner's home are: no text may name them. Short paths such as /root are everybody's.
    internal static readonly string[] Machine =
    [
        .. new[] { Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../..")), Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) }
            .Select(Path.TrimEndingDirectorySeparator).Where(path => path.Count(letter => letter == '/') >= 2),
    ];
    private static readonly string[] Registries = ["api.nu" + "get.org", "registry.np" + "mjs.org", "files.python" + "hosted.org", "index.crates" + ".io", "proxy.golang" + ".org"];
    private static readonly string[] BadRooms = ["Common", "Utils", "Helpers", "Services", "Managers", "Models"];

    public static IEnumerable<string> Sizes(IReadOnlyList<SourceFile> files)
    {
        foreach (var file in files.Where(file => file.Lines > 400))
            yield return $"{file.Path} has {file.Lines} lines; the cap is 400";
        int[] sizes = [.. files.Select(file => file.Lines).Order()];
        if (At(sizes, 0.5) > 60)
            yield return $"the median file has {At(sizes, 0.5)} lines; the budget is 60";
        if (At(sizes, 0.9) > 150)
            yield return $"one file in ten has more than {At(sizes, 0.9)} lines; the budget is 150";
    }

    public static IEnumerable<string> Methods(IReadOnlyList<SourceFile> files)
    {
        var all = files.SelectMany(file => file.Methods.Select(method => (file.Path, method.Name, method.Lines, method.Parameters))).ToList();
        foreach (var method in all.Where(method => method.Lines > 60))
            yield return $"{method.Path}: {method.Name} has {method.Lines} lines; the cap is 60";
        foreach (var method in all.Where(method => method.Parameters > 4))
            yield return $"{method.Path}: {method.Name} takes {method.Parameters} parameters; the cap is 4, then an options record";
        int[] sizes = [.. all.Select(method => method.Lines).Order()];
        if (At(sizes, 0.9) > 30)
            yield return $"one method in ten has more than {At(sizes, 0.9)} lines; the budget is 30";
    }

    public static IEnumerable<string> Shape(SourceFile file)
    {
        var types = file.PublicTypes.ToList();
        if (types.Select(type => type.Identifier.Text).Distinct().Count() > 1)
            yield return $"{file.Path} declares {types.Count} public types; one a file";
        foreach (var type in types.Where(type => !type.GetLeadingTrivia().Any(t => t.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia)) && !type.Modifiers.Any(word => word.IsKind(SyntaxKind.PartialKeyword))))
            yield return $"{file.Path}: the public type {type.Identifier.Text} has no documentation";
        if (file.Text.Contains("#reg" + "ion", StringComparison.Ordinal))
            yield return $"{file.Path} folds code away in a region";
        if (Unfinished().IsMatch(file.Text))
            yield return $"{file.Path} carries a note of unfinished work";
    }

    public static IEnumerable<string> Names(SourceFile file)
    {
        if (BadRooms.Contains(file.Room))
            yield return $"{file.Path}: no room is called {file.Room}";
        foreach (var name in file.Types.Select(type => type.Identifier.Text))
        {
            if (Walls.Rooms.Any(room => room.Name == name))
                yield return $"{file.Path}: the type {name} bears a room's name";
            if (BadEnding().IsMatch(name) && name != "AlaiServices")
                yield return $"{file.Path}: {name} is no noun of the business";
        }
    }

    public static IEnumerable<string> Places(string path, string text) =>
        Machine.Concat(Registries).Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)).Select(word => $"{path} mentions {word}");

    private static int At(int[] sorted, double share) => sorted.Length == 0 ? 0 : sorted[(int)(share * (sorted.Length - 1))];

    [GeneratedRegex(@"//+\s*(?:TO" + @"DO|FIX" + @"ME|HA" + @"CK|X" + @"XX)\b")]
    private static partial Regex Unfinished();

    [GeneratedRegex("(?:Manager|Helper|Helpers|Processor|Util|Utils|Utilities|Services?|Common)$")]
    private static partial Regex BadEnding();
}
