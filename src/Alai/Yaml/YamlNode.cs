namespace Alai.Yaml;

/// <summary>A value in a YAML file that knows where it stands.</summary>
public abstract class YamlNode
{
    private protected YamlNode(string file, int line)
    {
        File = file;
        Line = line;
    }

    /// <summary>The file as the person knows it.</summary>
    public string File { get; }

    /// <summary>The line, from 1.</summary>
    public int Line { get; }

    /// <summary>What it is, for error texts, for example <c>the text 'abc'</c> or <c>a list</c>.</summary>
    public abstract string Described { get; }

    /// <summary>A problem at this place.</summary>
    /// <param name="text">What was expected and found.</param>
    public ConfigProblem Problem(string text) => new(File, Line, text);
}
