using System.Runtime.InteropServices;

namespace Alai.Safety;

/// <summary>One letter or digit after folding, and where it came from.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FoldedLetter
{
    public char Plain { get; init; }

    public char Skeleton { get; init; }

    public Boundary Before { get; init; }

    public bool Opened { get; init; }

    public bool Capital { get; init; }

    public int Source { get; init; }

    public int SourceEnd { get; init; }
}
