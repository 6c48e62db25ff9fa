namespace Alai.Cli.Drawing;

/// <summary>One cell of a table: inked after it was cut and padded.</summary>
internal readonly record struct Cell(string Text, Ink Ink = Ink.Plain)
{
    public static implicit operator Cell(string text) => new(text);
}
