namespace Alai.Cli.Drawing;

/// <summary>One column of a table.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Worth">When the terminal is narrow the column of least worth goes first; 0 never goes.</param>
/// <param name="Stretches">Whether it takes what is left and is cut with an ellipsis.</param>
/// <param name="Right">Whether it is aligned right.</param>
/// <param name="IfAny">Whether it is left out when no row has anything in it.</param>
internal sealed record Column(string Title, int Worth = 0, bool Stretches = false, bool Right = false, bool IfAny = false);
