namespace Alai.Kills;

/// <summary>Something that is not as it would be if nobody had been killed.</summary>
/// <param name="Kind"><c>lost</c>, <c>twice</c> or <c>wrong</c>.</param>
/// <param name="Text">What.</param>
internal sealed record Fault(string Kind, string Text)
{
    public override string ToString() => $"{Kind}: {Text}";
}
