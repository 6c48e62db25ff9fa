namespace Alai.Fleet;

/// <summary>A tool offered to a model.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">One line.</param>
/// <param name="Schema">A flat JSON Schema object, as text so that it stays byte-identical between turns.</param>
public sealed record ToolOffer(string Name, string Description, string Schema);
