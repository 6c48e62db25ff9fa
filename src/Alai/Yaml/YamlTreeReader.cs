using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Alai.Yaml;

/// <summary>
/// Builds nodes from parser events. Anchors, aliases and tags are refused: nothing a person needs here needs them, and
/// without aliases a small file cannot grow into a huge one.
/// </summary>
internal sealed class YamlTreeReader(string text, string file, List<ConfigProblem> problems)
{
    private const int MaximumDepth = 32;
    private readonly Parser _parser = new(new StringReader(text));

    /// <summary>Reads the one document of the file.</summary>
    public YamlNode? Read()
    {
        if (ControlCharacterLine() is { } line)
        {
            problems.Add(new ConfigProblem(file, line, "expected text; found a control character. Is this a YAML file?"));
            return null;
        }

        try
        {
            return ReadDocument();
        }
        catch (YamlException broken)
        {
            problems.Add(SyntaxProblem(broken));
            return null;
        }
        catch (Exception broken) when (broken is InvalidOperationException or ArgumentException or FormatException)
        {
            // The parser promises YamlException; garbage has been seen to bring out others.
            problems.Add(new ConfigProblem(file, 0, $"is not YAML: {broken.Message}"));
            return null;
        }
    }

    private YamlNode? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
            return null;
        _parser.Consume<DocumentStart>();
        var root = ReadNode(0);
        _parser.Consume<DocumentEnd>();
        if (_parser.Accept<DocumentStart>(out var second))
            problems.Add(new ConfigProblem(file, LineOf(second), "expected one document; a second one starts here"));
        return root is YamlScalar { IsNull: true } ? null : root;
    }

    private YamlNode ReadNode(int depth)
    {
        var next = _parser.Consume<ParsingEvent>();
        var line = LineOf(next);
        if (depth > MaximumDepth)
            throw new YamlException(next.Start, next.End, $"nested deeper than {MaximumDepth} levels");
        if (next is AnchorAlias alias)
            problems.Add(new ConfigProblem(file, line, $"aliases (*{alias.Value}) are not allowed; write the value out"));
        if (next is NodeEvent { Anchor.IsEmpty: false } anchored)
            problems.Add(new ConfigProblem(file, line, $"anchors (&{anchored.Anchor}) are not allowed; write the value out"));
        if (next is NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } } tagged)
            problems.Add(new ConfigProblem(file, line, $"tags ({tagged.Tag.Value}) are not allowed; write the plain value"));
        return next switch
        {
            Scalar scalar => new YamlScalar(file, line, scalar.Value, scalar.Style == ScalarStyle.Plain),
            SequenceStart => ReadList(line, depth),
            MappingStart => ReadMap(line, depth),
            _ => new YamlScalar(file, line, "", isPlain: true),
        };
    }

    private YamlList ReadList(int line, int depth)
    {
        var items = new List<YamlNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
            items.Add(ReadNode(depth + 1));
        return new YamlList(file, line, items);
    }

    private YamlMap ReadMap(int line, int depth)
    {
        var entries = new List<YamlEntry>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = ReadNode(depth + 1);
            var value = ReadNode(depth + 1);
            if (key is not YamlScalar { Value: var name })
                problems.Add(key.Problem($"expected a plain key; found {key.Described}"));
            else if (lines.TryAdd(name, key.Line))
                entries.Add(new YamlEntry(name, key.Line, value));
            else
                problems.Add(key.Problem($"key '{name}' is already on line {lines[name]}; keep one of them"));
        }

        return new YamlMap(file, line, entries);
    }

    private ConfigProblem SyntaxProblem(YamlException broken)
    {
        var line = (int)Math.Clamp(broken.Start.Line, 0, int.MaxValue);
        var last = (int)Math.Clamp(broken.End.Line, line, line + 100);
        var tab = text.Split('\n').Index().Skip(line - 1).Take(last - line + 2)
            .Where(row => row.Item[..^row.Item.TrimStart().Length].Contains('\t', StringComparison.Ordinal))
            .Select(row => row.Index + 1).FirstOrDefault();
        return tab > 0
            ? new ConfigProblem(file, tab, "a tab is used for indentation; YAML wants spaces")
            : new ConfigProblem(file, line, $"is not YAML: {Decapitalised(Reason(broken))}");
    }

    private static string Reason(YamlException broken) => broken.InnerException?.Message ?? broken.Message;

    private static string Decapitalised(string sentence) =>
        sentence.Length == 0 ? "unreadable" : char.ToLowerInvariant(sentence[0]) + sentence[1..].TrimEnd('.');

    private int? ControlCharacterLine()
    {
        var line = 1;
        foreach (var letter in text)
        {
            if (letter == '\n')
                line++;
            else if (char.IsControl(letter) && letter is not ('\t' or '\r' or '\u0085'))
                return line;
        }

        return null;
    }

    private static int LineOf(ParsingEvent part) => (int)Math.Clamp(part.Start.Line, 1, int.MaxValue);
}
