namespace Alai.Minions.Edits;

/// <summary>Lines of a file that an old text means.</summary>
/// <param name="First">The first line, from 0.</param>
/// <param name="Last">The last line.</param>
/// <param name="Add">An indent the new text must get.</param>
/// <param name="Remove">An indent the new text must lose.</param>
internal readonly record struct LineMatch(int First, int Last, string Add = "", string Remove = "");
