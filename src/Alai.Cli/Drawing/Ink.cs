namespace Alai.Cli.Drawing;

/// <summary>How a piece of text looks on a terminal.</summary>
internal enum Ink
{
    Plain,
    Bold,
    Dim,
    Red,
    Green,
    Yellow,
    Blue,
    Cyan,
}
