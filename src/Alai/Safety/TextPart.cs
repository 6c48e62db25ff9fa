namespace Alai.Safety;

/// <summary>The part of a task a text is.</summary>
internal enum TextPart
{
    Title,
    Body,
    Label,
}
