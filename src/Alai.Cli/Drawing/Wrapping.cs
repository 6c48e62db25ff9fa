namespace Alai.Cli.Drawing;

/// <summary>Breaks a line at words; a hanging indent keeps lists and quotes readable.</summary>
internal static class Wrapping
{
    /// <param name="line">One line.</param>
    /// <param name="width">Columns; 0 leaves the line whole.</param>
    public static IEnumerable<string> Lines(string line, int width)
    {
        if (width <= 0 || DisplayWidth.Of(line) <= width)
        {
            yield return line;
            yield break;
        }

        var hang = new string(' ', Math.Min(width / 2, line.Length - line.TrimStart(' ', '-', '*', '>').Length));
        var current = "";
        foreach (var word in line.Split(' '))
        {
            var joined = current.Length == 0 ? word : current + " " + word;
            if (current.Trim().Length > 0 && DisplayWidth.Of(joined) > width)
            {
                yield return current;
                joined = hang + word;
            }

            current = joined;
        }

        yield return current;
    }
}
