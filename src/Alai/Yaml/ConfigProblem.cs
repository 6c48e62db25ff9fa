namespace Alai.Yaml;

/// <summary>One thing wrong in a file a person edits.</summary>
/// <param name="File">The file as the person knows it.</param>
/// <param name="Line">The line, from 1; 0 when the whole file is meant.</param>
/// <param name="Text">What was expected, what was found, what to do; without file and line.</param>
public sealed record ConfigProblem(string File, int Line, string Text)
{
    /// <summary>The form printed to people: <c>file:line: text</c>.</summary>
    public override string ToString() => Line > 0 ? $"{File}:{Line}: {Text}" : $"{File}: {Text}";
}
