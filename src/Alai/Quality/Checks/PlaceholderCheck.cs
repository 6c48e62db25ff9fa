namespace Alai.Quality.Checks;

/// <summary>Added lines that stand for work not done: elisions, stubs, filler.</summary>
internal sealed class PlaceholderCheck : PureCheck
{
    private const string Comment = @"^\s*(//+|#+|/\*+|\*|--|<!--|;+|%|""""""|''')\s*";

    private static readonly LineRule[] Anywhere =
    [
        new(@"(//|#|/\*|--|<!--|\(|\[|\*|\{)\s*(\.{3}|…)?\s*(the\s+)?(rest|remainder)\s+of\s+(the\s+|your\s+|this\s+)?(\w+\s+)?(code|file|function|class|method|implementation|logic|content|document)s?\b", "elided code"),
        new(@"(//|#|/\*|--|<!--)\s*(\.{3}|…)?\s*(existing|previous|other|remaining|same|unchanged)\s+(\w+\s+)?(code|methods?|functions?|content|implementation|logic|imports?|as before)\b.*(\.{3}|…|here|unchanged|remains?|stays?|as before|\*/|-->)\s*", "elided code"),
        new(Comment + @"(\.{3}|…)+\s*(\*/|-->)?\s*$", "elided code"),
        new(@"\blorem ipsum\b", "filler text"),
        new(@"\b(your|insert|put|add)\s+(actual\s+|real\s+)?(code|implementation|logic)\s+(goes\s+)?here\b", "a place left for code"),
    ];

    private static readonly LineRule[] InCode =
    [
        new(@"(//|#|/\*|--|<!--|;)\s*(TODO|FIXME)\b:?\s*\(?\w*\)?:?\s*(implement|add|finish|complete|write|fill|handle|actual|real|replace)", "work left to do"),
        new(@"(//|#|/\*|--)\s*(placeholder|stub(bed)?|dummy|simplified|mock(ed)?)\s+(implementation|code|function|method|value|logic)", "a placeholder"),
        new(@"\bthrow\s+new\s+(System\.)?NotImplementedException\b", "an unimplemented member", ignoreCase: false),
        new(@"\bthrow\s+new\s+Error\(\s*['""`](method |function )?not (yet )?implemented", "an unimplemented member"),
        new(@"\b(todo|unimplemented)!\s*\(", "an unimplemented member", ignoreCase: false),
        new(@"\bpanic\(\s*""(not implemented|todo|unimplemented)", "an unimplemented member"),
        new(@"^\s*pass\s*#\s*(TODO|FIXME|implement|placeholder|not implemented)", "an unimplemented member"),
        new(@"\bthrow\s+new\s+UnsupportedOperationException\(\s*""(not (yet )?implemented|todo)", "an unimplemented member"),
    ];

    private static readonly LineRule Abstract = new(@"@(abc\.)?abstract|\(ABC\)|Protocol\)|@overload", "abstract", ignoreCase: false);
    private static readonly LineRule PythonStub = new(@"^\s*raise\s+NotImplementedError\b", "an unimplemented member", ignoreCase: false);
    private static readonly LineRule BareDots = new(@"^\s*(\.{3}|…)\s*;?\s*$", "elided code");
    private static readonly string[] ProseEndings = [".md", ".txt", ".rst", ".adoc"];
    private static readonly string[] DotsAllowed = [".py", ".pyi", ".yaml", ".yml", .. ProseEndings, ".snap", ".csv"];

    public override string Name => "placeholders";

    public override CheckFinding Look(GateInput input)
    {
        var hits = input.Change.Files.Where(file => FileRoles.Of(file.Path) != FileRole.LockFile).SelectMany(HitsOf).ToList();
        return hits.Count == 0
            ? CheckFinding.Pass(Name, "no placeholder or elision in the added lines")
            : CheckFinding.Fail(Name, "unfinished work in the added lines: " + Places(hits));
    }

    private static IEnumerable<string> HitsOf(ChangedFile file)
    {
        var isProse = ProseEndings.Any(ending => file.Path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
        var rules = isProse ? Anywhere : [.. Anywhere, .. InCode];
        var allowsDots = DotsAllowed.Any(ending => file.Path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
        for (var i = 0; i < file.Added.Count; i++)
        {
            var line = file.Added[i];
            var hit = rules.FirstOrDefault(rule => rule.Hits(line.Text))
                ?? (!allowsDots && BareDots.Hits(line.Text) ? BareDots : null)
                ?? (!isProse && PythonStub.Hits(line.Text) && !NearAbstract(file.Added, i) ? PythonStub : null);
            if (hit is not null)
                yield return $"{file.Path}:{line.Number} {hit.Meaning}";
        }
    }

    // An abstract base raises NotImplementedError by convention; that is a design, not a stub.
    private static bool NearAbstract(IReadOnlyList<DiffLine> lines, int index) =>
        lines.Skip(Math.Max(0, index - 12)).Take(Math.Min(12, index)).Any(line => Abstract.Hits(line.Text));
}
